import * as v from "valibot";
import { COMMENDATION_LEVELS } from "../../../domain/ward/commendations.ts";

const level = v.picklist(COMMENDATION_LEVELS);
const whom = v.picklist(["household", "group"]);

/** What is half filled on the page: who is put forward, a rule, and a decision. */
const schema = v.object({
  form: v.picklist(["proposal", "rule"]),
  proposal: v.object({
    of: whom,
    household: v.string(),
    area: v.string(),
    group: v.string(),
    level,
    period: v.string(),
    reason: v.string(),
  }),
  rule: v.object({
    /** Id of the rule that it is to stand in place of; "" for a new one. */
    of: v.string(),
    whom,
    name: v.string(),
    area: v.string(),
    level,
    period: v.string(),
    pledged: v.boolean(),
    meetings: v.string(),
    gave: v.boolean(),
    indicators: v.array(v.string()),
    share: v.string(),
  }),
  decision: v.object({ number: v.string(), on: v.string(), left: v.array(v.string()) }),
});
export type PraiseDraft = v.InferOutput<typeof schema>;

/** Key of the draft of a ward's office. */
export function praiseDraftKey(ward: string): string {
  return `praise/${ward}`;
}

/** Reads a kept one; an empty one of `today` (`2026-11-28`) where there is none. */
export function readPraiseDraft(kept: unknown, today: string): PraiseDraft {
  const read = v.safeParse(schema, kept);
  return read.success ? read.output : emptyPraiseDraft(today);
}

/** Nothing filled in. */
export function emptyPraiseDraft(today: string): PraiseDraft {
  const period = today.slice(0, 4);
  return {
    form: "proposal",
    proposal: { of: "household", household: "", area: "", group: "", level: "phuong", period, reason: "" },
    rule: {
      of: "",
      whom: "household",
      name: "",
      area: "",
      level: "phuong",
      period,
      pledged: true,
      meetings: "",
      gave: false,
      indicators: [],
      share: "",
    },
    decision: { number: "", on: today, left: [] },
  };
}
