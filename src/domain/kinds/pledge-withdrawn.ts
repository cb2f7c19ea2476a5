import * as v from "valibot";
import { code, reason, text } from "./fields.ts";
import { kind } from "./kind.ts";
import { householdInArea, ofItself } from "./rules.ts";

/** A household takes its pledge back; it may pledge anew. */
export const pledgeWithdrawn = kind({
  type: "pledge.withdrawn",
  about: "household",
  body: v.looseObject({ campaign: code, reason: v.optional(reason) }),
  personal: { note: v.optional(text) },
  may: { volunteer: householdInArea, household: ofItself },
  forHousehold: true,
  onHousehold(household, { body }) {
    for (const pledge of household.pledges) if (pledge.campaign === body.campaign) pledge.withdrawn = true;
  },
});
