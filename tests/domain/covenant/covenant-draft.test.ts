import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

import {
  beginDraft,
  covenantBody,
  handbookBody,
  readDraft,
  type CovenantDraft,
} from "../../../src/domain/covenant/covenant-draft.ts";
import {
  alsoChanged,
  isTaken,
  keptTranslations,
  nextEdition,
  unsaid,
} from "../../../src/domain/covenant/covenant-edition.ts";
import { readCovenantFile } from "../../../src/domain/covenant/covenant-file.ts";
import { articleLines, draftFlaws } from "../../../src/domain/covenant/covenant-flaws.ts";
import { openCovenantFile } from "../../../src/domain/covenant/covenant-open.ts";
import type { Covenant, Handbook, Translation } from "../../../src/domain/ward-facts.ts";

const FILE = readFileSync("demo/quy-uoc-kp2.md", "utf8");
const SAID = { jti: "4", kid: "office", at: 1, seq: 7, area: "kp2" };
const paper = readCovenantFile(FILE);
if (!paper.ok) throw new Error("the demo's covenant is not sound");
const covenant: Covenant = { ...paper.value.covenant, ...SAID };
const handbook: Handbook = { ...paper.value.handbook, ...SAID };
const begun = beginDraft(covenant, handbook, "5");
// Other words are recognised by another decision.
const renewed = { ...begun, number: "1600/QĐ-UBND" };
const around = { standing: covenant, known: [4], campaign: undefined };
const flawsOf = (fields: Partial<CovenantDraft>) =>
  draftFlaws({ ...renewed, ...fields }, around).map(({ field, line, code, what }) =>
    `${field}${line > 0 ? `:${line}` : ""} ${code} ${what}`.trim(),
  );

test("a draft that begins from what stands is the same to the last letter, but for its number", () => {
  expect(covenantBody({ ...begun, edition: "4" }, "kp2")).toEqual(paper.value.covenant);
  expect(handbookBody({ ...begun, edition: "4" }, "kp2", [])).toEqual(paper.value.handbook);
  expect(draftFlaws(begun, around)).toEqual([]);
});

test("a file is opened field by field, as the server's command reads it", () => {
  const opened = openCovenantFile(FILE);
  if (!opened.ok) throw new Error("not opened");
  expect(opened.value.area).toBe("kp2");
  const { text, ...rest } = begun;
  expect({ ...rest, ...opened.value.fields, text, edition: "5" }).toEqual(begun);
  const draft = { ...begun, ...opened.value.fields };
  expect(covenantBody(draft, "kp2")).toEqual(paper.value.covenant);
  expect(handbookBody(draft, "kp2", [])).toEqual(paper.value.handbook);
  // Half a file is better than none: the form tells what it lacks.
  const half = openCovenantFile("---\ntitle: Quy ước\n---\n## Một\n");
  expect(half).toMatchObject({
    ok: true,
    value: { area: null, fields: { title: "Quy ước", number: "", text: "## Một" } },
  });
  expect(openCovenantFile("---\na: [\n---\n")).toMatchObject({ ok: false, error: [{ code: "bad-yaml" }] });
  expect(openCovenantFile("## Một")).toMatchObject({ ok: true, value: { fields: { text: "## Một" } } });
});

