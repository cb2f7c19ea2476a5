import * as v from "valibot";
import { recordOf } from "../household-facts.ts";
import { statementId } from "./fields.ts";
import { kind } from "./kind.ts";
import { householdInArea } from "./rules.ts";

/** Whether a household was at a meeting. */
export const meetingAttended = kind({
  type: "meeting.attended",
  about: "household",
  body: v.looseObject({ meeting: statementId, present: v.boolean() }),
  may: { volunteer: householdInArea },
  onHousehold(household, said) {
    household.records.push(recordOf(said));
  },
});
