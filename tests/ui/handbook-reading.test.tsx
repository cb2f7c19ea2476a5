import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { HandbookCover } from "../../src/ui/handbook/HandbookCover.tsx";
import { swipeOf } from "../../src/ui/handbook/article/use-paging.ts";
import { lookOf } from "../../src/ui/theme.ts";
import type { HandbookView } from "../../src/phone/api/phone.ts";
import { handbookPhone } from "./handbook-ward.ts";
import type { MemoryPhone } from "./memory-phone.ts";
import { renderAt } from "./render-at.tsx";

const CONTENTS = "/so-tay/phuong-3/kp2";

afterEach(() => {
  vi.unstubAllGlobals();
});

const article = (number: number) =>
  screen.findByRole("heading", { level: 1, name: new RegExp(`^Điều ${number} `) });

function swipe(element: Element, from: [number, number], to: [number, number]) {
  const touch = ([clientX, clientY]: [number, number]) => ({
    clientX,
    clientY,
    identifier: 0,
    target: element,
  });
  fireEvent.touchStart(element, { touches: [touch(from)], changedTouches: [touch(from)] });
  fireEvent.touchEnd(element, { touches: [], changedTouches: [touch(to)] });
}

test("pages turn by a swipe and by the arrow keys, chapters with Shift, and not while somebody writes", async () => {
  const { user, container } = renderAt(await handbookPhone(), `${CONTENTS}#dieu-11`, <HandbookCover />);
  const page = () => container.querySelector(".reader-page") ?? document.body;
  await article(11);
  swipe(page(), [300, 200], [180, 210]);
  await article(12);
  swipe(page(), [180, 200], [300, 190]);
  await article(11);
  await user.keyboard("{ArrowRight}");
  await article(12);
  await user.keyboard("{ArrowLeft}");
  await article(11);
  await user.keyboard("{Shift>}{ArrowRight}{/Shift}");
  await article(17);
  await user.keyboard("{Shift>}{ArrowLeft}{/Shift}");
  const heading = await article(11);
  await waitFor(() => expect(document.activeElement).toBe(heading));
  await user.click(screen.getByRole("button", { name: "Góp ý về điều này" }));
  await user.type(screen.getByRole("textbox", { name: "Ý kiến của bà con" }), "ab{ArrowLeft}{ArrowRight}");
  await article(11);
  const chapters = screen.getByRole("navigation", { name: "Chương trước và chương sau" });
  await user.click(within(chapters).getByRole("link", { name: /^Chương sau/ }));
  await article(17);
});

test("an article that the ward wrote into the page stays as far down as somebody has read, in the letters that it began with", async () => {
  document.body.insertAdjacentHTML(
    "beforeend",
    `<style id="letters" media="not all"></style><div id="look"><p>Điều 11</p></div>`,
  );
  const root = document.createElement("div");
  root.id = "root";
  root.hidden = true;
  document.body.append(root);
  document.documentElement.scrollTop = 240;
  const letters = () => document.querySelector<HTMLStyleElement>("#letters")?.media;
  try {
    const { user } = renderAt(await handbookPhone(), `${CONTENTS}#dieu-11`, <HandbookCover />);
    const heading = await article(11);
    await waitFor(() => expect(document.activeElement).toBe(heading));
    expect(document.getElementById("look")).toBeNull();
    expect([document.documentElement.scrollTop, letters()]).toEqual([240, "not all"]);
    await user.keyboard("{ArrowRight}");
    await article(12);
    expect([document.documentElement.scrollTop, letters()]).toEqual([0, "all"]);
  } finally {
    root.remove();
    document.getElementById("letters")?.remove();
  }
});

