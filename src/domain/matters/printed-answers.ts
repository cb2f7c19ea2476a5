import type { PublicAnswer } from "../ward-facts.ts";

/** What stands in a handbook of each opinion: the printed answer that was said last, in the place of the first. */
export function printedAnswers(answers: readonly PublicAnswer[]): readonly PublicAnswer[] {
  const held = new Map<string, PublicAnswer>();
  for (const one of answers) {
    const before = held.get(one.opinion);
    if (!before || before.at <= one.at) held.set(one.opinion, one);
  }
  return [...held.values()];
}
