import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

import type { Draft } from "../../src/domain/statement.ts";
import { html } from "../../src/server/page/html.ts";
import { inlineStyles } from "../../src/server/page/inline-styles.ts";
import { words } from "../../src/server/page/words.ts";
import { viMore } from "../../src/ui/text/vi-more.ts";
import { vi } from "../../src/ui/text/vi.ts";
import { openHouse, WARD, type House } from "./house.ts";

const LOOKS = "p{margin:0}";
const LETTERS = "@font-face{font-family:A;src:url(/assets/a.woff2)}";
const INDEX = `<!doctype html><head><link rel="stylesheet" crossorigin href="/assets/style.css"><meta name="description" content="Mọi trang" /><title>Sổ tay</title><meta name="app-scripts" content="/assets/app.js /assets/run.js"><meta name="form-scripts" content="/assets/app.js /assets/form.js"></head><body><div id="root"><p>Đang mở…</p></div><script type="module" src="/a.js"></script></body>`;

let house: House;
beforeEach(async () => {
  const webRoot = mkdtempSync(join(tmpdir(), "so-tay-web-"));
  mkdirSync(join(webRoot, "assets"));
  writeFileSync(join(webRoot, "index.html"), INDEX);
  writeFileSync(join(webRoot, "assets/style.css"), LETTERS + LOOKS);
  house = await openHouse({ webRoot });
});
afterEach(() => house.remove());

const covenant = (edition: number, title: string): Draft => ({
  type: "covenant.published",
  sub: "kp1",
  body: {
    covenant: "kp1",
    edition,
    title: "Quy ước khu phố 1",
    inForce: "2022-10-14",
    recognition: { number: "1527/QĐ-UBND", date: "2022-10-14", authority: "UBND thị xã" },
    chapters: [{ title, articles: [{ number: 1, title: "Phạm vi", text: "Mọi nhà." }] }],
  },
});

const page = async (path: string) => house.ask({ method: "GET", url: `/so-tay/${path}` });

test("the page of a handbook begins with its cover and its contents, as they stand now", async () => {
  await house.wardSays(covenant(3, "Chương I. Quy định chung"));
  const { status, headers, text } = await page(`${WARD}/kp1/t01`);
  expect([status, headers["cache-control"]]).toEqual([200, "no-cache"]);
  expect(headers["content-type"]).toBe("text/html; charset=utf-8");
  for (const part of ["Phường Thử", "ấn bản lần thứ 3", "14/10/2022", ">Quy định chung<", "1 điều"])
    expect(text).toContain(part);
  // The app's own place waits until the app has drawn there.
  expect(text).toContain(`<div id="root" hidden><p>Đang mở…</p>`);
  await house.wardSays(covenant(4, "Chương I. Nếp sống"));
  expect((await page(`${WARD}/kp1`)).text).toContain(">Nếp sống<");
});

test("what is suspended stands on the first page and at its article, with the decision, in the app's own words", async () => {
  await house.wardSays(covenant(3, "Chương I. Quy định chung"));
  const decided = (more: object): Draft => ({
    type: "covenant.decided",
    sub: "kp1",
    body: {
      covenant: "kp1",
      outcome: "suspended",
      decision: { number: "15/QĐ-UBND", date: "2026-11-20", authority: "UBND phường Thử" },
      from: "2026-11-25",
      ...more,
    },
  });
  await house.wardSays(decided({ articles: [9], grounds: "Chờ <sửa>." }));
  const by =
    "tạm ngừng thực hiện từ 25/11/2026, theo Quyết định số 15/QĐ-UBND ngày 20/11/2026 của UBND phường Thử.";
  const first = (await page(`${WARD}/kp1`)).text;
  expect(first).toContain(`Điều 9 của quy ước này ${by}`);
  expect(first).toContain("Lý do: Chờ &#60;sửa&#62;.");
  expect((await page(`${WARD}/kp1?dieu=1`)).text).not.toContain("tạm ngừng");
  await house.wardSays(decided({}));
  expect((await page(`${WARD}/kp1?dieu=1`)).text).toContain(`Quy ước này ${by}`);
  // One stands in the place of the other.
  const { by: decision, ...rest } = vi.handbook.halted;
  const say = (of: string) => of.replace("{{by}}", decision).replaceAll(/[{]{2}(\w+)[}]{2}/g, "$1");
  const { halted } = words;
  expect({
    suspended: halted.suspended("what", "from", "number", "date", "authority"),
    abolished: halted.abolished("what", "from", "number", "date", "authority"),
    whole: halted.whole,
    article: halted.article,
    articles: halted.articles("list"),
    grounds: halted.grounds("grounds"),
  }).toEqual(Object.fromEntries(Object.entries(rest).map(([name, of]) => [name, say(of)])));
});

