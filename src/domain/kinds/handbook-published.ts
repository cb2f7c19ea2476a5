import * as v from "valibot";
import { factOf } from "../household-facts.ts";
import { chapters } from "./covenant-published.ts";
import { code, date, line, list, number, text } from "./fields.ts";
import { kind } from "./kind.ts";

/** An edition of an area's handbook: what stands around the covenant in the printed book. */
export const handbookPublished = kind({
  type: "handbook.published",
  about: "area",
  body: v.looseObject({
    edition: number,
    covenant: code,
    covenantEdition: number,
    introduction: v.pipe(v.string(), v.maxLength(20_000)),
    decisions: list(
      v.looseObject({ title: line, number: line, date, authority: line, text: v.optional(text) }),
    ),
    opinions: list(v.looseObject({ text, answer: v.optional(text), article: v.optional(number) })),
    contacts: list(v.looseObject({ office: line, name: v.optional(line), phone: line })),
    translations: v.optional(
      list(v.looseObject({ lang: code, reviewed: v.boolean(), title: line, chapters }), 20),
    ),
  }),
  public: "always",
  forHousehold: true,
  onWard(ward, said) {
    ward.handbooks.push({ ...said.body, ...factOf(said), area: said.sub });
  },
});
