import * as v from "valibot";
import { setField } from "../household-facts.ts";
import { reason } from "./fields.ts";
import { kind } from "./kind.ts";

/** A household is no more: it moved out of the ward, or its last member died. */
export const householdClosed = kind({
  type: "household.closed",
  about: "household",
  body: v.looseObject({ reason }),
  forHousehold: true,
  onHousehold(household, said) {
    setField(household, "ended", { how: "closed", into: [] }, said);
  },
});
