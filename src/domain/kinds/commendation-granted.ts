import * as v from "valibot";
import { recordOf } from "../household-facts.ts";
import { wardRecordOf } from "../ward-facts.ts";
import { code, line, text } from "./fields.ts";
import { kind } from "./kind.ts";

/** Praise that was decided. */
export const commendationGranted = kind({
  type: "commendation.granted",
  about: "household-or-area",
  body: v.looseObject({ level: code, decision: v.optional(line) }),
  personal: { for: v.optional(text) },
  public: "area",
  forHousehold: true,
  onHousehold(household, said) {
    household.records.push(recordOf(said));
  },
  onWard(ward, said) {
    ward.records.push(wardRecordOf(said));
  },
});
