import * as v from "valibot";
import { factOf } from "../household-facts.ts";
import { wardRecordOf } from "../ward-facts.ts";
import { code, line, number, text } from "./fields.ts";
import { kind } from "./kind.ts";
import { inArea, ofItself } from "./rules.ts";

/** What `body.from` says of an opinion that came from somebody without an account. */
export const FROM_ANYONE = "anyone";

/** A question, a proposal, or something that somebody has seen and the ward should know of. */
export const OPINION_KINDS = ["question", "proposal", "report"] as const;

/** An opinion, about an article or anything else, of a household or from an area's meeting. */
export const opinionGiven = kind({
  type: "opinion.given",
  about: "household-or-area",
  body: v.looseObject({
    article: v.optional(number),
    /** Id of the change whose posted draft it is about. */
    amendment: v.optional(code),
    channel: v.picklist(["door", "meeting", "app"]),
    /** What it is, where its giver said so. */
    kind: v.optional(v.picklist(OPINION_KINDS)),
    /** Whether its giver agreed to its being printed with the answer, without a name; absent is no. */
    publish: v.optional(v.boolean()),
    from: v.optional(v.literal(FROM_ANYONE)),
    /** Of one from anyone: which words were agreed to, and when. */
    consent: v.optional(v.looseObject({ version: number, at: v.number() })),
  }),
  personal: { text, by: v.optional(line) },
  may: { volunteer: inArea, household: ofItself },
  forHousehold: true,
  onHousehold(household, said) {
    const { article, amendment, channel, kind: sort, publish } = said.body;
    const { text: words, by } = said.personal;
    household.opinions.push({
      ...factOf(said),
      article,
      amendment,
      channel,
      kind: sort,
      mayPublish: publish ?? false,
      text: words,
      by,
      forwarded: null,
      status: "given",
      answer: undefined,
      published: null,
      settledAt: null,
    });
  },
  onWard(ward, said) {
    ward.opinions.push(wardRecordOf(said));
  },
});
