import * as v from "valibot";
import { amendmentRecordOf } from "../ward-facts.ts";
import { code, line } from "./fields.ts";
import { kind } from "./kind.ts";

/** The file of a change to a covenant is opened (Nghị định 61/2023/NĐ-CP). */
export const amendmentOpened = kind({
  type: "amendment.opened",
  about: "amendment",
  body: v.looseObject({
    covenant: code,
    kind: code,
    /** What it is about, in a line for everybody. */
    title: v.optional(line),
    /** Whether residents are to pay something. */
    money: v.optional(v.boolean()),
  }),
  public: "always",
  onWard(ward, said) {
    ward.amendments.push(amendmentRecordOf(said));
  },
});
