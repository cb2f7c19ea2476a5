import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { ok } from "../../src/domain/result.ts";
import type { HandbookView } from "../../src/phone/api/phone.ts";
import { afterFrame } from "../../src/phone/time/after-frame.ts";
import { HandbookCover } from "../../src/ui/handbook/HandbookCover.tsx";
import { demoPhone } from "./demo-ward.ts";
import { handbookPhone } from "./handbook-ward.ts";
import { renderAt } from "./render-at.tsx";

const CONTENTS = "/so-tay/phuong-3/kp2";

test("the cover says whose handbook it is, and that this phone keeps it", async () => {
  renderAt(await handbookPhone(), CONTENTS, <HandbookCover />);
  const heading = await screen.findByRole("heading", { level: 1, name: /^Sổ tay\s+Quy ước\s+khu dân cư$/ });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  expect(screen.getByText(/Ủy ban MTTQ Việt Nam · Phường 3/)).toBeTruthy();
  expect(screen.getByText(/Khu phố 2 · ấn bản lần thứ 4/)).toBeTruthy();
  expect(screen.getByText("Dữ liệu mẫu")).toBeTruthy();
  expect(screen.getByText("Đã có trong máy")).toBeTruthy();
  expect(screen.getByText(/cập nhật 23\/11\/2026/)).toBeTruthy();
  expect(
    await screen.findByText(/Quyết định số 1527\/QĐ-UBND ngày 14\/10\/2022 của UBND thị xã Kiến Tường/),
  ).toBeTruthy();
  expect(screen.getByRole("link", { name: /^Gọi\s*Cấp cứu/ }).getAttribute("href")).toBe("tel:115");
  expect(screen.getByText("“Khi nào khúc quanh có đèn?”")).toBeTruthy();
  expect(document.title).toContain("Quy ước khu phố 2");
});

test("the cover takes the focus from nobody who writes", async () => {
  const box = document.body.appendChild(document.createElement("input"));
  box.focus();
  renderAt(await handbookPhone(), CONTENTS, <HandbookCover />);
  await screen.findByRole("heading", { level: 1, name: /khu dân cư$/ });
  await afterFrame();
  expect(document.activeElement).toBe(box);
  box.remove();
});

test("where a khu phố is chosen, whoever comes to work finds the way in and the practice, unless they have come in", async () => {
  const drawn = renderAt(await handbookPhone(), "/so-tay/phuong-3", <HandbookCover />);
  expect(await screen.findByRole("link", { name: "Tập dùng với hộ mẫu" })).toBeTruthy();
  expect(screen.getByRole("link", { name: "Đăng ký máy bằng mã mời" })).toBeTruthy();
  drawn.unmount();
  renderAt(await demoPhone(), "/so-tay/phuong-3", <HandbookCover />);
  await screen.findByRole("heading", { level: 1 });
  expect(screen.queryByRole("link", { name: "Tập dùng với hộ mẫu" })).toBeNull();
});

test("a question that the ward answered anew stands there once, with the answer that was said last", async () => {
  const phone = await handbookPhone();
  const given = phone.entries().find(({ statement }) => statement.claims.type === "opinion.given");
  const shown = { question: "Khi nào khúc quanh có đèn?", answer: "Từ ngày 05/12/2026." };
  const body = { status: "done", public: shown };
  await phone.wardSays(phone.office, [
    { type: "opinion.answered", sub: given?.statement.claims.jti ?? "", in: "kp2", body },
  ]);
  renderAt(phone, CONTENTS, <HandbookCover />);
  expect(await screen.findByText(/Từ ngày 05\/12\/2026/)).toBeTruthy();
  expect(screen.getAllByText(/Khi nào khúc quanh có đèn/)).toHaveLength(1);
  expect(screen.queryByText(/Trong tháng 12\/2026/)).toBeNull();
});

