import { isRecord } from "../../../domain/jws.ts";
import type { OpinionCase } from "../../../domain/matters/opinion-cases.ts";
import type { Draft } from "../../../domain/statement.ts";
import { fold } from "../../../domain/vietnamese.ts";
import { overOpen } from "../say-again.ts";

/** What the office answers; `publish` is what is printed in the handbook, where its giver agreed. */
export interface Answer {
  readonly text: string;
  readonly isDone: boolean;
  /** The question as it is printed; null where nothing is. */
  readonly question: string | null;
}

type About = Pick<OpinionCase, "jti" | "place" | "words">;

/** An opinion is passed on to somebody, on a day `2026-11-18`. */
export function forwarding({ jti, place, words }: About, to: string, on: string): Draft {
  return { type: "opinion.forwarded", sub: jti, in: place, body: { to, on, over: overOpen(words) } };
}

/** An opinion is answered; printed only where its giver agreed, whatever is asked for. */
export function answering(
  { jti, place, words, mayPublish }: About & Pick<OpinionCase, "mayPublish">,
  answer: Answer,
): Draft {
  const { text, isDone, question } = answer;
  const shown = mayPublish && question !== null ? { public: { question, answer: text } } : {};
  const body = { status: isDone ? "done" : "answered", ...shown, over: overOpen(words) };
  return { type: "opinion.answered", sub: jti, in: place, body, personal: { answer: text } };
}

/** Nothing is left to do about it. */
export function finishing({ jti, place, words }: About): Draft {
  return { type: "opinion.answered", sub: jti, in: place, body: { status: "done", over: overOpen(words) } };
}

/** Its giver takes it back: it counts no more, what was printed of it goes, and its words are erased for good. */
export function withdrawing({ jti, place, words }: About): readonly Draft[] {
  // Each word of it that is printed, were there two.
  const gone = [jti, ...words.filter(({ body }) => isRecord(body["public"])).map((one) => one.jti)];
  return [
    ...gone.map((sub): Draft => ({ type: "statement.retracted", sub, in: place, body: { reason: "wish" } })),
    { type: "data.erased", sub: jti, body: { statements: gone } },
  ];
}

/** The names of its giver that stand in words meant for the handbook, as they are written in the opinion or the list. */
export function namesIn(words: string, { by, household }: Pick<OpinionCase, "by" | "household">): string[] {
  const text = plain(words);
  return [by, household?.head].filter(
    (name): name is string => name !== undefined && plain(name) !== "  " && text.includes(plain(name)),
  );
}

/** Words alone, without marks, each between spaces. */
function plain(words: string): string {
  return ` ${fold(words)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .join(" ")} `;
}
