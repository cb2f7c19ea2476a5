import * as v from "valibot";
import { factOf } from "../household-facts.ts";
import { number } from "./fields.ts";
import { kind } from "./kind.ts";
import { householdInArea } from "./rules.ts";

/** A household has the handbook in its hands. */
export const handbookDelivered = kind({
  type: "handbook.delivered",
  about: "household",
  body: v.looseObject({ edition: number, how: v.picklist(["hand", "meeting", "link"]) }),
  may: { volunteer: householdInArea },
  forHousehold: true,
  onHousehold(household, said) {
    // `another` is said by a phone that knows of one before.
    const { edition, how, another } = said.body;
    household.deliveries.push({ ...factOf(said), edition, how, another });
  },
});
