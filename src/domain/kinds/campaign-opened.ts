import * as v from "valibot";
import { factOf } from "../household-facts.ts";
import { areaCode, code, date, line, list, number, text } from "./fields.ts";
import { kind } from "./kind.ts";

/** A round of pledges: its days, its items, and what households are asked to consent to. Said again, it replaces itself. */
export const campaignOpened = kind({
  type: "campaign.opened",
  about: "campaign",
  body: v.looseObject({
    title: line,
    from: date,
    to: date,
    editions: v.record(areaCode, number),
    items: list(v.looseObject({ id: code, text, article: number }), 100),
    consent: v.looseObject({ version: number, purposes: list(v.looseObject({ id: code, text }), 20) }),
  }),
  public: "always",
  forHousehold: true,
  onWard(ward, said) {
    const at = ward.campaigns.findIndex(({ id }) => id === said.sub);
    const campaign = { ...said.body, ...factOf(said), id: said.sub, closed: false };
    ward.campaigns.splice(at < 0 ? ward.campaigns.length : at, at < 0 ? 0 : 1, campaign);
  },
});