test("a page that only the app can fill has its scripts asked for at once; what shows something without it, or is kept, has not", async () => {
  await house.wardSays(covenant(3, "Chương I. Quy định chung"));
  const linked = async (url: string) => (await house.ask({ method: "GET", url })).headers["link"];
  const both =
    "</assets/app.js>; rel=modulepreload; crossorigin, </assets/run.js>; rel=modulepreload; crossorigin";
  for (const url of [`/so-tay/${WARD}/khong-co`, "/di-ho", "/ho-cua-toi/ky"])
    expect(await linked(url)).toBe(both);
  for (const url of ["/ho/01928c9e-1/ky", "/ho/01928c9e-1/ky?lai"])
    expect(await linked(url)).toBe(both.replace("run.js", "form.js"));
  for (const url of [`/so-tay/${WARD}/kp1`, "/bien-nhan", "/index.html"])
    expect(await linked(url)).toBeUndefined();
});

test("a page that shows something by itself waits for no style, and the browser may take those that are within", async () => {
  await house.wardSays(covenant(3, "Chương I. Quy định chung"));
  const source = (css: string) => `'sha256-${createHash("sha256").update(css).digest("base64")}'`;
  for (const url of [`/so-tay/${WARD}/kp1`, `/so-tay/${WARD}/kp1?dieu=1`, "/bien-nhan"]) {
    const { headers, text } = await house.ask({ method: "GET", url });
    expect(text).not.toContain("/assets/style.css");
    // Letters are asleep: they would stand in the way of what is written in others already.
    expect(text).toContain(`<style>${LOOKS}</style><style id="letters" media="not all">${LETTERS}</style>`);
    expect(headers["content-security-policy"]).toContain(
      `;style-src ${source(LOOKS)} ${source(LETTERS)} 'self';`,
    );
  }
  const { headers, text } = await house.ask({ method: "GET", url: "/di-ho" });
  expect(text).toContain("/assets/style.css");
  expect(headers["content-security-policy"]).toContain(";style-src 'self';");
});

test("the page of a receipt says at once what is being done, and what any receipt shows and does not", async () => {
  const { status, headers, text } = await house.ask({ method: "GET", url: "/bien-nhan" });
  expect([status, headers["cache-control"]]).toEqual([200, "no-cache"]);
  expect(text).toContain(`<div id="root" hidden><p>Đang mở…</p>`);
  for (const part of [
    "Đang kiểm chữ ký…",
    "Ai đã cầm bút.",
    "<title>Biên nhận cam kết · Sổ tay Quy ước</title>",
  ])
    expect(text).toContain(part);
});

test("styles that would end their own element stay a file of their own", () => {
  const linked = `<link rel="stylesheet" href="/a.css">`;
  expect(inlineStyles(linked, () => `a{content:"</style>"}`)).toEqual({ html: linked, styleSources: [] });
  expect(inlineStyles(linked, () => null)).toEqual({ html: linked, styleSources: [] });
});

