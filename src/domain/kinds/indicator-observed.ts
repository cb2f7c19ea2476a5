import * as v from "valibot";
import { factOf, recordOf } from "../household-facts.ts";
import { code } from "./fields.ts";
import { kind } from "./kind.ts";
import { householdInArea } from "./rules.ts";

const figure = v.pipe(v.number(), v.finite());
const about = { indicator: code, period: code };

/** What was counted: a part of a whole, or a value. */
export const indicatorObserved = kind({
  type: "indicator.observed",
  about: "household-or-area",
  body: v.union([
    v.looseObject({ ...about, numerator: figure, denominator: figure, value: v.optional(v.never()) }),
    v.looseObject({
      ...about,
      value: figure,
      numerator: v.optional(v.never()),
      denominator: v.optional(v.never()),
    }),
  ]),
  may: { volunteer: householdInArea },
  public: "area",
  onHousehold(household, said) {
    household.records.push(recordOf(said));
  },
  onWard(ward, said) {
    const { indicator, period, numerator, denominator, value } = said.body;
    ward.observations.push({
      ...factOf(said),
      about: said.sub,
      indicator,
      period,
      numerator,
      denominator,
      value,
    });
  },
});
