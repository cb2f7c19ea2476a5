import { expect, test } from "vitest";
import { VIETNAMESE } from "../../src/domain/words/number-format.ts";
import { handbookAddress, readHandbookAddress, readWardAddress } from "../../src/ui/handbook/addresses.ts";
import { clausesOf, findArticle } from "../../src/domain/covenant/articles.ts";
import { chapterHead } from "../../src/domain/covenant/chapter-head.ts";
import { figuresOf, figuresOfArticle } from "../../src/ui/handbook/chapters/figures.ts";
import { makeSearchable, searchArticles, snippetOf } from "../../src/ui/handbook/search.ts";
import { handbookPhone } from "./handbook-ward.ts";
import type { HandbookView } from "../../src/phone/api/phone.ts";

test.each([
  ["/so-tay/phuong-3/kp2", "", { ward: "phuong-3", area: "kp2", article: null }],
  ["/so-tay/phuong-3/kp2/", "#dieu-11", { ward: "phuong-3", area: "kp2", article: "11" }],
  ["/so-tay/phuong-3/kp2/t07", "#dieu-11a", { ward: "phuong-3", area: "kp2/t07", article: "11a" }],
  ["/so-tay/phuong-3/kp2", "#dieu-11%20b", { ward: "phuong-3", area: "kp2", article: "11 b" }],
  ["/so-tay/phuong-3/kp2", "#dieu-%", { ward: "phuong-3", area: "kp2", article: "%" }],
  ["/so-tay/phuong-3/kp2", "#main", { ward: "phuong-3", area: "kp2", article: null }],
  ["/so-tay/phuong-3", "", null],
  ["/so-tay/Phường 3/kp2", "", null],
  ["/so-tay/phuong-3/KP2", "", null],
  ["/di-ho", "", null],
])("%s%s is read", (path, hash, place) => {
  expect(readHandbookAddress(path, hash)).toEqual(place);
});

test("an address that is written is read the same", () => {
  const [path = "", hash] = handbookAddress("phuong-3", "kp2/t07", "11 b").split("#");
  expect(readHandbookAddress(path, `#${hash}`)).toEqual({
    ward: "phuong-3",
    area: "kp2/t07",
    article: "11 b",
  });
  expect(handbookAddress("phuong-3", "kp2")).toBe("/so-tay/phuong-3/kp2");
  expect(readWardAddress("/so-tay/phuong-3/")).toBe("phuong-3");
  expect(readWardAddress("/so-tay")).toBeNull();
});

test.each([
  ["Chương III. Nếp sống", 0, { mark: "III", name: "Nếp sống" }],
  ["Chương 4: Môi trường", 0, { mark: "4", name: "Môi trường" }],
  ["Nếp sống", 2, { mark: "3", name: "Nếp sống" }],
  ["Chương trình chung", 0, { mark: "1", name: "Chương trình chung" }],
])("the chapter '%s' is headed", (title, index, head) => {
  expect(chapterHead({ title }, index)).toEqual(head);
});

test("clauses are told apart by their numbers, paragraphs by empty lines", () => {
  expect(clausesOf("1. Một.\n\n2. Hai\nnối dòng.\n3) Ba.\n\nLời cuối năm 2026.")).toEqual([
    { number: "1", text: "Một." },
    { number: "2", text: "Hai\nnối dòng." },
    { number: "3", text: "Ba." },
    { number: null, text: "Lời cuối năm 2026." },
  ]);
});

const chapters = [
  { title: "Chương I. Một", articles: [{ number: 1, title: "Phạm vi", text: "Dùng cho mọi nhà." }] },
  {
    title: "Chương II. Hai",
    articles: [
      {
        number: "2a",
        title: "Thu gom rác",
        text: `${"Bà con giữ đường sạch. ".repeat(10)}Rác để đúng giờ xe đến.`,
      },
      { number: 3, title: "Treo cờ", text: "Ngày lễ treo cờ, không xả rác." },
    ],
  },
];

test("an article knows what stands before and after it, across chapters", () => {
  const found = findArticle(chapters, "2a");
  expect(found?.chapter).toEqual({ mark: "II", name: "Hai" });
  expect([found?.previous?.number, found?.next?.number]).toEqual([1, 3]);
  expect(findArticle(chapters, "1")?.previous).toBeUndefined();
  expect(findArticle(chapters, "9")).toBeUndefined();
});

test("words are met with and without marks, those in a title first", () => {
  const articles = makeSearchable(chapters);
  const numbers = (query: string) => searchArticles(articles, query).map(({ article }) => article.number);
  expect(numbers("rac")).toEqual(["2a", 3]);
  expect(numbers("RÁC")).toEqual(["2a", 3]);
  // Marks that were typed are meant.
  expect(numbers("rạc")).toEqual([]);
  expect(numbers("xe rac")).toEqual(["2a"]);
  expect(numbers("dieu 3")).toEqual([3]);
  expect(numbers("  ")).toEqual([]);
});

test("a snippet begins near the word that was met, at the beginning of a word", () => {
  const text = chapters[1]?.articles[0]?.text ?? "";
  const pieces = snippetOf(text, ["dung"]);
  expect(pieces[0]).toEqual({ text: "…", hit: false });
  expect(pieces.find(({ hit }) => hit)?.text).toBe("đúng");
  const whole = pieces.map((piece) => piece.text).join("");
  expect(text).toContain(whole.replace(/^…/, ""));
  expect(text.split(" ")).toContain(whole.replace(/^…/, "").split(" ")[0]);
});

test("the ward's figure stands before the area's own, with the year before", async () => {
  const view = await viewOf();
  const [figure] = figuresOf(view, VIETNAMESE);
  expect(figure).toMatchObject({
    value: "98,06%",
    period: "2026",
    ofWard: true,
    before: { value: "93%", period: "2025" },
    own: "98,24%",
  });
  expect(
    figuresOf({ ...view, area: { code: "kp20", name: "Khu phố 20" } }, VIETNAMESE)[0]?.own,
  ).toBeUndefined();
});

test("a figure belongs to the article it names, or to that of the pledge's item of its id", async () => {
  const view = await viewOf();
  expect(figuresOfArticle(view, 11, VIETNAMESE)).toHaveLength(1);
  expect(figuresOfArticle(view, 12, VIETNAMESE)).toHaveLength(0);
  const named = view.indicators.map((one) => ({ ...one, indicator: { ...one.indicator, article: "12" } }));
  expect(figuresOfArticle({ ...view, indicators: named }, 12, VIETNAMESE)).toHaveLength(1);
  // An item in new words has another id.
  if (!view.campaign) throw new Error("no campaign");
  const items = view.campaign.items.map((item) => ({ ...item, id: `${item.id}-moi` }));
  const former = view.campaign.items.map((words) => ({ words, until: 9 }));
  const campaign = { ...view.campaign, items, former };
  expect(figuresOfArticle({ ...view, campaign }, 11, VIETNAMESE)).toHaveLength(1);
});

async function viewOf(): Promise<HandbookView> {
  const phone = await handbookPhone();
  return new Promise((resolve) => {
    const stop = phone.watch.handbook(
      "phuong-3",
      "kp2",
    )((view) => {
      if (view) resolve(view);
      queueMicrotask(() => stop());
    });
  });
}
