import * as v from "valibot";
import { setPurposes } from "../household-facts.ts";
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
});
