import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

import { readCampaignFile } from "../../../src/domain/campaign/campaign-file.ts";
import { readCovenantFile } from "../../../src/domain/covenant/covenant-file.ts";

const FRONT = `---
area: kp2
edition: 4
title: Quy ước khu phố 2
recognition:
  number: 1527/QĐ-UBND
  date: 2022-10-14
  authority: UBND thị xã Kiến Tường
inForce: 2022-10-14
---
`;
const BODY = `
## Chương I. Quy định chung

### Điều 1. Phạm vi

Quy ước này dùng cho mọi nhà.

Khách tới chơi cũng giữ.

### Điều 2a: Mục đích
Sống vui với nhau.
`;
const sound = FRONT + BODY;

describe("a covenant's file", () => {
  test("gives the covenant and the handbook around it", () => {
    const read = readCovenantFile(sound);
    expect(read).toEqual({
      ok: true,
      value: {
        area: "kp2",
        covenant: {
          covenant: "kp2",
          edition: 4,
          title: "Quy ước khu phố 2",
          recognition: { number: "1527/QĐ-UBND", date: "2022-10-14", authority: "UBND thị xã Kiến Tường" },
          inForce: "2022-10-14",
          chapters: [
            {
              title: "Chương I. Quy định chung",
              articles: [
                {
                  number: 1,
                  title: "Phạm vi",
                  text: "Quy ước này dùng cho mọi nhà.\n\nKhách tới chơi cũng giữ.",
                },
                { number: "2a", title: "Mục đích", text: "Sống vui với nhau." },
              ],
            },
          ],
        },
        handbook: {
          edition: 4,
          covenant: "kp2",
          covenantEdition: 4,
          introduction: "",
          decisions: [],
          opinions: [],
          contacts: [],
        },
      },
    });
  });

  test("is the same with Windows' line ends, a byte order mark and decomposed letters", () => {
    const other = `\ufeff${sound.normalize("NFD").replaceAll("\n", "\r\n")}`;
    expect(readCovenantFile(other)).toEqual(readCovenantFile(sound));
  });

  test("keeps what the handbook has besides, with its zeros", () => {
    const front = FRONT.replace(
      "inForce",
      "introduction: |\n  Chào bà con.\ncontacts:\n  - office: Trạm y tế\n    phone: 02723000103\ninForce",
    );
    const read = readCovenantFile(front + BODY);
    expect(read.ok && read.value.handbook).toMatchObject({
      introduction: "Chào bà con.",
      contacts: [{ office: "Trạm y tế", phone: "02723000103" }],
    });
  });

  test.each([1, 2, 3])("of the demo's khu phố %i reads whole", (number) => {
    const read = readCovenantFile(readFileSync(`demo/quy-uoc-kp${number}.md`, "utf8"));
    expect(
      read.ok && read.value.covenant.chapters.flatMap(({ articles }) => articles).length,
    ).toBeGreaterThan(20);
  });

  test.each([
    ["nothing", "", { line: 1, code: "no-front-matter" }],
    ["no front matter", BODY, { line: 1, code: "no-front-matter" }],
    ["broken YAML", sound.replace("edition: 4", "edition: ["), { code: "bad-yaml" }],
    ["no title", sound.replace("title: Quy ước khu phố 2\n", ""), { code: "missing", what: "title" }],
    ["an empty title", sound.replace("Quy ước khu phố 2", ""), { line: 4, code: "missing", what: "title" }],
    ["no area", sound.replace("area: kp2\n", ""), { code: "missing", what: "area" }],
    ["an area that is none", sound.replace("kp2", "Khu phố 2"), { line: 2, code: "wrong", what: "area" }],
    [
      "no number of its recognition",
      sound.replace("1527/QĐ-UBND", ""),
      { line: 6, code: "missing", what: "recognition.number" },
    ],
    [
      "no recognition",
      sound.replace(/recognition:\n(?: {2}.*\n)+/, ""),
      { code: "missing", what: "recognition" },
    ],
    [
      "a day that is none",
      sound.replace("  date: 2022-10-14", "  date: 14/10/2022"),
      { line: 7, code: "wrong", what: "recognition.date" },
    ],
    ["no chapters", FRONT, { code: "no-chapters" }],
    ["a chapter without articles", `${sound}\n## Chương II\n`, { code: "empty-chapter", what: "Chương II" }],
    [
      "an article before every chapter",
      sound.replace(/## Chương.*\n/, ""),
      { code: "article-outside-chapter" },
    ],
    [
      "an article without a number",
      sound.replace("Điều 1. ", ""),
      { line: 14, code: "article-without-number" },
    ],
    [
      "an article without a title",
      sound.replace("1. Phạm vi", "1."),
      { line: 14, code: "article-without-title" },
    ],
    [
      "an article without text",
      sound.replace("Sống vui với nhau.", ""),
      { code: "article-without-text", what: "2a" },
    ],
    ["two articles of one number", sound.replace("Điều 2a", "Điều 1"), { code: "article-twice", what: "1" }],
    [
      "text that belongs to no article",
      sound.replace("### Điều 1.", "Lời nói đầu\n### Điều 1."),
      { code: "text-outside-article" },
    ],
  ])("with %s is refused, with line and reason", (_name, file, flaw) => {
    const read = readCovenantFile(file);
    expect(read.ok).toBe(false);
    expect(!read.ok && read.error[0]).toMatchObject(flaw);
  });

  test("tells all flaws in the order of their lines", () => {
    const file = sound
      .replace("title: Quy ước khu phố 2\n", "")
      .replace("1527/QĐ-UBND", "")
      .replace("1. Phạm vi", "1.");
    const read = readCovenantFile(file);
    expect(!read.ok && read.error.map(({ what }) => what)).toEqual(["title", "recognition.number", "1"]);
  });
});

const CAMPAIGN = `---
campaign: "2026"
title: Cam kết thực hiện quy ước năm 2026
from: 2026-10-01
to: 2026-12-31
editions: { kp1: 4, kp2: 4 }
consent:
  version: 1
  purposes:
    record: Lưu họ tên, chữ ký để theo dõi cam kết
---
- flag (Điều 13): Treo cờ Tổ quốc ngày lễ, Tết
- waste (Điều 11): Ký hợp đồng thu gom rác
`;

describe("a campaign's file", () => {
  test("gives what households are asked", () => {
    expect(readCampaignFile(CAMPAIGN)).toEqual({
      ok: true,
      value: {
        campaign: "2026",
        body: {
          title: "Cam kết thực hiện quy ước năm 2026",
          from: "2026-10-01",
          to: "2026-12-31",
          editions: { kp1: 4, kp2: 4 },
          items: [
            { id: "flag", text: "Treo cờ Tổ quốc ngày lễ, Tết", article: 13 },
            { id: "waste", text: "Ký hợp đồng thu gom rác", article: 11 },
          ],
          consent: {
            version: 1,
            purposes: [{ id: "record", text: "Lưu họ tên, chữ ký để theo dõi cam kết" }],
          },
        },
      },
    });
  });

  test("of the demo has eight items", () => {
    const read = readCampaignFile(readFileSync("demo/cam-ket-2026.md", "utf8"));
    expect(read.ok && read.value.body.items.length).toBe(8);
  });

  test.each([
    ["no items", CAMPAIGN.replace(/- (flag|waste).*\n/g, ""), { code: "no-items" }],
    ["an item without its article", CAMPAIGN.replace(" (Điều 13)", ""), { line: 12, code: "not-an-item" }],
    [
      "an item without words",
      CAMPAIGN.replace("Ký hợp đồng thu gom rác", ""),
      { line: 13, code: "item-without-text" },
    ],
    ["one item twice", CAMPAIGN.replace("waste", "flag"), { line: 13, code: "item-twice", what: "flag" }],
    [
      "no purposes",
      CAMPAIGN.replace(/ {2}purposes:\n.*\n/, ""),
      { code: "missing", what: "consent.purposes" },
    ],
    [
      "an end before its start",
      CAMPAIGN.replace("to: 2026-12-31", "to: 2026-01-31"),
      { line: 5, code: "ends-before-start" },
    ],
    ["an edition for no area", CAMPAIGN.replace("kp2: 4", "Khu: 4"), { line: 6, code: "wrong" }],
  ])("with %s is refused", (_name, file, flaw) => {
    const read = readCampaignFile(file);
    expect(!read.ok && read.error[0]).toMatchObject(flaw);
  });
});
