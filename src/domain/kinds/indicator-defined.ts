import * as v from "valibot";
import { line, number } from "./fields.ts";
import { kind } from "./kind.ts";

/** Something the ward counts every year. */
export const indicatorDefined = kind({
  type: "indicator.defined",
  about: "indicator",
  body: v.looseObject({
    name: line,
    unit: line,
    better: v.picklist(["up", "down"]),
    // Added to version 1 as optional: the article by which it is shown.
    article: v.optional(number),
  }),
  public: "always",
  onWard(ward, { sub, body }) {
    const { name, unit, better, article } = body;
    ward.indicators[sub] = { id: sub, name, unit, better, article };
  },
});
