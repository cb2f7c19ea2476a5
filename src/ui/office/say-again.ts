import { openWords, type AnswerWord } from "../../domain/matters/crossing.ts";
import type { Draft } from "../../domain/statement.ts";

/** The ids of the words that whoever says a further one has read. */
export function overOpen(words: readonly AnswerWord[]): readonly string[] {
  return openWords(words).map(({ jti }) => jti);
}

/** Says one of several words that crossed once more, over all of them: from then on it is the one that holds. */
export function sayingAgain(
  { type, sub, body, personal }: AnswerWord,
  words: readonly AnswerWord[],
  place: string,
): Draft {
  return { type, sub, in: place, body: { ...body, over: overOpen(words) }, personal };
}