test("a chapter opens to its articles, an article to its clauses, figures and answers", async () => {
  const { user } = renderAt(await handbookPhone(), CONTENTS, <HandbookCover />);
  const chapter = await screen.findByRole("button", { name: /^Chương IV/ });
  expect(screen.queryByRole("link", { name: /^Điều 11/ })).toBeNull();
  await user.click(chapter);
  expect(chapter.getAttribute("aria-expanded")).toBe("true");
  await user.click(screen.getByRole("link", { name: /^Điều 11\. / }));

  const heading = await screen.findByRole("heading", { level: 1, name: /^Điều 11 Thu gom rác/ });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  expect(window.location.hash).toBe("#dieu-11");
  expect(screen.getByText(/Mỗi nhà đăng ký hợp đồng thu gom rác/)).toBeTruthy();
  expect(screen.getByText("98,06%")).toBeTruthy();
  expect(screen.getByText(/toàn Phường 3, năm 2026 · năm 2025: 93% · Khu phố 2: 98,24%/)).toBeTruthy();
  expect(screen.getByText("“Xe rác vào hẻm 4 chưa đều, xin đổi giờ.”")).toBeTruthy();
  expect(screen.getByText(/^Đã trả lời: Từ ngày 01\/12\/2025/)).toBeTruthy();

  const around = screen.getByRole("navigation", { name: "Điều trước và điều sau" });
  await user.click(within(around).getByRole("link", { name: /^Điều sau/ }));
  expect(await screen.findByRole("heading", { level: 1, name: /^Điều 12/ })).toBeTruthy();
  await user.click(screen.getByRole("link", { name: "Mục lục" }));
  expect(await screen.findByRole("searchbox", { name: "Tìm trong quy ước" })).toBeTruthy();
  expect(window.location.hash).toBe("");
  // The chapter stands open as it was left, on the article that was read last; the cover does not take the focus from it.
  await afterFrame();
  expect(document.activeElement).toBe(screen.getByRole("link", { name: /^Điều 12\. / }));
});

test("a figure whose name begins with its unit says that once", async () => {
  const phone = await handbookPhone();
  await phone.wardSays(phone.office, [
    {
      type: "indicator.defined",
      sub: "drugs",
      body: { name: "Người sử dụng ma tuý", unit: "người", better: "down" },
    },
    { type: "indicator.observed", sub: phone.ward, body: { indicator: "drugs", period: "2026", value: 17 } },
  ]);
  renderAt(phone, CONTENTS, <HandbookCover />);
  const figure = (await screen.findByText("17 người")).closest("p");
  expect(figure?.textContent).toBe("17 người sử dụng ma tuý");
});

test("words are found without marks, shown where they stand, and still there on the way back", async () => {
  const { user } = renderAt(await handbookPhone(), CONTENTS, <HandbookCover />);
  await user.type(await screen.findByRole("searchbox", { name: "Tìm trong quy ước" }), "luc binh");
  expect(screen.getByText(/^Có \d+ điều nói tới “luc binh”/)).toBeTruthy();
  const hit = screen.getByRole("link", { name: /^Điều 16/ });
  expect([...hit.querySelectorAll("mark")].map(({ textContent }) => textContent)).toContain("lục");
  await user.click(hit);
  await user.click(await screen.findByRole("link", { name: "Mục lục" }));
  expect(await screen.findByDisplayValue("luc binh")).toBeTruthy();
  await user.clear(screen.getByRole("searchbox"));
  await user.type(screen.getByRole("searchbox"), "tàu vũ trụ");
  expect(screen.getByText(/^Không có điều nào nói tới “tàu vũ trụ”/)).toBeTruthy();
});

test("the size of the letters is chosen in the reader and kept by the phone", async () => {
  const phone = await handbookPhone();
  const { user, container } = renderAt(phone, `${CONTENTS}#dieu-1`, <HandbookCover />);
  await user.click(await screen.findByRole("button", { name: "Chữ và màu" }));
  await user.click(screen.getByRole("button", { name: "150%" }));
  expect(screen.getByRole("button", { name: "150%" }).getAttribute("aria-pressed")).toBe("true");
  expect(container.querySelector<HTMLElement>(".reader")?.style.getPropertyValue("--reader-scale")).toBe(
    "1.5",
  );
});

test("the way past the head of the page is no way out of the article", async () => {
  const { user } = renderAt(await handbookPhone(), `${CONTENTS}#dieu-11`, <HandbookCover />);
  expect(await screen.findByRole("heading", { level: 1, name: /^Điều 11/ })).toBeTruthy();
  await user.click(screen.getByRole("link", { name: "Bỏ qua phần đầu trang" }));
  expect(screen.getByRole("heading", { level: 1, name: /^Điều 11/ })).toBeTruthy();
});

test("an article that this edition has not got is said so", async () => {
  renderAt(await handbookPhone(), `${CONTENTS}#dieu-99`, <HandbookCover />);
  expect(await screen.findByText("Không có điều số 99 trong bản này")).toBeTruthy();
});

test("a page that was never loaded and has no coverage says so, and asks again when told", async () => {
  const phone = await demoPhone({ self: null });
  phone.failCalls("unreachable");
  const { user } = renderAt(phone, CONTENTS, <HandbookCover />);
  expect(await screen.findByText("Máy này chưa có sổ tay của khu phố")).toBeTruthy();
  expect(screen.getByText(/Đang không gọi được phường/)).toBeTruthy();
  phone.failCalls(null);
  await user.click(screen.getByRole("button", { name: "Thử lại" }));
  expect(await screen.findByText("Khu phố này chưa có sổ tay")).toBeTruthy();
});

