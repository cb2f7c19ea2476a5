import * as v from "valibot";
import { recordOf } from "../household-facts.ts";
import { date, text } from "./fields.ts";
import { kind } from "./kind.ts";
import { householdInArea, ofItself } from "./rules.ts";

/** The rights of whom data are about. */
export const REQUEST_KINDS = ["see", "correct", "withdraw", "restrict", "erase"] as const;
/** How a request comes that somebody else writes down. */
export const REQUEST_CHANNELS = ["counter", "paper", "phone"] as const;

/** A household uses a right over its data (Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP). */
export const requestMade = kind({
  type: "request.made",
  about: "household",
  body: v.looseObject({
    kind: v.picklist(REQUEST_KINDS),
    /** How it came to the office, and on which day; absent of one that a household's own phone made. */
    channel: v.optional(v.picklist(REQUEST_CHANNELS)),
    on: v.optional(date),
  }),
  personal: { text: v.optional(text) },
  may: { volunteer: householdInArea, household: ofItself },
  forHousehold: true,
  onHousehold(household, said) {
    household.records.push(recordOf(said));
  },
});
