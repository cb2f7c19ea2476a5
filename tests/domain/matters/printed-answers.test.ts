import { expect, test } from "vitest";
import { printedAnswers } from "../../../src/domain/matters/printed-answers.ts";

const answer = (jti: string, opinion: string, at: number) => ({
  jti,
  kid: "k",
  at,
  seq: 1,
  opinion,
  area: "kp2",
  question: "Mấy giờ?",
  answer: `Lời ${jti}`,
});

test.each([
  ["none was printed", [], []],
  ["each opinion has one", [answer("a", "1", 10), answer("b", "2", 5)], ["a", "b"]],
  ["one was answered anew", [answer("a", "1", 10), answer("b", "2", 5), answer("c", "1", 20)], ["c", "b"]],
  ["the one that was made first came last", [answer("a", "1", 20), answer("b", "1", 10)], ["a"]],
  ["two were made in one second: the log's order", [answer("a", "1", 10), answer("b", "1", 10)], ["b"]],
])("of each opinion one answer is printed: %s", (_, all, printed) => {
  expect(printedAnswers(all).map(({ jti }) => jti)).toEqual(printed);
});
