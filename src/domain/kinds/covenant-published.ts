import * as v from "valibot";
import { factOf } from "../household-facts.ts";
import { code, date, line, list, number, text } from "./fields.ts";
import { kind } from "./kind.ts";

/** The text of a covenant. */
export const chapters = list(
  v.looseObject({ title: line, articles: list(v.looseObject({ number, title: line, text })) }),
);

/** An edition of an area's covenant, with the decision that recognised it (Nghị định 61/2023/NĐ-CP). */
export const covenantPublished = kind({
  type: "covenant.published",
  about: "area",
  body: v.looseObject({
    covenant: code,
    edition: number,
    title: line,
    recognition: v.looseObject({ number: line, date, authority: line }),
    inForce: date,
    chapters,
    /** Id of the change from which it came, where one was kept as a file. */
    amendment: v.optional(code),
  }),
  public: "always",
  forHousehold: true,
  onWard(ward, said) {
    ward.covenants.push({ ...said.body, ...factOf(said), area: said.sub });
  },
});
