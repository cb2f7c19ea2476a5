import * as v from "valibot";
import { code, list, statementId } from "./fields.ts";
import { kind } from "./kind.ts";

/** Personal fields are gone for good, also from what arrives later (Luật 91/2025/QH15). */
export const dataErased = kind({
  type: "data.erased",
  about: "any",
  body: v.looseObject({ statements: v.optional(list(statementId)), names: v.optional(list(code, 100)) }),
});
