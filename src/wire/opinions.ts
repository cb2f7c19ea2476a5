import * as v from "valibot";
import { code, number } from "../domain/kinds/fields.ts";
import { OPINION_KINDS } from "../domain/kinds/opinion-given.ts";

/** Letters of an opinion, and of the name beneath it. */
export const MOST_OPINION = 2000;
export const MOST_NAME = 100;
/** Codes that one call may ask about. */
export const MOST_FOLLOWED = 50;

const text = (most: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1),
    v.check((words) => countLetters(words) <= most),
  );

/** Letters as people count them: `ễ` is one however it was typed, and so is a sign that takes two units of UTF-16. */
function countLetters(words: string): number {
  return [...words.normalize("NFC")].length;
}

/** Body of `POST …/opinions`: what somebody without an account says, and that they agreed to its being kept. */
export const opinionRequest = v.object({
  code: v.pipe(v.string(), v.maxLength(40)),
  area: v.pipe(v.string(), v.maxLength(120)),
  article: v.optional(number),
  /** Id of the change whose posted draft it is about. */
  amendment: v.optional(code),
  text: text(MOST_OPINION),
  by: v.optional(text(MOST_NAME)),
  kind: v.optional(v.picklist(OPINION_KINDS)),
  /** Whether it may be printed with its answer, without a name. */
  publish: v.optional(v.boolean()),
  consent: v.object({
    version: number,
    at: v.pipe(v.number(), v.integer()),
  }),
});
export type OpinionRequest = v.InferOutput<typeof opinionRequest>;

/** Where an opinion stands: it waits for the office, the office has taken it in or refused it, or the ward has none of this code. */
export const opinionState = v.looseObject({
  code: v.string(),
  state: v.picklist(["held", "taken", "refused", "unknown"]),
  /** Of a refused one: mistake, duplicate, wish, other. */
  reason: v.optional(v.string()),
  /** Of one that was taken in: received, forwarded, answered, done, or withdrawn as its giver wished. */
  status: v.optional(v.string()),
  answer: v.optional(v.string()),
  /** To whom it was handed on, and on which day. */
  forwarded: v.optional(v.looseObject({ to: v.string(), on: v.string() })),
});
export type OpinionState = v.InferOutput<typeof opinionState>;

/** Body of `POST …/opinions/followed`, and its answer. */
export const followedRequest = v.object({
  codes: v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.minLength(1), v.maxLength(MOST_FOLLOWED)),
});
export const followedAnswer = v.looseObject({ opinions: v.array(opinionState) });
