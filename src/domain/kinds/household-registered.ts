import * as v from "valibot";
import { setField } from "../household-facts.ts";
import { areaCode, count, line, number, openLine, text } from "./fields.ts";
import { kind } from "./kind.ts";
import { householdInArea } from "./rules.ts";

/** A household enters the ward's list. A second one changes no area. */
export const householdRegistered = kind({
  type: "household.registered",
  about: "household",
  body: v.looseObject({ area: areaCode, members: count }),
  personal: {
    number,
    head: line,
    address: openLine,
    phone: v.optional(openLine),
    note: v.optional(text),
  },
  // One that is in the list already is judged by where it stands: a second registration moves nothing.
  may: { volunteer: householdInArea },
  forHousehold: true,
  onHousehold(household, said) {
    const { body, personal } = said;
    if (household.area === null) setField(household, "area", body.area, said);
    setField(household, "members", body.members, said);
    setField(household, "number", personal.number, said);
    setField(household, "head", personal.head, said);
    setField(household, "address", personal.address, said);
    setField(household, "phone", personal.phone, said);
    setField(household, "note", personal.note, said);
  },
});
