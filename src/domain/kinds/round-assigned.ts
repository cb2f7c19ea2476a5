import * as v from "valibot";
import { recordOf } from "../household-facts.ts";
import { wardRecordOf } from "../ward-facts.ts";
import { date, uuid } from "./fields.ts";
import { kind } from "./kind.ts";

/** Who goes to an area or a household, in which days. */
export const roundAssigned = kind({
  type: "round.assigned",
  about: "household-or-area",
  body: v.looseObject({ person: uuid, from: date, to: date }),
  onHousehold(household, said) {
    household.records.push(recordOf(said));
  },
  onWard(ward, said) {
    ward.records.push(wardRecordOf(said));
  },
});
