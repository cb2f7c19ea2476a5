import * as v from "valibot";
import { OPINION_DAYS } from "../ward-facts.ts";
import { areaCode, code, date, digest, line, list, openLine, publicKey } from "./fields.ts";

import { kind } from "./kind.ts";

const area = v.looseObject({
  code: areaCode,
  name: line,
  kind: line,
  from: v.optional(date),
  to: v.optional(date),
  into: v.optional(areaCode),
});

/** What the ward is: its name, its keys and its areas. Number 1 of its log, signed by the key that it carries. */
export const wardDescribed = kind({
  type: "ward.described",
  about: "ward",
  body: v.looseObject({
    name: line,
    kind: code,
    province: openLine,
    keys: v.looseObject({ sign: publicKey, seal: publicKey }),
    areas: list(area),
    absorbs: v.optional(list(v.looseObject({ ward: code, head: digest }))),
    // Added to version 1 as optional: people and households of this ward are invented.
    demo: v.optional(v.boolean()),
    // The same: within how many days an opinion is to be answered here.
    opinionDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(365))),
    // The same: a sentence on the basis on which it keeps the list of its households.
    basis: v.optional(line),
  }),
  wardKeyOnly: true,
  public: "always",
  forHousehold: true,
  onWard(ward, { body }) {
    ward.name = body.name;
    ward.kind = body.kind;
    ward.province = body.province;
    ward.keys = body.keys;
    ward.areas = body.areas;
    ward.demo = body.demo ?? false;
    ward.opinionDays = body.opinionDays ?? OPINION_DAYS;
    ward.basis = body.basis;
  },
});
