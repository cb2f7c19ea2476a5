import * as v from "valibot";
import { factOf } from "../household-facts.ts";
import { seconds, text } from "./fields.ts";
import { kind } from "./kind.ts";
import { householdInArea } from "./rules.ts";

/** Somebody stood at the door, and what came of it. */
export const visitLogged = kind({
  type: "visit.logged",
  about: "household",
  body: v.variant("outcome", [
    v.looseObject({ outcome: v.literal("comeBack"), at: seconds }),
    v.looseObject({ outcome: v.literal("absent") }),
    v.looseObject({ outcome: v.literal("refused") }),
  ]),
  personal: { note: v.optional(text) },
  may: { volunteer: householdInArea },
  onHousehold(household, said) {
    const { body, personal } = said;
    const appointment = body.outcome === "comeBack" ? body.at : undefined;
    household.visits.push({ ...factOf(said), outcome: body.outcome, appointment, note: personal.note });
  },
});
