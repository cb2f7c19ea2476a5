import * as v from "valibot";
import { householdId } from "./fields.ts";
import { kind } from "./kind.ts";

/** Two entries of the list are one household: what was said of this one counts for the other. */
export const householdMerged = kind({
  type: "household.merged",
  about: "household",
  body: v.looseObject({ into: householdId }),
  forHousehold: true,
  onHousehold(household, { body }) {
    household.ended = { how: "merged", into: [body.into] };
  },
});