test.each([
  ["unknown-ward", /không có phường nào như vậy/],
  ["bad-answer", /máy này không đọc được/],
])("an answer of %s is put into words", async (error, words) => {
  const phone = await demoPhone({ self: null });
  phone.failCalls(error);
  renderAt(phone, CONTENTS, <HandbookCover />);
  expect(await screen.findByText(words)).toBeTruthy();
});

test("without coverage the kept copy is read, and said to be one", async () => {
  const phone = await handbookPhone();
  phone.failCalls("unreachable");
  renderAt(phone, CONTENTS, <HandbookCover />);
  expect(await screen.findByText("Đã có trong máy")).toBeTruthy();
  expect(await screen.findByText("Chưa gọi được phường, đang đọc bản có trong máy.")).toBeTruthy();
});

test("the home screen is offered where the browser can, once something was read", async () => {
  const { user } = renderAt(await handbookPhone(), CONTENTS, <HandbookCover />);
  expect(await screen.findByText("Đã có trong máy")).toBeTruthy();
  let asked = 0;
  const offer = Object.assign(new Event("beforeinstallprompt", { cancelable: true }), {
    prompt: async () => ({ outcome: ++asked > 0 ? "accepted" : "dismissed" }),
  });
  act(() => void window.dispatchEvent(offer));
  expect(offer.defaultPrevented).toBe(true);
  expect(screen.queryByRole("button", { name: "Thêm vào màn hình chính" })).toBeNull();
  act(() => window.location.assign("#dieu-1"));
  await user.click(await screen.findByRole("link", { name: "Mục lục" }));
  await user.click(await screen.findByRole("button", { name: "Thêm vào màn hình chính" }));
  expect(asked).toBe(1);
  expect(screen.queryByRole("button", { name: "Thêm vào màn hình chính" })).toBeNull();
});

test("a new version takes over when a reader opens the contents, not while an article is read", async () => {
  const phone = await handbookPhone();
  let taken = 0;
  const watched = { ...phone, act: { ...phone.act, takeUpdate: async () => void taken++ } };
  phone.setUpdate(true);
  const { user } = renderAt(watched, `${CONTENTS}#dieu-1`, <HandbookCover />);
  expect(await screen.findByRole("heading", { level: 1, name: /^Điều 1/ })).toBeTruthy();
  expect(taken).toBe(0);
  await user.click(screen.getByRole("link", { name: "Mục lục" }));
  expect(await screen.findByText("Đã có trong máy")).toBeTruthy();
  expect(taken).toBe(1);
});

test("on the phone of a volunteer it waits at the contents, for the next time the round is opened", async () => {
  const phone = await handbookPhone({ personName: "Cô Sáu", role: "volunteer", areas: ["kp2/t07"] });
  let taken = 0;
  const watched = { ...phone, act: { ...phone.act, takeUpdate: async () => void taken++ } };
  phone.setUpdate(true);
  renderAt(watched, CONTENTS, <HandbookCover />);
  expect(await screen.findByText("Đã có trong máy")).toBeTruthy();
  expect(taken).toBe(0);
});

test("where no khu phố was chosen, the ward's are shown to choose from", async () => {
  renderAt(await handbookPhone({ personName: "Cô Sáu", areas: ["kp2/t07"] }), "/so-tay", <HandbookCover />);
  const link = await screen.findByRole("link", { name: /^Khu phố 2/ });
  expect(window.location.pathname).toBe("/so-tay/phuong-3");
  expect(link.getAttribute("href")).toBe(CONTENTS);
  expect(link.textContent).toContain("khu phố của máy này");
});

test("a book that has just come is never missing for a moment", async () => {
  const phone = await handbookPhone();
  const view = await new Promise<HandbookView | null>((resolve) =>
    phone.watch.handbook("phuong-3", "kp2")(resolve),
  );
  let stored: HandbookView | null = null;
  // As the phone's own live queries: who follows hears of a change later than who asks anew.
  const tellers: (() => void)[] = [];
  const watch = {
    ...phone.watch,
    handbook: () => (listener: (value: HandbookView | null) => void) => {
      listener(stored);
      tellers.push(() => listener(stored));
      return () => {};
    },
  };
  const loadHandbook = async () => {
    stored = view;
    return ok(null);
  };
  renderAt({ ...phone, watch, act: { ...phone.act, loadHandbook } }, CONTENTS, <HandbookCover />);
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
  expect(stored).not.toBeNull();
  expect(screen.queryByText("Khu phố này chưa có sổ tay")).toBeNull();
  act(() => {
    for (const tell of tellers) tell();
  });
  expect(await screen.findByRole("searchbox", { name: "Tìm trong quy ước" })).toBeTruthy();
});