describe("what is wrong", () => {
  test.each<[Partial<CovenantDraft>, string[]]>([
    [{ number: " " }, ["number missing"]],
    [{ authority: "" }, ["authority missing"]],
    [{ date: "2022-02-30" }, ["date bad-date 2022-02-30"]],
    [{ inForce: "" }, ["inForce missing"]],
    [{ title: "x".repeat(501) }, [`title too-long ${"x".repeat(60)}`]],
    [{ edition: "" }, ["edition missing"]],
    [{ edition: "4", title: "Quy ước khác" }, ["edition edition-taken 5"]],
    [{ text: "" }, ["text:1 no-chapters ##"]],
    [
      { text: "lời\n## Một\n### Điều 1. A\n### Điều 1. B\nlời" },
      ["text:1 text-outside-article lời", "text:3 article-without-text 1", "text:4 article-twice 1"],
    ],
    [
      { decisions: [{ title: "Biên bản", number: "", date: "", authority: "Khu phố", text: "" }] },
      ["decisions.0.number missing", "decisions.0.date missing"],
    ],
    [{ contacts: [{ office: "", name: "", phone: "" }] }, []],
    [{ contacts: [{ office: "Công an", name: "", phone: "" }] }, ["contacts.0.phone missing"]],
    [{ opinions: [{ article: "3", text: "", answer: "Đã làm." }] }, ["opinions.0.text missing"]],
  ])("%j", (fields, wrong) => {
    const found = draftFlaws({ ...renewed, ...fields }, around).filter(({ isRemark }) => !isRemark);
    expect(
      found.map(({ field, line, code, what }) =>
        `${field}${line > 0 ? `:${line}` : ""} ${code} ${what}`.trim(),
      ),
    ).toEqual(wrong);
  });

  test("the same number again is right where the covenant's own words are the same", () => {
    expect(draftFlaws({ ...begun, edition: "4", contacts: [] }, around)).toEqual([]);
  });
});

