import { describe, expect, test } from "vitest";
import { isGood, judgeLinked, judgeOwn } from "../../../src/domain/covenant/address-answer.ts";
import { linkedAddresses, ownAddresses } from "../../../src/domain/covenant/printed-addresses.ts";
import type { Handbook } from "../../../src/domain/ward-facts.ts";
import { linkedAddress, linksIn } from "../../../src/domain/words/links-in.ts";

describe("links in words", () => {
  test.each([
    ["Xem https://dichvucong.gov.vn/tra-cuu?so=1#a.", ["https://dichvucong.gov.vn/tra-cuu?so=1#a"]],
    ["(www.tayninh.gov.vn), hoặc “http://kt.vn/a_(b)”;", ["www.tayninh.gov.vn", "http://kt.vn/a_(b)"]],
    ["Trang kientuong.tayninh.gov.vn: mục Tin tức…", ["kientuong.tayninh.gov.vn"]],
    ["Ghi vào [sổ](https://a.vn/so).", ["https://a.vn/so"]],
    ["Thư: ubnd@kientuong.vn, ub.kt@a.com.vn", []],
    ["Gọi 0272.384.1234, ngày 18.11.2026, điều 3.vn1", []],
    ["ftp://a.vn/x và file:///etc/passwd", ["ftp://a.vn/x", "file:///etc/passwd"]],
    ["một câu không có gì", []],
  ])("%s", (text, links) => {
    expect(linksIn(text)).toEqual(links);
  });

  test("one without a scheme is a web page's", () => {
    expect(linkedAddress("www.a.vn")).toBe("https://www.a.vn");
    expect(linkedAddress("HTTP://a.vn")).toBe("HTTP://a.vn");
  });
});

test("every address that the ward prints is its own once, and of a link all places are known", () => {
  expect(ownAddresses("phuong-3", ["kp1", "kp2"]).map(({ path }) => path)).toEqual([
    "/so-tay/phuong-3",
    "/so-tay/phuong-3/kp1",
    "/so-tay/phuong-3/kp2",
    "/bien-nhan",
  ]);
  const article = (number: number, text: string) => ({ number, title: "", text });
  const chapters = [{ title: "I", articles: [article(1, "Xem a.vn, rồi a.vn."), article(2, "Xem b.vn")] }];
  const handbook = {
    introduction: "Lời đầu: https://a.vn",
    decisions: [{ title: "Q", number: "1", date: "2026-01-01", authority: "UB", text: "c.vn" }],
    opinions: [{ text: "?", answer: "d.vn" }],
    contacts: [{ office: "Công an", name: "e.vn", phone: "113" }],
    translations: [
      { lang: "km", reviewed: false, title: "", chapters: [{ title: "", articles: [article(2, "f.vn")] }] },
    ],
  } as unknown as Handbook;
  const books = [
    { covenant: { area: "kp1", chapters }, handbook },
    { covenant: { area: "kp2", chapters: [{ title: "I", articles: [article(1, "a.vn")] }] }, handbook: null },
  ];
  const found = Object.fromEntries(
    linkedAddresses(books).map(({ address, places }) => [
      address.slice("https://".length),
      places.map(({ area, article: number }) => `${area} ${number ?? "-"}`),
    ]),
  );
  expect(found).toEqual({
    "a.vn": ["kp1 1", "kp1 -", "kp2 1"],
    "b.vn": ["kp1 2"],
    "f.vn": ["kp1 2"],
    "c.vn": ["kp1 -"],
    "d.vn": ["kp1 -"],
    "e.vn": ["kp1 -"],
  });
});

describe("what came is judged by what the page says of itself", () => {
  const [whole, book, receipt] = ownAddresses("phuong-3", ["kp2"]);
  const APP = `<meta name="app-scripts" content="/a.js" />`;
  const named = (path: string) => `${APP}<link rel="canonical" href="https://x.vn${path}" />`;
  const came = (text: string, status = 200) => ({ status, text, moved: null });

  test.each([
    [book, came(named("/so-tay/phuong-3/kp2")), "right"],
    [book, came(named("/so-tay/phuong-3/kp1")), "empty"],
    [book, came(named("/so-tay/phuong-2/kp2")), "empty"],
    [book, came(APP), "empty"],
    [book, came("<h1>Đăng nhập wifi</h1>"), "other"],
    [book, came(`<link rel="canonical" href="https://x.vn/so-tay/phuong-3/kp2">`), "other"],
    [book, came(named("/so-tay/phuong-3/kp2"), 503), "status"],
    [receipt, came(`${APP}<section class="card check-verdict">`), "right"],
    [receipt, came(APP), "other"],
    [whole, came("<h1>Đăng nhập wifi</h1>"), "other"],
  ])("%#", (own, page, is) => {
    if (!own) throw new Error("no address");
    expect(judgeOwn(own, page, true).is).toBe(is);
  });

  test("the page of all handbooks names no ward: whether the ward is there tells", () => {
    if (!whole) throw new Error("no address");
    expect(judgeOwn(whole, came(APP), true).is).toBe("right");
    expect(judgeOwn(whole, came(APP), false).is).toBe("empty");
  });

  test("nor is the same path at another's site the page, where it is known which are the ward's own", () => {
    if (!book || !receipt) throw new Error("no address");
    const isOurs = (host: string) => host === "x.vn";
    const judged = (own: typeof book, text: string, to?: string) =>
      judgeOwn(own, { ...came(text), moved: to === undefined ? null : { to } }, true, isOurs);
    const theirs = named("/so-tay/phuong-3/kp2").replace("x.vn", "y.vn");
    const checks = `${APP}<section class="card check-verdict">`;
    expect(judged(book, theirs)).toEqual({ is: "other", moved: null, host: "y.vn" });
    expect(judged(receipt, checks, "https://y.vn/bien-nhan")).toMatchObject({ is: "other", host: "y.vn" });
    // By whatever way it came, and whether or not it is encrypted there.
    expect(judged(book, named("/so-tay/phuong-3/kp2"), "https://www.y.vn/so-tay").is).toBe("right");
    expect(judged(receipt, checks, "http://x.vn/bien-nhan").is).toBe("right");
    expect(judged(receipt, checks).is).toBe("right");
  });

  test("of another's page only that there is one", () => {
    expect(judgeLinked(came("gì đó", 204))).toEqual({ is: "opens", moved: null });
    expect(judgeLinked(came("", 404))).toEqual({ is: "status", status: 404 });
    expect([isGood({ is: "opens", moved: null }), isGood({ is: "empty" })]).toEqual([true, false]);
  });
});
