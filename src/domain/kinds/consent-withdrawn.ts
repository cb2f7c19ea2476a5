import * as v from "valibot";
import { setPurposes } from "../household-facts.ts";
import { wardRecordOf } from "../ward-facts.ts";
import { isAboutNaming } from "../ward/naming.ts";
import { code, list, text } from "./fields.ts";
import { kind } from "./kind.ts";
import { householdInArea, ofItself } from "./rules.ts";

/** A household takes its consent back, for some purposes or all. */
export const consentWithdrawn = kind({
  type: "consent.withdrawn",
  about: "household",
  body: v.looseObject({ purposes: list(code, 20) }),
  personal: { note: v.optional(text) },
  may: { volunteer: householdInArea, household: ofItself },
  forHousehold: true,
  onHousehold(household, said) {
    setPurposes(household, said.body.purposes, false, said);
  },
  // The ward's handbook names the household no more.
  onWard(ward, said) {
    if (isAboutNaming(said.body)) ward.records.push(wardRecordOf(said));
  },
});