test.each([
  ["a quick level way to the left", { x: 300, y: 100 }, { x: 200, y: 120, at: 300 }, "after"],
  ["the same to the right", { x: 100, y: 100 }, { x: 200, y: 120, at: 300 }, "before"],
  ["a slow one", { x: 300, y: 100 }, { x: 200, y: 120, at: 900 }, null],
  ["a steep one", { x: 300, y: 100 }, { x: 200, y: 160, at: 300 }, null],
  ["a short one", { x: 300, y: 100 }, { x: 250, y: 100, at: 300 }, null],
  [
    "one from the left edge, which is the phone's own way back",
    { x: 10, y: 100 },
    { x: 200, y: 100, at: 300 },
    null,
  ],
  ["one from the right edge", { x: 350, y: 100 }, { x: 200, y: 100, at: 300 }, null],
])("%s", (_, from, to, meaning) => {
  expect(swipeOf({ ...from, at: 0, width: 360 }, { ...to, width: 360 })).toBe(meaning);
});

test("the place is kept in the phone: the contents lead back to it after a restart", async () => {
  const phone = await handbookPhone();
  const { unmount } = renderAt(phone, `${CONTENTS}#dieu-14`, <HandbookCover />);
  await article(14);
  await waitFor(() =>
    expect(phone.drafts().get("reading/phuong-3/kp2")).toEqual({ article: "14", clause: 0 }),
  );
  unmount();
  renderAt(phone, CONTENTS, <HandbookCover />);
  const link = await screen.findByRole("link", { name: /^Đọc tiếp Điều 14/ });
  expect(link.getAttribute("href")).toBe("#dieu-14");
});

test("an article opens at the clause that stood first on the glass", async () => {
  const phone = await handbookPhone();
  await phone.act.keepDraft("reading/phuong-3/kp2", { article: "11", clause: 2 });
  const seen: string[] = [];
  Element.prototype.scrollIntoView = function scrolled() {
    seen.push(this.textContent ?? "");
  };
  renderAt(phone, `${CONTENTS}#dieu-11`, <HandbookCover />);
  await article(11);
  await waitFor(() => expect(seen.some((text) => text.startsWith("3."))).toBe(true));
  Reflect.deleteProperty(Element.prototype, "scrollIntoView");
});

