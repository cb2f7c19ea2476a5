import * as v from "valibot";
import { setField } from "../household-facts.ts";
import { householdId } from "./fields.ts";
import { kind } from "./kind.ts";

/** Two entries of the list are one household: what was said of this one counts for the other. */
export const householdMerged = kind({
  type: "household.merged",
  about: "household",
  body: v.looseObject({ into: householdId }),
  forHousehold: true,
  onHousehold(household, said) {
    // Into itself it would stand nowhere.
    if (said.body.into !== said.sub)
      setField(household, "ended", { how: "merged", into: [said.body.into] }, said);
  },
});
