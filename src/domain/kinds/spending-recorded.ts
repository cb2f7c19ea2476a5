import * as v from "valibot";
import { wardRecordOf } from "../ward-facts.ts";
import { date, dong, line } from "./fields.ts";
import { kind } from "./kind.ts";

/** What was spent of it, in whole đồng. */
export const spendingRecorded = kind({
  type: "spending.recorded",
  about: "area",
  body: v.looseObject({ for: line, amount: dong, on: date }),
  // What was collected is shown with what became of it (LAW: 'công khai thu chi').
  public: "area",
  onWard(ward, said) {
    ward.records.push(wardRecordOf(said));
  },
});
