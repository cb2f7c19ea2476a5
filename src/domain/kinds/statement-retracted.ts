import * as v from "valibot";
import { reason, text } from "./fields.ts";
import { kind } from "./kind.ts";
import { ofOwn } from "./rules.ts";

/** A statement is taken back; the fold finds its target, whichever came first. */
export const statementRetracted = kind({
  type: "statement.retracted",
  about: "statement",
  body: v.looseObject({ reason }),
  personal: { note: v.optional(text) },
  may: { volunteer: ofOwn, household: ofOwn },
});
