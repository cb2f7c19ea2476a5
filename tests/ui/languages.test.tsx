import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { MeScreen } from "../../src/ui/me/MeScreen.tsx";
import { addWords, makeTexts, speak } from "../../src/ui/text/i18n.ts";
import { markVietnamese } from "../../src/ui/text/mark-vietnamese.ts";
import { en } from "../../src/ui/text/en.ts";
import { km } from "../../src/ui/text/km.ts";
import { reader } from "../../src/ui/text/vi/reader.ts";
import { viLater } from "../../src/ui/text/vi-later.ts";
import { viPledge } from "../../src/ui/text/vi-pledge.ts";
import { vi } from "../../src/ui/text/vi.ts";
import { UnreviewedNotice } from "../../src/ui/welcome/UnreviewedNotice.tsx";
import { demoPhone } from "./demo-ward.ts";
import { renderScreen } from "./render-screen.tsx";

const vietnamese = leaves({ ...vi, ...viLater, ...viPledge, reader });

test("every Khmer word stands for a Vietnamese one, and fills in the same blanks", () => {
  const khmer = leaves(km);
  expect(khmer.size).toBeGreaterThan(100);
  for (const [key, words] of khmer) {
    expect([key, vietnamese.has(key)]).toEqual([key, true]);
    expect([key, blanksOf(words)]).toEqual([key, blanksOf(vietnamese.get(key) ?? "")]);
    expect([key, /\p{Script=Khmer}/u.test(words)]).toEqual([key, true]);
  }
});

test("what a reader sees first is said in Khmer, what is not translated in Vietnamese", async () => {
  const { user } = renderScreen(await demoPhone(), <MeScreen />);
  await user.click(await screen.findByRole("button", { name: "ភាសាខ្មែរ" }));
  expect(await screen.findByRole("heading", { level: 1, name: "ខ្ញុំ" })).toBeTruthy();
  await waitFor(() => expect(document.documentElement.lang).toBe("km"));
  const untranslated = screen.getByRole("heading", { name: "Gửi về phường" });
  // A screen reader must not read them by the rules of Khmer, nor the Khmer ones by those of Vietnamese.
  await waitFor(() => expect(untranslated.closest("[lang]")?.getAttribute("lang")).toBe("vi"));
  const khmer = screen.getByRole("heading", { level: 1, name: "ខ្ញុំ" });
  expect(khmer.closest("[lang]")?.getAttribute("lang")).toBe("km");
  expect(screen.getByRole("button", { name: "ភាសាខ្មែរ" }).getAttribute("aria-pressed")).toBe("true");
  await user.click(screen.getByRole("button", { name: "Tiếng Việt" }));
  expect(await screen.findByRole("heading", { level: 1, name: "Tôi" })).toBeTruthy();
  await waitFor(() => expect(document.documentElement.lang).toBe("vi"));
  expect(document.querySelector("h1[lang], h2[lang]")).toBeNull();
});

test("what is drawn later is marked, too, by its label where it has one; what says its language itself is left alone", async () => {
  document.documentElement.lang = "km";
  const root = document.createElement("div");
  document.body.append(root);
  const stop = markVietnamese(root, /\p{Script=Khmer}/u);
  root.innerHTML = `<nav aria-label="Cách đi"><a id="a">ខ្ញុំ</a><a id="b">Thứ tự</a></nav>
    <p id="c">Hẹn <b id="d">ខ្ញុំ</b></p><p id="e" lang="en">English</p><p id="f">12</p>
    <input id="g" placeholder="Tìm">`;
  const langOf = (id: string) => root.querySelector(`#${id}`)?.closest("[lang]")?.getAttribute("lang");
  await waitFor(() => expect(langOf("b")).toBe("vi"));
  expect(["a", "c", "d", "e", "f", "g"].map(langOf)).toEqual(["km", "vi", "km", "en", "km", "vi"]);
  root.querySelector("#c")!.firstChild!.textContent = "ខ្ញុំ ";
  await waitFor(() => expect(langOf("c")).toBe("km"));
  stop();
  expect(root.querySelectorAll("[lang]")).toHaveLength(1);
  root.remove();
});

test("words of a part that comes later are in Khmer, too, and its others in Vietnamese", async () => {
  const texts = makeTexts(vi);
  await speak(texts, "km");
  addWords(texts, "vi", { reader });
  expect(texts.t("reader:next")).toBe(km.reader?.next);
  expect(texts.t("reader:posted")).toBe(reader.posted);
  expect(texts.t("handbook:articles", { count: 30 })).toBe("30 មាត្រា");
});

test("a page in words that nobody has reviewed says so, in these and in Vietnamese", async () => {
  const phone = await demoPhone();
  renderScreen(phone, <UnreviewedNotice />);
  expect(screen.queryByText(/chưa được duyệt/)).toBeNull();
  await phone.act.set({ language: "km" });
  expect((await screen.findByText(/Bản dịch tiếng Khmer chưa được duyệt/)).textContent).toMatch(
    /^ការបកប្រែជាភាសាខ្មែរនេះមិនទាន់បានត្រួតពិនិត្យទេ/,
  );
  await phone.act.set({ language: "en" });
  await waitFor(() => expect(screen.queryByText(/chưa được duyệt/)).toBeNull());
  expect([vi.common.unreviewed, en.common.unreviewed]).toEqual(["", ""]);
});

function leaves(words: object, path = ""): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]: [string, unknown]): [string, string][] =>
      typeof value === "object" && value !== null
        ? [...leaves(value, `${path}${key}.`)]
        : [[`${path}${key}`, String(value)]],
    ),
  );
}

function blanksOf(words: string): string[] {
  return [...words.matchAll(/\{\{[^}]+\}\}/g)].map(([blank]) => blank).sort();
}

test("one of a thing is said in English as one", async () => {
  const texts = makeTexts({ ...vi, ...viLater });
  await speak(texts, "en");
  const said = ["tables:all", "leaving:unsaved", "leaving:carried", "round:why.again"].map((key) =>
    texts.t(key as "round:why.again", { count: 1, number: "1" }),
  );
  expect(said.filter((words) => /\b1 (rows|records|parcels|time)\b/.test(words))).toEqual([]);
  expect(said[0]).toBe("1 row");
});

test("a ward's places have English names where whoever reads English is told of them", () => {
  // Beside these, 'tổ' and 'khu phố' explain the word or are those of a printed sheet.
  const { praise, own, viewer } = en;
  const untranslated = [...leaves({ praise, own, viewer, reader: en.reader })].filter(
    ([key, words]) =>
      /(?<!\p{L})(tổ|khu phố)(?!\p{L})/iu.test(words) && !/^praise\.(paper|certificate)/.test(key),
  );
  expect(untranslated).toEqual([]);
});
