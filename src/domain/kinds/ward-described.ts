import * as v from "valibot";
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
  },
});
