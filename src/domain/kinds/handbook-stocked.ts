import * as v from "valibot";
import { wardRecordOf } from "../ward-facts.ts";
import { count, number } from "./fields.ts";
import { kind } from "./kind.ts";

/** Printed copies that an area received. */
export const handbookStocked = kind({
  type: "handbook.stocked",
  about: "area",
  body: v.looseObject({ edition: number, copies: count }),
  onWard(ward, said) {
    ward.records.push(wardRecordOf(said));
  },
});
