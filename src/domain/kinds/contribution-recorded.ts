import * as v from "valibot";
import { recordOf } from "../household-facts.ts";
import { wardRecordOf } from "../ward-facts.ts";
import { amount, date, dong, line, statementId, text } from "./fields.ts";
import { kind } from "./kind.ts";
import { inArea } from "./rules.ts";

/** Land, money, work or lamp posts that somebody gave; the worth in whole đồng. */
export const contributionRecorded = kind({
  type: "contribution.recorded",
  about: "household-or-area",
  body: v.looseObject({
    kind: v.picklist(["land", "cash", "labour", "lampPost", "other"]),
    quantity: amount,
    unit: line,
    worth: v.optional(dong),
    for: line,
    // Added to version 1 as optional: the day of the gift, where it was recorded later.
    on: v.optional(date),
    // Added to version 1 as optional: id of a household's gift for which this one stands on the public board, without whose it is.
    of: v.optional(statementId),
  }),
  // Added to version 1 as optional: whoever gives may stay unnamed, and the public never reads it.
  personal: { by: v.optional(line), note: v.optional(text) },
  may: { volunteer: inArea },
  public: "area",
  forHousehold: true,
  onHousehold(household, said) {
    household.records.push(recordOf(said));
  },
  onWard(ward, said) {
    ward.records.push(wardRecordOf(said));
  },
});
