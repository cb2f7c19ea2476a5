import * as v from "valibot";
import { wardRecordOf } from "../ward-facts.ts";
import { code, date } from "./fields.ts";
import { kind } from "./kind.ts";

/** A step of that change was taken, with its figures. */
export const amendmentStepped = kind({
  type: "amendment.stepped",
  about: "amendment",
  body: v.looseObject({ step: code, date, figures: v.optional(v.record(v.string(), v.unknown())) }),
  onWard(ward, said) {
    ward.records.push(wardRecordOf(said));
  },
});
