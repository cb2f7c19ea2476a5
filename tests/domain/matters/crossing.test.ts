import { describe, expect, test } from "vitest";
import {
  crossingWords,
  openWords,
  wordsAbout,
  type AnswerWord,
} from "../../../src/domain/matters/crossing.ts";
import { id, kid } from "../statements.ts";

/** `over` null is a word of an app that does not know the field. */
interface Told {
  readonly jti: number;
  readonly at: number;
  readonly over: readonly number[] | null;
  readonly says?: string;
  readonly of?: number;
}

function word({ jti, at, over, says = `Lời ${jti}`, of = 1 }: Told): AnswerWord {
  return {
    jti: id(jti),
    kid: kid(jti),
    at,
    seq: jti,
    type: "request.answered",
    sub: id(of),
    body: { outcome: "done", ...(over ? { over: over.map(id) } : {}) },
    personal: { text: says },
  };
}

const CASES: readonly {
  readonly name: string;
  readonly words: readonly Told[];
  readonly open: readonly number[];
  readonly crossing: readonly number[];
}[] = [
  { name: "nobody has answered", words: [], open: [], crossing: [] },
  { name: "one has", words: [{ jti: 2, at: 10, over: [] }], open: [2], crossing: [] },
  {
    name: "two have, and neither had seen the other",
    words: [
      { jti: 2, at: 10, over: [] },
      { jti: 3, at: 20, over: [] },
    ],
    open: [2, 3],
    crossing: [2, 3],
  },
  {
    name: "the one that was made first came last",
    words: [
      { jti: 2, at: 20, over: [] },
      { jti: 3, at: 10, over: [] },
    ],
    open: [3, 2],
    crossing: [3, 2],
  },
  {
    name: "the second was said over the first",
    words: [
      { jti: 2, at: 10, over: [] },
      { jti: 3, at: 20, over: [2] },
    ],
    open: [3],
    crossing: [],
  },
  {
    name: "a third has seen both",
    words: [
      { jti: 2, at: 10, over: [] },
      { jti: 3, at: 20, over: [] },
      { jti: 4, at: 30, over: [2, 3] },
    ],
    open: [4],
    crossing: [],
  },
  {
    name: "a third has seen one of them alone",
    words: [
      { jti: 2, at: 10, over: [] },
      { jti: 3, at: 20, over: [] },
      { jti: 4, at: 30, over: [3] },
    ],
    open: [2, 4],
    crossing: [2, 4],
  },
  {
    name: "each of two devices has gone on by itself",
    words: [
      { jti: 2, at: 10, over: [] },
      { jti: 3, at: 20, over: [] },
      { jti: 4, at: 30, over: [2] },
      { jti: 5, at: 40, over: [3] },
    ],
    open: [4, 5],
    crossing: [4, 5],
  },
  {
    name: "both say the same",
    words: [
      { jti: 2, at: 10, over: [], says: "Đã thay bóng." },
      { jti: 3, at: 20, over: [], says: "Đã thay bóng." },
    ],
    open: [2, 3],
    crossing: [],
  },
  {
    name: "two of three say the same",
    words: [
      { jti: 2, at: 10, over: [], says: "Đã thay bóng." },
      { jti: 3, at: 20, over: [] },
      { jti: 4, at: 30, over: [], says: "Đã thay bóng." },
    ],
    open: [2, 3, 4],
    crossing: [3, 4],
  },
  {
    name: "they were made by an app that does not say what it had seen",
    words: [
      { jti: 2, at: 10, over: null },
      { jti: 3, at: 20, over: null },
    ],
    open: [3],
    crossing: [],
  },
  {
    name: "an older app has answered after two that cross",
    words: [
      { jti: 2, at: 10, over: [] },
      { jti: 3, at: 20, over: [] },
      { jti: 4, at: 30, over: null },
    ],
    open: [4],
    crossing: [],
  },
  {
    name: "an older app's answer was not seen by one that says what it has",
    words: [
      { jti: 2, at: 10, over: null },
      { jti: 3, at: 20, over: [] },
    ],
    open: [2, 3],
    crossing: [2, 3],
  },
  {
    name: "who has seen one made it by a clock that runs behind: what was meant to give way holds",
    words: [
      { jti: 2, at: 20, over: [] },
      { jti: 3, at: 10, over: [2] },
    ],
    open: [3, 2],
    crossing: [3, 2],
  },
  {
    name: "one names itself, and what nobody knows",
    words: [{ jti: 2, at: 10, over: [2, 99] }],
    open: [2],
    crossing: [],
  },
];

describe("answers that cross", () => {
  test.each(CASES)("$name", ({ words, open, crossing }) => {
    for (const arrival of [words, words.toReversed()]) {
      const all = wordsAbout(arrival.map(word), id(1));
      expect(openWords(all).map(({ jti }) => jti)).toEqual(open.map(id));
      expect(crossingWords(all).map(({ jti }) => jti)).toEqual(crossing.map(id));
    }
  });

  test("are told of each request by itself", () => {
    const all = [word({ jti: 2, at: 10, over: [] }), word({ jti: 3, at: 20, over: [], of: 7 })];
    expect(wordsAbout(all, id(7)).map(({ jti }) => jti)).toEqual([id(3)]);
    expect(crossingWords(wordsAbout(all, id(7)))).toEqual([]);
  });
});