describe("a decision recognises the words that it saw, and no others", () => {
  const { number } = covenant.recognition;
  const reworded = { ...begun, text: begun.text.replace("### Điều 1. ", "### Điều 1. Nay ") };
  const codes = (draft: CovenantDraft) =>
    draftFlaws(draft, around).map(({ field, code, what }) => [field, code, what]);

  test("other words under the decision of the edition that stands are worth another look", () => {
    expect(codes(reworded)).toEqual([["number", "decision-used", number]]);
    expect(draftFlaws(reworded, around).every(({ isRemark }) => isRemark)).toBe(true);
    expect(codes({ ...reworded, number: ` ${number}` })).toHaveLength(1);
    const renamed = { ...begun, text: begun.text.replace("## ", "## Nay ") };
    expect(codes(renamed)).toHaveLength(1);
    const shorter = { ...begun, text: begun.text.replace(/### Điều 30[^]*$/, "") };
    expect(codes(shorter)).toContainEqual(["number", "decision-used", number]);
  });

  test("they are right under a decision of their own, and where nothing stood", () => {
    expect(codes({ ...reworded, number: "1600/QĐ-UBND" })).toEqual([]);
    expect(codes({ ...reworded, date: "2026-11-30", inForce: "2026-11-30" })).toEqual([]);
    expect(draftFlaws(reworded, { ...around, standing: null })).toEqual([]);
  });

  test("spaces and line ends are no words", () => {
    expect(codes({ ...begun, text: begun.text.replaceAll("\n", "\r\n") })).toEqual([]);
    expect(codes({ ...begun, text: begun.text.replace("Quy ước này", "Quy ước  này") })).toEqual([]);
  });
});

describe("what is worth another look", () => {
  const text = (...articles: string[]) =>
    `## Một\n${articles.map((one) => `### Điều ${one}\nlời\n`).join("\n")}`;
  test.each<[Partial<CovenantDraft>, string[]]>([
    [{ text: text("1. A", "2. B", "2a. C", "3. D"), opinions: [] }, []],
    [{ text: text("1. A", "3. B"), opinions: [] }, ["text:5 out-of-order 1 3"]],
    [{ text: text("2. A", "1. B"), opinions: [] }, ["text:2 out-of-order 0 2", "text:5 out-of-order 2 1"]],
    [{ text: `${text("1. A")}###Điều 2. B`, opinions: [] }, ["text:4 heading-unread ###Điều 2. B"]],
    [{ text: `${text("1. A")}## Một\n### Điều 2. B\nlời`, opinions: [] }, ["text:4 chapter-twice Một"]],
    [{ inForce: "2022-10-01" }, ["inForce in-force-early 2022-10-14"]],
    [{ opinions: [{ article: "99", text: "Ý kiến", answer: "" }] }, ["opinions.0.article stray-opinion 99"]],
    [{ text: text("1. A", "2. Mức phạt"), opinions: [] }, ["text:5 law-fine Mức phạt"]],
  ])("%j", (fields, remarks) => {
    const found = draftFlaws({ ...renewed, ...fields }, around);
    expect(found.filter(({ isRemark }) => !isRemark)).toEqual([]);
    expect(flawsOf(fields)).toEqual(remarks);
  });

  test("an item of the pledge whose article is gone", () => {
    const items = [{ id: "flag", text: "Treo cờ", article: 13 }];
    const campaign = { items } as never;
    const draft = { ...renewed, opinions: [], text: text("1. A") };
    expect(draftFlaws(draft, { ...around, campaign }).map(({ code, what }) => [code, what])).toEqual([
      ["stray-item", "Treo cờ (Điều 13)"],
    ]);
    expect(draftFlaws(begun, { ...around, campaign })).toEqual([]);
  });
});

test("articles are found by their lines", () => {
  expect([...articleLines("## A\n\n### Điều 1. B\nlời\n### Điều 2a. C")]).toEqual([
    ["1", 3],
    ["2a", 5],
  ]);
});

test.each([
  [[], "1"],
  [[1, 2, 4], "5"],
  [["4b", 3], "5"],
  [["sơ thảo"], "1"],
])("after %j comes %s", (known, next) => {
  expect(nextEdition(known)).toBe(next);
});

test("what was said before is said no more", () => {
  const papers = (fields: Partial<CovenantDraft>) => {
    const draft = { ...begun, edition: "4", ...fields };
    return { covenant: covenantBody(draft, "kp2"), handbook: handbookBody(draft, "kp2", []) };
  };
  const standing = { covenant, handbook };
  expect(unsaid(papers({}), standing)).toEqual([]);
  expect(unsaid(papers({ introduction: "Khác." }), standing)).toEqual(["handbook"]);
  expect(unsaid(papers({ edition: "5" }), standing)).toEqual(["covenant", "handbook"]);
  expect(unsaid(papers({}), { covenant: null, handbook: null })).toEqual(["covenant", "handbook"]);
  expect(alsoChanged(papers({ introduction: "Khác.", number: "9/QĐ" }), standing)).toEqual([
    "recognition",
    "introduction",
  ]);
  expect(alsoChanged(papers({}), standing)).toEqual([]);
  expect(isTaken(papers({}).covenant, covenant, [])).toBe(false);
  expect(isTaken(papers({ title: "Khác" }).covenant, covenant, [])).toBe(true);
  expect(isTaken(papers({ edition: "3" }).covenant, covenant, [3])).toBe(true);
});

test("a translation goes along as far as the words stayed", () => {
  const translation: Translation = {
    lang: "km",
    reviewed: true,
    title: "Khmer",
    chapters: [
      { title: "I", articles: [{ number: 1, title: "một", text: "km 1" }] },
      { title: "II", articles: [{ number: 11, title: "mười một", text: "km 11" }] },
    ],
  };
  const with11 = covenantBody(
    { ...begun, text: begun.text.replace("### Điều 11. ", "### Điều 11. Nay ") },
    "kp2",
  );
  const kept = keptTranslations(covenant, { ...handbook, translations: [translation] }, with11);
  expect(kept).toEqual([{ ...translation, chapters: [translation.chapters[0]] }]);
  expect(keptTranslations(null, null, with11)).toEqual([]);
});

test("what a phone has kept is read in any state", () => {
  expect(readDraft(null)).toBeNull();
  expect(readDraft(structuredClone(begun))).toEqual(begun);
  expect(readDraft({ text: "## A", contacts: "x", edition: 5 })).toMatchObject({
    basis: null,
    text: "## A",
    contacts: [],
    edition: "",
  });
});
