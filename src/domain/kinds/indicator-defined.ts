import * as v from "valibot";
import { line } from "./fields.ts";
import { kind } from "./kind.ts";

/** Something the ward counts every year. */
export const indicatorDefined = kind({
  type: "indicator.defined",
  about: "indicator",
  body: v.looseObject({ name: line, unit: line, better: v.picklist(["up", "down"]) }),
  public: "always",
  onWard(ward, { sub, body }) {
    ward.indicators[sub] = { id: sub, name: body.name, unit: body.unit, better: body.better };
  },
});
