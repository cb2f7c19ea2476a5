import * as v from "valibot";
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
  onHousehold(household, { body }) {
    household.purposes = household.purposes.filter((purpose) => !body.purposes.includes(purpose));
  },
});
