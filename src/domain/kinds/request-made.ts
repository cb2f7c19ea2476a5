import * as v from "valibot";
import { recordOf } from "../household-facts.ts";
import { text } from "./fields.ts";
import { kind } from "./kind.ts";
import { householdInArea, ofItself } from "./rules.ts";

/** A household uses a right over its data (Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP). */
export const requestMade = kind({
  type: "request.made",
  about: "household",
  body: v.looseObject({ kind: v.picklist(["see", "correct", "withdraw", "restrict", "erase"]) }),
  personal: { text: v.optional(text) },
  may: { volunteer: householdInArea, household: ofItself },
  forHousehold: true,
  onHousehold(household, said) {
    household.records.push(recordOf(said));
  },
});
