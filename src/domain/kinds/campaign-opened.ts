import * as v from "valibot";
import { factOf } from "../household-facts.ts";
import type { Said } from "../said.ts";
import type { Campaign, FormerWords } from "../ward-facts.ts";
import { areaCode, code, date, line, list, number, text } from "./fields.ts";
import { kind } from "./kind.ts";

/** A round of pledges: its days, its items, and what households are asked to consent to. Said again, it replaces itself, but for words that somebody may have signed. */
export const campaignOpened = kind({
  type: "campaign.opened",
  about: "campaign",
  body: v.looseObject({
    title: line,
    from: date,
    to: date,
    editions: v.record(areaCode, number),
    items: list(v.looseObject({ id: code, text, article: number }), 100),
    // Added to version 1 as optional: the one in whose place it was opened, "" for none, as far as was known.
    over: v.optional(v.string()),
    consent: v.looseObject({ version: number, purposes: list(v.looseObject({ id: code, text }), 20) }),
  }),
  public: "always",
  forHousehold: true,
  onWard(ward, said) {
    const at = ward.campaigns.findIndex(({ id }) => id === said.sub);
    const before = ward.campaigns[at];
    const { over, ...body } = said.body;
    // Two offices opened it without hearing of each other: one of them is to look at it.
    const unseen = before && over !== undefined && over !== before.jti && { unseen: factOf(before) };
    const former = before && [...(before.former ?? []), ...goneWords(before, said)];
    const campaign = { ...body, ...factOf(said), ...unseen, former, id: said.sub, closed: false };
    ward.campaigns[at < 0 ? ward.campaigns.length : at] = campaign;
  },
});

/** What stood until now and does not stand any more. Openings come in the order of their weights: whichever arrived first, the same is kept. */
function goneWords({ items, consent }: Campaign, { body, weight }: Said): FormerWords[] {
  const now = JSON.stringify(body);
  const gone = [...items, consent].filter((words) => !now.includes(JSON.stringify(words)));
  return gone.map((words) => ({ words, until: weight }));
}
