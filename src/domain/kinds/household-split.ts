import * as v from "valibot";
import { setField } from "../household-facts.ts";
import { householdId, list } from "./fields.ts";
import { kind } from "./kind.ts";

/** One household became several; it goes on only if it is among them. */
export const householdSplit = kind({
  type: "household.split",
  about: "household",
  body: v.looseObject({ into: list(householdId, 20) }),
  forHousehold: true,
  onHousehold(household, said) {
    const { into } = said.body;
    if (!into.includes(said.sub)) setField(household, "ended", { how: "split", into }, said);
  },
});
