import * as v from "valibot";
import { factOf, setPurposes } from "../household-facts.ts";
import { wardRecordOf } from "../ward-facts.ts";
import { isAboutNaming } from "../ward/naming.ts";
import { code, line, list, number, seconds } from "./fields.ts";
import { kind } from "./kind.ts";
import { householdInArea, ofItself } from "./rules.ts";

/** A household consents, for each purpose by itself (Luật 91/2025/QH15); version and time are the evidence. */
export const consentGiven = kind({
  type: "consent.given",
  about: "household",
  body: v.looseObject({ purposes: list(code, 20), version: number, at: seconds }),
  personal: { by: v.optional(line) },
  may: { volunteer: householdInArea, household: ofItself },
  forHousehold: true,
  onHousehold(household, said) {
    const { purposes, version } = said.body;
    household.consents.push({ ...factOf(said), purposes, version, by: said.personal.by });
    setPurposes(household, purposes, true, said);
  },
  // The ward's handbook may name the household.
  onWard(ward, said) {
    if (isAboutNaming(said.body)) ward.records.push(wardRecordOf(said));
  },
});