test("what was looked for is marked in its article, until somebody has seen enough of it", async () => {
  const { user, container } = renderAt(await handbookPhone(), CONTENTS, <HandbookCover />);
  await user.type(await screen.findByRole("searchbox", { name: "Tìm trong quy ước" }), "luc binh");
  await user.click(screen.getByRole("link", { name: /^Điều 16/ }));
  await article(16);
  const marks = () => [...container.querySelectorAll(".reader-clause mark")].map((mark) => mark.textContent);
  expect(marks()).toContain("lục");
  expect(screen.getByText(/Tô \d+ chỗ có “luc binh”/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Bỏ tô" }));
  expect(marks()).toEqual([]);
});

test("what somebody means is found where the covenant has other words for it", async () => {
  const { user } = renderAt(await handbookPhone(), CONTENTS, <HandbookCover />);
  await user.type(await screen.findByRole("searchbox", { name: "Tìm trong quy ước" }), "ket xe");
  expect(await screen.findByRole("heading", { name: "Có thể bà con tìm" })).toBeTruthy();
  expect(screen.getByRole("link", { name: /^Điều 19/ })).toBeTruthy();
  expect(screen.getByText(/\d+ điều khác có thể đúng ý bà con/)).toBeTruthy();
});

test("colours are chosen in the reader, and kept by the phone", async () => {
  const phone = await handbookPhone();
  const { user } = renderAt(phone, `${CONTENTS}#dieu-1`, <HandbookCover />);
  await user.click(await screen.findByRole("button", { name: "Chữ và màu" }));
  expect(document.documentElement.dataset["theme"]).toBe("light");
  await user.click(screen.getByRole("button", { name: "Tối" }));
  await waitFor(() => expect(document.documentElement.dataset["theme"]).toBe("dark"));
  await user.click(screen.getByRole("button", { name: "Tương phản cao" }));
  await waitFor(() => expect(document.documentElement.dataset["theme"]).toBe("contrast"));
  await user.click(screen.getByRole("button", { name: "Theo máy" }));
  await waitFor(() => expect(document.documentElement.dataset["theme"]).toBe("light"));
});

test("left to the phone, the page is as dark or as marked as the phone wants it", () => {
  const prefers =
    (...wanted: string[]) =>
    (query: string) =>
      wanted.some((word) => query.includes(word));
  expect(lookOf("auto", prefers())).toBe("light");
  expect(lookOf("auto", prefers("dark"))).toBe("dark");
  expect(lookOf("auto", prefers("dark", "contrast"))).toBe("contrast");
  expect(lookOf("light", prefers("dark"))).toBe("light");
});

test("inside Zalo it reads, and says how to come to where it can be kept", async () => {
  vi.stubGlobal("navigator", {
    ...navigator,
    userAgent: "Mozilla/5.0 (Linux; Android 12) Zalo android/230901",
  });
  renderAt(await handbookPhone(), CONTENTS, <HandbookCover />);
  expect(await screen.findByRole("heading", { name: "Đang mở trong Zalo" })).toBeTruthy();
  expect(screen.getByText(/Mở bằng trình duyệt/)).toBeTruthy();
  expect(screen.getByDisplayValue(/\/so-tay\/phuong-3\/kp2$/)).toBeTruthy();
  expect(screen.getByRole("button", { name: /^Chương IV/ })).toBeTruthy();
});

test("an iPhone is shown in three pictures how to keep it, once something was read and not before", async () => {
  const userAgent = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605 Safari/604.1";
  vi.stubGlobal("navigator", { ...navigator, userAgent });
  const phone = await handbookPhone();
  renderAt(phone, CONTENTS, <HandbookCover />);
  expect(await screen.findByText(/Quyết định số 1527/)).toBeTruthy();
  expect(screen.queryByText("Thêm sổ tay vào màn hình chính")).toBeNull();
  act(() => window.location.assign("#dieu-1"));
  await article(1);
  act(() => window.location.assign("#"));
  const title = await screen.findByRole("heading", { name: "Thêm sổ tay vào màn hình chính" });
  const card = title.parentElement;
  expect(card?.querySelectorAll("li svg")).toHaveLength(3);
});

test("what changed since the last edition is shown article by article, and the editions before can be read", async () => {
  const phone = await handbookPhone();
  const now = await viewOf(phone);
  const chapters = structuredClone(now.chapters).map((chapter) => ({
    ...chapter,
    articles: chapter.articles.map((one) =>
      String(one.number) === "11" ? { ...one, text: one.text.replace("Mỗi nhà", "Từng nhà") } : one,
    ),
  }));
  const { covenant, title, recognition, inForce } = now;
  const body = { covenant, title, recognition, inForce, chapters, edition: 5 };
  await phone.wardSays(phone.office, [{ type: "covenant.published", sub: "kp2", body }]);
  const { user } = renderAt(phone, CONTENTS, <HandbookCover />);
  expect(await screen.findByRole("heading", { name: "Có gì khác bản lần thứ 4" })).toBeTruthy();
  await user.click(screen.getByText("Xem từng điều đã đổi"));
  expect(await screen.findByText(/^1 điều có thay đổi/)).toBeTruthy();
  expect(document.querySelector(".changes del")?.textContent).toContain("Mỗi");
  expect(document.querySelector(".changes ins")?.textContent).toContain("Từng");
  await user.click(screen.getByText(/^Bản lần thứ 4, có hiệu lực từ 14\/10\/2022/));
  expect(await screen.findByText(/Đây là bản cũ, chỉ để xem lại/)).toBeTruthy();
  expect(screen.getByText(/Mỗi nhà đăng ký hợp đồng thu gom rác/)).toBeTruthy();
});

async function viewOf(phone: MemoryPhone) {
  const view = await new Promise<HandbookView | null>((resolve) => {
    phone.watch.handbook("phuong-3", "kp2")(resolve);
  });
  if (!view) throw new Error("no handbook");
  return view.covenant;
}
