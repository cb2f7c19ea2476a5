import { crossingWords, type AnswerWord } from "./crossing.ts";
import type { DataRequest, RequestOutcome } from "./data-requests.ts";

/** Whether the ward has something to do about it still. */
export function isOpenRequest({ answer, erased }: Pick<DataRequest, "answer" | "erased">): boolean {
  return !erased && (answer === null || answer.outcome === "accepted");
}

/**
 * Answers to it that were given without hearing of each other: the office is to look at them. Once its household's data were
 * erased nobody waits, but for whoever had asked for just that.
 */
export function crossingAnswers(
  { kind, erased }: Pick<DataRequest, "kind" | "erased">,
  words: readonly AnswerWord[],
): readonly AnswerWord[] {
  return erased && kind !== "erase" ? [] : crossingWords(words);
}

/** How it stands: by its answer, or erased where none settled it before. */
export function stateOfRequest({
  answer,
  erased,
}: Pick<DataRequest, "answer" | "erased">): RequestOutcome | "waiting" | "erased" {
  return erased && isOpenRequest({ answer }) ? "erased" : (answer?.outcome ?? "waiting");
}
