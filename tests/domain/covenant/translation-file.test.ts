import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readCovenantFile } from "../../../src/domain/covenant/covenant-file.ts";
import { readTranslationFile } from "../../../src/domain/covenant/translation-file.ts";
import { strayArticles, translatedArticle } from "../../../src/domain/covenant/translation.ts";
import type { Covenant, Handbook } from "../../../src/domain/ward-facts.ts";

const FILE = readFileSync("demo/quy-uoc-kp2.km.md", "utf8");

test("the demo's Khmer covenant is read, and passes for reviewed only where it says so", () => {
  const read = readTranslationFile(FILE);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const { area, edition, translation } = read.value;
  expect([area, edition, translation.lang, translation.reviewed]).toEqual(["kp2", 4, "km", false]);
  expect(translation.chapters[0]?.articles.map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(translation.chapters[0]?.articles[0]?.text).toMatch(/\p{Script=Khmer}/u);
  expect(strayArticles(papers().covenant, translation)).toEqual([]);
  expect(reviewedIn(FILE.replace("reviewed: false\n", ""))).toBe(false);
  expect(reviewedIn(FILE.replace("reviewed: false", "reviewed: true"))).toBe(true);
});

test.each([
  ["no language", FILE.replace(/^lang:.*\n/m, ""), { code: "missing", what: "lang" }],
  [
    "a language by its name",
    FILE.replace("lang: km", "lang: Khmer"),
    { line: 4, code: "wrong", what: "lang" },
  ],
  [
    "a review by halves",
    FILE.replace("reviewed: false", "reviewed: nearly"),
    { code: "wrong", what: "reviewed" },
  ],
  [
    "a heading without number",
    FILE.replace("### Điều 2. ", "### "),
    { code: "article-without-number", what: "គោលបំណង" },
  ],
])("a translation with %s is refused", (_name, file, flaw) => {
  const read = readTranslationFile(file);
  expect(read.ok ? [] : read.error).toContainEqual(expect.objectContaining(flaw));
});

test("an article is shown in the language that was asked for, of this very edition, and otherwise not", () => {
  const { covenant, handbook } = papers();
  const inKhmer = translatedArticle(covenant, handbook, "2", "km");
  expect([inKhmer?.article.title, inKhmer?.lang, inKhmer?.reviewed]).toEqual(["គោលបំណង", "km", false]);
  expect(translatedArticle(covenant, handbook, "2", "en")).toBeUndefined();
  expect(translatedArticle(covenant, handbook, "11", "km")).toBeUndefined();
  expect(translatedArticle(covenant, null, "2", "km")).toBeUndefined();
  expect(translatedArticle({ ...covenant, edition: 5 }, handbook, "2", "km")).toBeUndefined();
  expect(translatedArticle({ ...covenant, covenant: "kp2/t07" }, handbook, "2", "km")).toBeUndefined();
});

function papers(): { readonly covenant: Covenant; readonly handbook: Handbook } {
  const read = readCovenantFile(readFileSync("demo/quy-uoc-kp2.md", "utf8"));
  const other = readTranslationFile(FILE);
  if (!read.ok || !other.ok) throw new Error("the demo's papers are not read");
  const { area, covenant, handbook } = read.value;
  const fact = { jti: "x", kid: "x", at: 0, seq: 1 };
  return {
    covenant: { ...fact, area, ...covenant },
    handbook: { ...fact, area, ...handbook, translations: [other.value.translation] },
  };
}

function reviewedIn(file: string): boolean | undefined {
  const read = readTranslationFile(file);
  return read.ok ? read.value.translation.reviewed : undefined;
}
