import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import type { Phone } from "../../src/phone/api/phone.ts";
import { App } from "../../src/ui/App.tsx";
import { demoPhone, HOUSEHOLDS } from "./demo-ward.ts";

const [anh] = HOUSEHOLDS;

describe("the app", () => {
  test("opens a volunteer's phone at the round, with its four tabs", async () => {
    open(await demoPhone(), "/");
    expect(await screen.findByRole("searchbox", { name: "Tìm theo tên, số nhà" })).toBeDefined();
    expect(window.location.pathname).toBe("/di-ho");
    expect(tabs()).toEqual(["Đi từng hộ", "Sổ tay", "Sổ gửi", "Tôi"]);
    expect(screen.getByRole("link", { name: "Đi từng hộ" }).getAttribute("aria-current")).toBe("page");
    expect(document.title).toBe("Khu phố 2 · Sổ tay Quy ước");
  });

  test("gives a reader the handbook and no rounds", async () => {
    open(await demoPhone({ self: null }), "/khong-co");
    expect(await screen.findByRole("heading", { name: "Không có trang này" })).toBeDefined();
    expect(tabs()).toEqual(["Sổ tay", "Tôi"]);
  });

  test.each([
    ["/vao", "Nhập mã mời"],
    ["/ho-cua-toi", "Hộ của tôi"],
    ["/bien-nhan#a.b.c", "Biên nhận cam kết"],
    [`/ho/${anh.id}/tu-ky`, "Gửi cho hộ tự ký"],
  ])("opens %s, which is fetched apart", async (address, heading) => {
    open(await demoPhone(), address);
    expect(await screen.findByRole("heading", { name: heading })).toBeDefined();
  });

  test("leads from the round to a household, to its pledge, and finds the search as it was left", async () => {
    const user = userEvent.setup();
    open(await demoPhone(), "/di-ho");
    await user.type(await screen.findByRole("searchbox"), "anh");
    await user.click(await screen.findByRole("link", { name: /^Hộ 18, tổ 7/ }));
    const heading = await screen.findByRole("heading", { level: 1, name: "Hộ 18 · Nguyễn Thị Ánh" });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    await user.click(screen.getByRole("button", { name: "Ký cam kết" }));
    expect(await screen.findByRole("heading", { name: "Đọc cho hộ nghe" })).toBeDefined();
    expect(window.location.pathname).toBe(`/ho/${anh.id}/ky`);
    await user.click(screen.getByRole("link", { name: "Đóng" }));
    await user.click(await screen.findByRole("link", { name: "Quay lại" }));
    expect(await screen.findByRole("searchbox")).toHaveProperty("value", "anh");
  });

  test("speaks English as well, and says so to those who hear it", async () => {
    const phone = await demoPhone();
    open(phone, "/di-ho");
    await screen.findByRole("searchbox", { name: "Tìm theo tên, số nhà" });
    await phone.act.set({ language: "en" });
    expect(await screen.findByRole("searchbox", { name: "Name or house number" })).toBeDefined();
    expect(document.documentElement.lang).toBe("en");
    await waitFor(() => expect(tabs()).toEqual(["Door to door", "Handbook", "Outbox", "Me"]));
    await phone.act.set({ language: "vi" });
    await waitFor(() => expect(document.documentElement.lang).toBe("vi"));
  });

  test("stands up again after a screen that failed, and says that nothing is lost", async () => {
    const phone = await demoPhone();
    const broken = () => () => {
      throw new Error("a bug");
    };
    open({ ...phone, watch: { ...phone.watch, round: broken } }, "/di-ho");
    expect(await screen.findByText("Trang này gặp lỗi")).toBeDefined();
    expect(screen.getByText(/Những gì đã giữ trong máy vẫn còn nguyên/)).toBeDefined();
  });
});

function open(phone: Phone, address: string) {
  window.history.pushState(null, "", address);
  return render(<App phone={phone} />);
}

function tabs(): (string | null)[] {
  const bar = screen.getByRole("navigation", { name: /mục chính|sections/ });
  return within(bar)
    .getAllByRole("link")
    .map((link) => link.textContent);
}
