import * as v from "valibot";
import { setField } from "../household-facts.ts";
import { count, line, number, openLine } from "./fields.ts";
import { kind } from "./kind.ts";
import { householdInArea } from "./rules.ts";

/** Some fields of a household read anew. */
export const householdChanged = kind({
  type: "household.changed",
  about: "household",
  body: v.looseObject({ members: v.optional(count) }),
  personal: {
    number: v.optional(number),
    head: v.optional(line),
    address: v.optional(openLine),
    phone: v.optional(openLine),
    note: v.optional(v.pipe(v.string(), v.maxLength(20_000))),
  },
  may: { volunteer: householdInArea },
  forHousehold: true,
  onHousehold(household, said) {
    const { body, personal } = said;
    setField(household, "members", body.members, said);
    setField(household, "number", personal.number, said);
    setField(household, "head", personal.head, said);
    setField(household, "address", personal.address, said);
    setField(household, "phone", personal.phone, said);
    setField(household, "note", personal.note, said);
  },
});
