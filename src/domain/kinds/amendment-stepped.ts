import * as v from "valibot";
import { amendmentRecordOf } from "../ward-facts.ts";
import { chapters } from "./covenant-published.ts";
import { code, date, line, text } from "./fields.ts";
import { kind } from "./kind.ts";

/** A step of that change was taken, with its figures; names and free words are for those who work there. */
export const amendmentStepped = kind({
  type: "amendment.stepped",
  about: "amendment",
  body: v.looseObject({
    step: code,
    date,
    figures: v.optional(v.record(v.string(), v.unknown())),
    /** Of a posting: the words that everybody is asked about. */
    draft: v.optional(v.looseObject({ title: line, chapters })),
  }),
  personal: {
    note: v.optional(text),
    discussed: v.optional(text),
    chair: v.optional(line),
    secretary: v.optional(line),
    frontHead: v.optional(line),
    firstHousehold: v.optional(line),
    secondHousehold: v.optional(line),
  },
  public: "always",
  onWard(ward, said) {
    ward.amendments.push(amendmentRecordOf(said));
  },
});
