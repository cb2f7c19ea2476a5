import * as v from "valibot";
import { isLatest, recordOf } from "../household-facts.ts";
import { wardRecordOf } from "../ward-facts.ts";
import { date, line } from "./fields.ts";
import { kind } from "./kind.ts";

/** An opinion was passed on to those who can act on it. */
export const opinionForwarded = kind({
  type: "opinion.forwarded",
  about: "statement",
  body: v.looseObject({ to: line, on: date }),
  forHousehold: true,
  onHousehold(household, said) {
    const { sub, body } = said;
    household.records.push(recordOf(said));
    const opinion = household.opinions.find(({ jti }) => jti === sub);
    if (!opinion) return;
    if (isLatest(household, `forwarded:${sub}`, said)) opinion.forwarded = { to: body.to, on: body.on };
    if (!isLatest(household, `opinion:${sub}`, said)) return;
    opinion.status = "forwarded";
    opinion.settledAt = null;
  },
  onWard(ward, said) {
    ward.opinions.push(wardRecordOf(said));
  },
});
