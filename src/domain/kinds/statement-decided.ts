import * as v from "valibot";
import { reason, text } from "./fields.ts";
import { kind } from "./kind.ts";

/** What the office decides about a held statement; works before its target has come, too. */
export const statementDecided = kind({
  type: "statement.decided",
  about: "statement",
  body: v.looseObject({ decision: v.picklist(["accept", "refuse"]), reason }),
  personal: { note: v.optional(text) },
});
