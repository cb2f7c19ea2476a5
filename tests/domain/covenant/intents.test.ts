import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readCovenantFile } from "../../../src/domain/covenant/covenant-file.ts";
import { meaningsOf } from "../../../src/domain/covenant/intents.ts";
import type { Covenant } from "../../../src/domain/ward-facts.ts";
import { makeSearchable, searchArticles, searchMeanings } from "../../../src/ui/handbook/search.ts";

/** Numbers of the demo's articles that a query leads to: those that have the words, then those that speak of it. */
function lead(query: string): readonly (number | string)[] {
  const read = readCovenantFile(readFileSync("demo/quy-uoc-kp2.md", "utf8"));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const { chapters } = read.value.covenant as unknown as Covenant;
  const articles = makeSearchable(chapters);
  const hits = searchArticles(articles, query);
  const meant = searchMeanings(articles, meaningsOf(query), hits);
  return [...hits, ...meant].map(({ article }) => Number(article.number));
}

test.each([
  ["đám cưới", 8],
  ["dam cuoi", 8],
  ["rac", 11],
  ["ket xe", 19],
  ["kẹt xe", 19],
  ["karaoke", 10],
  ["mở loa khuya", 10],
  ["cho can", 15],
  ["bi lua tien", 21],
  ["ngap", 20],
  ["làm căn cước", 25],
  ["dam ma", 9],
  ["điều 17", 17],
  ["dieu 1", 1],
  ["2", 2],
])("'%s' leads to article %i, among the first", (query, article) => {
  expect(lead(query).slice(0, 4)).toContain(article);
});

test("a number that was typed is the first hit, whatever else has it", () => {
  expect(lead("2")[0]).toBe(2);
  expect(lead("điều 3")[0]).toBe(3);
});

test("marks that were typed are meant, and a word alone is no saying", () => {
  expect(meaningsOf("kẹt xe")).not.toEqual([]);
  expect(meaningsOf("két xe")).toEqual([]);
  expect(meaningsOf("xe")).toEqual([]);
  expect(meaningsOf("ket x")).toEqual([]);
  expect(meaningsOf("")).toEqual([]);
});
