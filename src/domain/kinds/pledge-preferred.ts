import * as v from "valibot";
import { isLatest } from "../household-facts.ts";
import { code, statementId } from "./fields.ts";
import { kind } from "./kind.ts";
import { householdInArea } from "./rules.ts";

/** Of two pledges for one campaign, this one counts. */
export const pledgePreferred = kind({
  type: "pledge.preferred",
  about: "household",
  body: v.looseObject({ campaign: code, pledge: statementId }),
  may: { volunteer: householdInArea },
  forHousehold: true,
  onHousehold(household, said) {
    const { campaign, pledge } = said.body;
    if (isLatest(household, `preferred:${campaign}`, said)) household.preferred[campaign] = pledge;
  },
});
