import * as v from "valibot";
import { wardRecordOf } from "../ward-facts.ts";
import { code } from "./fields.ts";
import { kind } from "./kind.ts";

/** The file of a change to a covenant is opened (Nghị định 61/2023/NĐ-CP). */
export const amendmentOpened = kind({
  type: "amendment.opened",
  about: "amendment",
  body: v.looseObject({ covenant: code, kind: code }),
  onWard(ward, said) {
    ward.records.push(wardRecordOf(said));
  },
});