test("what the ward wrote is text there, whatever it is", async () => {
  const wrong = `<script>alert(1)</script> "&' $& $1 <img src=x onerror=alert(1)>`;
  await house.wardSays(covenant(1, wrong));
  const { text } = await page(`${WARD}/kp1`);
  expect(text).not.toMatch(/<script>|<img/);
  const article = (await page(`${WARD}/kp1?dieu=1`)).text;
  expect(article).not.toMatch(/<script>|<img/);
  expect(article.match(/<script/g)).toHaveLength(1);
  expect(text).toContain("&#60;script&#62;alert(1)&#60;/script&#62; &#34;&#38;&#39; $&#38; $1");
  expect(text.match(/<script/g)).toHaveLength(1);
});

test("nothing gets there but what anybody may read", async () => {
  await house.wardSays(covenant(1, "Chương I. Quy định chung"));
  const { text } = await page(`${WARD}/kp1`);
  expect(text).not.toMatch(/Nguyễn Thị Ánh|Trần Văn Bảy|Lê Hoàng Dũng|Đường|kid|jti/);
});

test("a link to an article brings the article in the page, and what others show of it", async () => {
  await house.wardSays(covenant(3, "Chương I. Quy định chung"));
  const { text } = await page(`${WARD}/kp1?dieu=1`);
  expect(text).toMatch(/<h1>\s*<span class="reader-number">Điều 1<\/span> Phạm vi<\/h1>/);
  expect(text).toContain("Mọi nhà.");
  expect(text).not.toContain("cover-publisher");
  expect(text).toContain("<title>Điều 1. Phạm vi · Quy ước khu phố 1</title>");
  const og = (name: string) => new RegExp(`property="og:${name}" content="([^"]*)"`).exec(text)?.[1];
  expect([og("title"), og("description"), og("url"), og("image")]).toEqual([
    "Điều 1. Phạm vi · Quy ước khu phố 1",
    "Mọi nhà.",
    `http://localhost:8787/so-tay/${WARD}/kp1?dieu=1`,
    "http://localhost:8787/chia-se.png",
  ]);
  expect(text.match(/<title>|name="description"/g)).toHaveLength(2);
  // A number that the book has not got leads to its cover.
  const none = (await page(`${WARD}/kp1?dieu=99`)).text;
  expect(none).toContain("cover-publisher");
  expect(none).toContain(`content="http://localhost:8787/so-tay/${WARD}/kp1"`);
});

test.each([`${WARD}/kp9`, "phuong-la/kp1", `${WARD}/KP1<x>`, `${WARD}/`, WARD])(
  "%s is no handbook: the app says so itself",
  async (path) => {
    await house.wardSays(covenant(1, "Chương I. Quy định chung"));
    const { status, text } = await page(path);
    expect([status, text]).toEqual([200, INDEX]);
  },
);

test("text put into a page is escaped once, and pages put into pages are not", () => {
  expect(html`<p title="${`"<`}">${[html`<b>${"&"}</b>`, 7]}</p>`.html).toBe(
    `<p title="&#34;&#60;"><b>&#38;</b>7</p>`,
  );
});

test("its words are those that the app puts in their place", () => {
  const { handbook, common } = vi;
  expect([words.coverTitle, words.search, words.contents, words.demo]).toEqual([
    handbook.coverTitle,
    handbook.search,
    handbook.contents,
    common.demo,
  ]);
  expect([words.publisher("A"), words.edition("4"), words.edition("2026b"), words.inForce("B")]).toEqual([
    handbook.publisher.replace("{{ward}}", "A"),
    handbook.edition.replace("{{edition}}", "4"),
    handbook.editionNamed.replace("{{edition}}", "2026b"),
    handbook.inForce.replace("{{date}}", "B"),
  ]);
  expect([words.chapter("I"), words.articles(6)]).toEqual([
    handbook.chapter.replace("{{mark}}", "I"),
    handbook.articles_other.replace("{{count}}", "6"),
  ]);
  const { checking: _of, ...receipt } = words.receipt;
  expect(viMore.check).toMatchObject(receipt);
});
