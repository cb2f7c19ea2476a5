import * as v from "valibot";
import { recordOf } from "../household-facts.ts";
import { isHouseholdId } from "../ids.ts";
import { wardRecordOf } from "../ward-facts.ts";
import { areaCode, code, date, line, statementId, text } from "./fields.ts";
import { kind } from "./kind.ts";

/** Praise that was decided. Of a household it is public only where the household agreed to that, and then by `name` and `for` alone. */
export const commendationGranted = kind({
  type: "commendation.granted",
  about: "household-or-area",
  body: v.looseObject({
    level: code,
    decision: v.optional(line),
    // Added to version 1 as optional: the day of the decision, for which year, what was put forward, a group by its own
    // name, and the consent of the household to be named in the handbook of `area`.
    on: v.optional(date),
    period: v.optional(code),
    proposal: v.optional(statementId),
    group: v.optional(line),
    consent: v.optional(statementId),
    area: v.optional(areaCode),
  }),
  personal: { for: v.optional(text), name: v.optional(line) },
  public: ({ claims: { sub, body } }) => !isHouseholdId(sub) || body["consent"] !== undefined,
  forHousehold: true,
  onHousehold(household, said) {
    household.records.push(recordOf(said));
  },
  onWard(ward, said) {
    ward.records.push(wardRecordOf(said));
  },
});
