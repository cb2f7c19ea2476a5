import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { VIETNAMESE } from "../../src/domain/words/number-format.ts";
import { daysSince, isLate, minutesOff } from "../../src/ui/parts/words/days-since.ts";
import { formatBytes } from "../../src/ui/me/format-bytes.ts";
import { MeScreen } from "../../src/ui/me/MeScreen.tsx";
import { DAY, demoPhone, EVENING } from "./demo-ward.ts";
import { renderScreen } from "./render-screen.tsx";

test("it says whose phone this is, where it works, and when it last reached the ward", async () => {
  const phone = await demoPhone();
  phone.setSending({ lastSuccess: EVENING - 3600 });
  renderScreen(phone, <MeScreen />);
  expect(await factOf("Người dùng")).toBe("Cô Sáu");
  expect(await factOf("Tên thiết bị")).toBe("Máy của Cô Sáu");
  expect(await factOf("Phường")).toBe("Phường 3");
  expect(await factOf("Việc được giao")).toBe("Người đi từng hộ");
  expect(await factOf("Phụ trách")).toBe("Tổ 7 · Khu phố 2; Tổ 8 · Khu phố 2");
  expect(await factOf("Lần gửi gần nhất")).toBe("hôm nay 17:30");
  expect(await factOf("Chờ gửi")).toBe("0 bản ghi");
  expect(await factOf("Đã dùng")).toBe("20 MB trong 2 GB");
  expect(screen.getByText(/Phiên bản 0\.0\.0-test/)).toBeTruthy();
  expect(screen.queryByText(/ngày chưa gọi được phường/)).toBeNull();
});

test("days without reaching the ward, a clock that is off and a full phone are warned of", async () => {
  const phone = await demoPhone();
  phone.setSending({ lastSuccess: EVENING - 4 * DAY, clockOffset: -400 });
  phone.setStorage({ nearlyFull: true });
  renderScreen(phone, <MeScreen />);
  expect(await screen.findByText(/^Đã 4 ngày chưa gọi được phường/)).toBeTruthy();
  expect(screen.getByText(/lệch 7 phút so với phường/)).toBeTruthy();
  expect(screen.getByText(/Máy sắp hết chỗ/)).toBeTruthy();
});

test.each([
  [3 * 3600, "lệch 3 giờ so với phường"],
  [-365 * DAY, "lệch 365 ngày so với phường"],
])("a clock that is off by %i seconds is told of in a unit that people use", async (clockOffset, words) => {
  const phone = await demoPhone();
  phone.setSending({ clockOffset });
  renderScreen(phone, <MeScreen />);
  expect((await screen.findByText(/^Đồng hồ máy này/)).textContent).toContain(words);
});

test("the browser is asked to keep data for good, and its refusal is told with what to do", async () => {
  const phone = await demoPhone();
  phone.setStorage({ persisted: false });
  let agrees = false;
  const asked = { ...phone, act: { ...phone.act, persist: async () => agrees && phone.act.persist() } };
  const { user } = renderScreen(asked, <MeScreen />);
  expect(await screen.findByText("Máy này chưa được giữ dữ liệu lâu dài")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Xin giữ lâu dài" }));
  expect(await screen.findByText(/Trình duyệt chưa cho/)).toBeTruthy();
  agrees = true;
  await user.click(screen.getByRole("button", { name: "Xin giữ lâu dài" }));
  expect(await screen.findByText("Máy đã cho giữ dữ liệu lâu dài.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Xin giữ lâu dài" })).toBeNull();
});

test("English is one tap away, and Vietnamese again", async () => {
  const { user } = renderScreen(await demoPhone(), <MeScreen />);
  await user.click(await screen.findByRole("button", { name: "English" }));
  expect(await screen.findByRole("heading", { level: 1, name: "Me" })).toBeTruthy();
  await waitFor(() => expect(document.documentElement.lang).toBe("en"));
  await user.click(screen.getByRole("button", { name: "Tiếng Việt" }));
  expect(await screen.findByRole("heading", { level: 1, name: "Tôi" })).toBeTruthy();
});

test("a reader is told so, and shown how a device is enrolled", async () => {
  renderScreen(await demoPhone({ self: null }), <MeScreen />);
  const link = await screen.findByRole("link", { name: "Đăng ký máy bằng mã mời" });
  expect(link.getAttribute("href")).toBe("/vao");
  expect(screen.queryByText("Gửi về phường")).toBeNull();
});

test("a phone of several wards changes from one to the other", async () => {
  const phone = await demoPhone();
  const used: string[] = [];
  const watched = { ...phone, act: { ...phone.act, usedWard: async (ward: string) => void used.push(ward) } };
  const more = {
    ward: "phuong-1",
    name: "Phường 1",
    device: "x",
    role: "office",
    areas: [],
    revoked: false,
  } as const;
  const first = { ...more, ward: phone.ward, name: "Phường 3", role: "volunteer" } as const;
  phone.setMemberships([first, more]);
  const { user } = renderScreen(watched, <MeScreen />);
  await user.click(await screen.findByRole("button", { name: /^Chuyển sang Phường 1/ }));
  expect(used).toEqual(["phuong-1"]);
});

test.each([
  [null, null, false],
  [EVENING - DAY, 1, false],
  [EVENING - 2 * DAY, 2, true],
  [EVENING + DAY, 0, false],
])("a last success at %s is %s days ago", (last, days, late) => {
  expect(daysSince(last, EVENING)).toBe(days);
  expect(isLate(daysSince(last, EVENING))).toBe(late);
});

test.each([
  [0, null],
  [120, null],
  [-121, 2],
  [3600, 60],
])("a clock that is %s seconds off is told as %s minutes", (seconds, minutes) => {
  expect(minutesOff(seconds)).toBe(minutes);
});

test.each([
  [0, "1 kB"],
  [820_000, "820 kB"],
  [12_440_000, "12,4 MB"],
  [250_000_000, "250 MB"],
  [1_930_000_000, "1,9 GB"],
])("%d bytes are said %s", (bytes, words) => {
  expect(formatBytes(bytes, VIETNAMESE)).toBe(words);
});

async function factOf(name: string): Promise<string | null | undefined> {
  return (await screen.findByText(name, { selector: "dt" })).nextElementSibling?.textContent;
}
