import * as v from "valibot";
import { wardRecordOf } from "../ward-facts.ts";
import { code, date, line, list, number, text } from "./fields.ts";
import { kind } from "./kind.ts";

/** What a People's Committee may decide of a covenant that it recognised. */
export const COVENANT_OUTCOMES = ["suspended", "abolished", "resumed"] as const;

/** The People's Committee of the commune level suspends a covenant or some articles, abolishes them, or lets them hold again (Nghị định 61/2023/NĐ-CP). */
export const covenantDecided = kind({
  type: "covenant.decided",
  about: "area",
  body: v.looseObject({
    covenant: code,
    outcome: v.picklist(COVENANT_OUTCOMES),
    decision: v.looseObject({ number: line, date, authority: line }),
    /** The day from which it holds. */
    from: date,
    /** Numbers of the articles; absent, the whole covenant. */
    articles: v.optional(v.pipe(list(number), v.minLength(1))),
    /** The day on which the People's Committee was told of the case: its working days run from then. */
    asked: v.optional(date),
    /** Why, for everybody to read. */
    grounds: v.optional(text),
  }),
  public: "always",
  forHousehold: true,
  onWard(ward, said) {
    ward.records.push(wardRecordOf(said));
  },
});
