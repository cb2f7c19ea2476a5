import * as v from "valibot";
import { withdrawPledges } from "../household-facts.ts";
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
  onHousehold(household, said) {
    withdrawPledges(household, said.body.campaign, said);
  },
});
