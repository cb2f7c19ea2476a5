import { beforeAll, expect, test } from "vitest";
import { whomNext } from "../../src/domain/round/whom-next.ts";
import { villageWords } from "../../src/ui/practice/village-words.ts";
import { makeTexts, speak } from "../../src/ui/text/i18n.ts";
import { practice } from "../../src/ui/text/vi/practice.ts";
import { vi } from "../../src/ui/text/vi.ts";

const texts = makeTexts({ ...vi, practice });
beforeAll(async () => {
  await speak(texts, "km");
  await speak(texts, "en");
});

test("the practice ward speaks English to whoever reads English, and Vietnamese to all others", () => {
  const [english, vietnamese] = [villageWords(texts, "en"), villageWords(texts, "vi")];
  expect([english.ward, english.campaign("2026")]).toEqual([
    "Practice ward",
    "Pledge to keep the covenant, 2026",
  ]);
  expect([vietnamese.ward, vietnamese.campaign("2026")]).toEqual([
    "Phường tập dùng",
    "Cam kết thực hiện quy ước năm 2026",
  ]);
  // Nobody has written Khmer words for it.
  expect(flat(villageWords(texts, "km"))).toEqual(flat(vietnamese));
});

test("each of its words is written in both languages", () => {
  const [english, vietnamese] = [flat(villageWords(texts, "en")), flat(villageWords(texts, "vi"))];
  expect(english).toHaveLength(vietnamese.length);
  for (const [at, word] of english.entries()) {
    expect(word).not.toMatch(/^village\./);
    expect(word).not.toBe(vietnamese[at]);
  }
});

test("of its two notes one tells in either language that nobody is at home by day", () => {
  for (const language of ["vi", "en"] as const) {
    const { trader, dog } = villageWords(texts, language).notes;
    const order = whomNext([door(1, dog), door(2, trader)], {
      at: Date.parse("2026-11-23T10:00+07:00") / 1000,
    });
    expect(order.now.map(({ door: { number } }) => number)).toEqual([1]);
    expect(order.later).toMatchObject([{ door: { number: 2 }, why: { kind: "homeLater" } }]);
  }
});

function flat(words: ReturnType<typeof villageWords>): string[] {
  const { ward, device, campaign, items, purpose, notes } = words;
  return [ward, device, campaign("2026"), ...Object.values(items), purpose, ...Object.values(notes)];
}

function door(number: number, note: string) {
  const status = { word: "none", at: null, appointment: null, conflict: false, absences: 0 } as const;
  return { id: `hh-${number}`, area: "kp1/t01", number, address: `${number} đường Tập Dùng`, note, status };
}
