import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { readCovenantFile } from "../../src/domain/covenant/covenant-file.ts";
import { HandbookCover } from "../../src/ui/handbook/HandbookCover.tsx";
import { readFileSync } from "node:fs";
import { handbookPhone } from "./handbook-ward.ts";
import { newId } from "./memory-phone.ts";
import { renderAt } from "./render-at.tsx";

test("whoever reads in English hears the covenant's own words as Vietnamese, in headings and contents, of each edition and draft", async () => {
  const phone = await handbookPhone();
  await publishNext(phone.office);
  await phone.act.set({ language: "en" });
  const { user } = renderAt(phone, "/so-tay/phuong-3/kp2", <HandbookCover />);
  await user.click(await screen.findByText("See each article that changed"));
  await user.click(await screen.findByText(/^Edition 4, in force from/));
  await screen.findByText(/^This is an earlier edition/);
  await screen.findByRole("heading", { name: /Rác \(dự thảo\)$/ });
  expect(vietnameseIn(".changes h3").length).toBeGreaterThan(1);
  expect(vietnameseIn(".old-edition h3").length).toBeGreaterThan(1);
  expect(vietnameseIn(".chapter-list").length).toBeGreaterThan(30);
  const wrong = vietnameseIn(
    "h1, h2, h3, h4, .chapter-list, .changes, .old-edition section, .posted-drafts details",
  ).filter(({ lang }) => lang !== "vi");
  expect(wrong).toEqual([]);
  // What is the app's own is not told to be Vietnamese.
  const [own] = screen.getAllByRole("heading", { name: "Contents" });
  expect(own?.closest("[lang]")?.getAttribute("lang")).toBe("en");
  expect(screen.getAllByRole("link", { name: "Article 1. Phạm vi áp dụng" }).length).toBeGreaterThan(0);

  /** Edition 5, in which an article has another title and one is gone, and a draft that is posted. */
  async function publishNext(office: typeof phone.office): Promise<void> {
    const read = readCovenantFile(readFileSync("demo/quy-uoc-kp2.md", "utf8"));
    if (!read.ok) throw new Error("the demo's covenant is not sound");
    const [first, ...chapters] = structuredClone(read.value.covenant.chapters);
    const [one, , ...articles] = first?.articles ?? [];
    if (!first || !one) throw new Error("the demo's covenant has no articles");
    const changed = { ...first, articles: [{ ...one, title: "Phạm vi áp dụng" }, ...articles] };
    const sub = newId();
    const draft = {
      title: "Dự thảo",
      chapters: [
        { title: "Môi trường", articles: [{ number: 11, title: "Rác (dự thảo)", text: "Lời mới." }] },
      ],
    };
    const step = (name: string, date: string, figures: object, more: object = {}) => ({
      type: "amendment.stepped",
      sub,
      in: "kp2",
      body: { step: name, date, figures, ...more },
    });
    await phone.wardSays(office, [
      {
        type: "covenant.published",
        sub: "kp2",
        body: { ...read.value.covenant, edition: 5, chapters: [changed, ...chapters] },
      },
      {
        type: "amendment.opened",
        sub,
        in: "kp2",
        body: { covenant: "kp2", kind: "change", title: "Đổ rác" },
      },
      step("proposal", "2026-10-01", { by: "head", front: true }),
      step("posting", "2026-10-10", { house: true }, { draft }),
    ]);
  }
});

test("so are figures, works, questions with their answers, and whom to call", async () => {
  const phone = await handbookPhone();
  await phone.act.set({ language: "en" });
  renderAt(phone, "/so-tay/phuong-3/kp2", <HandbookCover />);
  await screen.findByRole("heading", { name: "Whom to call" });
  for (const part of [".figure p:first-child", ".opinion", ".contacts-words"])
    expect(vietnameseIn(part).map(({ lang }) => lang)).toEqual(vietnameseIn(part).map(() => "vi"));
  expect(vietnameseIn(".contacts-words").length).toBeGreaterThan(3);
  expect(screen.getAllByText(/^Answered:/).length).toBeGreaterThan(0);
});

test("the booklet printed in English keeps the covenant's own words, and says in which language they are", async () => {
  const phone = await handbookPhone();
  await phone.act.set({ language: "en" });
  renderAt(phone, "/so-tay/phuong-3/kp2#ban-in", <HandbookCover />);
  await screen.findAllByText("Contents");
  const words = vietnameseIn(".booklet-measure, .leaf-items");
  expect(words.length).toBeGreaterThan(100);
  // What the app says of the covenant names the authority in its own words.
  const wrong = words.filter(({ words: one, lang }) => lang !== "vi" && !one.startsWith("This covenant was"));
  expect(wrong).toEqual([]);
  expect(document.querySelector(".booklet-measure h3")?.textContent).toMatch(/^Article 1\. Phạm vi/);
});

/** Words with Vietnamese letters within some elements, each with the language in which it is read out. */
function vietnameseIn(selector: string): { readonly words: string; readonly lang: string | null }[] {
  return [...document.querySelectorAll(selector)].flatMap((element) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const found: { readonly words: string; readonly lang: string | null }[] = [];
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const words = node.textContent ?? "";
      if (!/[àáảãạăâđèéẻẽẹêìíỉĩịòóỏõọôơùúủũụưỳýỷỹỵế-ỹ]/iu.test(words)) continue;
      found.push({ words, lang: node.parentElement?.closest("[lang]")?.getAttribute("lang") ?? null });
    }
    return found;
  });
}
