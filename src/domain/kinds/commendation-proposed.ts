import * as v from "valibot";
import { recordOf } from "../household-facts.ts";
import { wardRecordOf } from "../ward-facts.ts";
import { code, line, text } from "./fields.ts";
import { kind } from "./kind.ts";
import { inArea } from "./rules.ts";

/** A household or a group is put forward for praise. */
export const commendationProposed = kind({
  type: "commendation.proposed",
  about: "household-or-area",
  body: v.looseObject({ level: code, decision: v.optional(line) }),
  personal: { for: v.optional(text) },
  may: { volunteer: inArea },
  forHousehold: true,
  onHousehold(household, said) {
    household.records.push(recordOf(said));
  },
  onWard(ward, said) {
    ward.records.push(wardRecordOf(said));
  },
});
