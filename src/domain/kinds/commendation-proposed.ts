import * as v from "valibot";
import { recordOf } from "../household-facts.ts";
import { wardRecordOf } from "../ward-facts.ts";
import { code, count, line, list, statementId, text } from "./fields.ts";
import { kind } from "./kind.ts";
import { inArea } from "./rules.ts";

/** By what a ward puts forward all who fulfil it. */
const rule = v.looseObject({
  name: line,
  of: v.picklist(["household", "group"]),
  pledged: v.optional(v.boolean()),
  meetings: v.optional(count),
  gave: v.optional(v.boolean()),
  indicators: v.optional(list(code, 20)),
  share: v.optional(v.pipe(count, v.maxValue(100))),
});

/** A household or a group is put forward for praise; with `rule` not the area itself, but all there who fulfil it. */
export const commendationProposed = kind({
  type: "commendation.proposed",
  about: "household-or-area",
  body: v.looseObject({
    level: code,
    decision: v.optional(line),
    // Added to version 1 as optional: for which year, a group by its own name, the rule, and the rule that put it forward.
    period: v.optional(code),
    group: v.optional(line),
    rule: v.optional(rule),
    byRule: v.optional(statementId),
  }),
  personal: { for: v.optional(text) },
  may: { volunteer: inArea },
  forHousehold: true,
  onHousehold(household, said) {
    household.records.push(recordOf(said));
  },
  onWard(ward, said) {
    ward.records.push(wardRecordOf(said));
  },
});
