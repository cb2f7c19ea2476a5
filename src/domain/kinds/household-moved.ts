import * as v from "valibot";
import { setField } from "../household-facts.ts";
import { areaCode, number } from "./fields.ts";
import { kind } from "./kind.ts";

/** A household goes over to another tổ. */
export const householdMoved = kind({
  type: "household.moved",
  about: "household",
  body: v.looseObject({ area: areaCode }),
  personal: { number: v.optional(number) },
  forHousehold: true,
  onHousehold(household, said) {
    setField(household, "area", said.body.area, said);
    setField(household, "number", said.personal.number, said);
  },
});
