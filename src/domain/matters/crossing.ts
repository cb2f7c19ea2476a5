import type { HouseholdRecord } from "../household-facts.ts";
import { isSameJson } from "../words/is-same-json.ts";

/** An answer to a request or an opinion, or the word that it was passed on. */
export type AnswerWord = HouseholdRecord;

/** Those of some words that are about one request or opinion, as they hold: the last one is what its giver reads. */
export function wordsAbout(words: readonly AnswerWord[], jti: string): readonly AnswerWord[] {
  return words.filter(({ sub }) => sub === jti).sort((a, b) => a.at - b.at);
}

/**
 * What a further word about the same is said over: the words that no other one names in its `over`, and the one that holds.
 * One of an app that does not know `over` is taken to have seen all that stands before it: nothing is told of it.
 */
export function openWords(words: readonly AnswerWord[]): readonly AnswerWord[] {
  const seen = new Set(words.flatMap((one) => seenBy(one) ?? []));
  const blind = words.findLastIndex((one) => seenBy(one) === null);
  const last = words.at(-1);
  return words.filter((one, at) => one === last || (at >= blind && !seen.has(one.jti)));
}

/**
 * Words that were said without hearing of each other, as no later one has seen both, and that differ; the one that holds
 * comes last. None where there is nothing to look at.
 */
export function crossingWords(words: readonly AnswerWord[]): readonly AnswerWord[] {
  const open = openWords(words);
  const last = open.at(-1);
  const others = open.filter((one) => last && !isSame(one, last));
  return last && others.length > 0 ? [...others, last] : [];
}

/** The ids that a word says it has seen; null where it says nothing of it. Its own is none. */
function seenBy({ jti, body }: AnswerWord): readonly unknown[] | null {
  const { over } = body;
  return Array.isArray(over) ? over.filter((one) => one !== jti) : null;
}

/** Whether two words say the same to whoever reads them. */
function isSame(one: AnswerWord, other: AnswerWord): boolean {
  const said = ({ type, body, personal }: AnswerWord) => [type, { ...body, over: undefined }, personal];
  return isSameJson(said(one), said(other));
}
