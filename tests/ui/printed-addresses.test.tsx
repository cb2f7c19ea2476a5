import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { AddressAnswer } from "../../src/domain/covenant/address-answer.ts";
import { handbookAddress } from "../../src/ui/handbook/addresses.ts";
import { OfficeScreen } from "../../src/ui/office/OfficeScreen.tsx";
import { describedAs, OFFICE } from "./demo-ward.ts";
import { handbookPhone } from "./handbook-ward.ts";
import type { MemoryPhone } from "./memory-phone.ts";
import { renderScreen } from "./render-screen.tsx";

const at = "/phuong/so-tay/dia-chi-da-in";

/** A phone to whose tries the ward answers so, by path. */
async function phoneWith(answers: Readonly<Record<string, AddressAnswer>>): Promise<MemoryPhone> {
  const phone = await handbookPhone(OFFICE);
  const act = {
    ...phone.act,
    tryAddress: async ({ path }: { readonly path: string }) => answers[path] ?? { is: "silent" as const },
  };
  return { ...phone, act };
}

const rowOf = async (name: string) => {
  const heading = await screen.findByRole("heading", { level: 4, name });
  const row = heading.closest("li");
  if (!row) throw new Error(name);
  return within(row);
};

test("the office comes from the handbooks to what is printed: each address with its code, its editions, and what came", async () => {
  const phone = await phoneWith({
    "/so-tay/phuong-3": { is: "right", moved: null },
    "/so-tay/phuong-3/kp2": { is: "right", moved: { to: "https://so-tay.vn/so-tay/phuong-3/kp2" } },
    "/bien-nhan": { is: "other", moved: null },
  });
  const { user } = renderScreen(phone, <OfficeScreen />, { at: "/phuong/so-tay" });
  await user.click(await screen.findByRole("link", { name: "Địa chỉ đã in" }));
  const address = `${window.location.origin}${handbookAddress("phuong-3", "kp2")}`;
  const kp2 = await rowOf("Khu phố 2");
  expect(kp2.getByText(address)).toBeTruthy();
  expect(kp2.getByRole("figure", { name: `Mã QR mở ${address}` })).toBeTruthy();
  expect(kp2.getByText("In trên ấn bản lần thứ 4; mở ra bản đang dùng, lần thứ 4.")).toBeTruthy();
  expect(kp2.getByText("Chưa thử")).toBeTruthy();

  await user.click(screen.getByRole("button", { name: "Thử tất cả" }));
  expect(await screen.findByText("1 trong 3 địa chỉ không mở được như đã in.")).toBeTruthy();
  const when = / · thử lúc \d\d:\d\d ngày \d\d\/\d\d\/2026$/;
  const came = async (name: string) => (await rowOf(name)).getByText(when).textContent.replace(when, "");
  expect([await came("Sổ tay của phường"), await came("Khu phố 2"), await came("Kiểm biên nhận")]).toEqual([
    "Mở được, đúng sổ tay của phường",
    "Mở được, đúng sổ tay của khu phố, chuyển sang https://so-tay.vn/so-tay/phuong-3/kp2",
    "Mở ra trang khác, không phải sổ tay này",
  ]);
  expect(screen.getByText("Lời quy ước và sổ tay đang dùng không nhắc trang nào.")).toBeTruthy();
});

test("what came is found again later, and another try takes its place", async () => {
  const phone = await phoneWith({});
  const first = renderScreen(phone, <OfficeScreen />, { at });
  await first.user.click(await screen.findByRole("button", { name: "Thử tất cả" }));
  expect((await screen.findAllByText(/^Không mở được: không liên lạc được · /)).length).toBe(3);
  await waitFor(() => expect(phone.drafts().has("addresses/phuong-3")).toBe(true));
  first.unmount();
  const good: AddressAnswer = { is: "right", moved: null };
  const later = { ...phone, act: { ...phone.act, tryAddress: async () => good } };
  const { user } = renderScreen(later, <OfficeScreen />, { at });
  expect(await screen.findByText("3 trong 3 địa chỉ không mở được như đã in.")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Thử tất cả" }));
  expect(await screen.findByText("Cả 3 địa chỉ đều mở được.")).toBeTruthy();
});

test("links in the words stand with their places, and what is no page is no link; an area that ended is marked", async () => {
  const phone = await handbookPhone(OFFICE);
  await describedAs(phone, {
    areas: [
      { code: "kp2", name: "Khu phố 2", kind: "khuPho", to: "2026-11-01", into: "kp1" },
      { code: "kp1", name: "Khu phố 1", kind: "khuPho" },
    ],
  });
  const covenant = {
    covenant: "kp1",
    edition: 1,
    title: "Quy ước khu phố 1",
    recognition: { number: "1", date: "2022-10-14", authority: "UBND" },
    inForce: "2022-10-14",
    chapters: [
      {
        title: "Chương I. A",
        articles: [{ number: 7, title: "Mạng", text: "Xem dichvucong.gov.vn, ftp://a.vn/x." }],
      },
    ],
  };
  await phone.wardSays(phone.office, [{ type: "covenant.published", sub: "kp1", body: covenant }]);
  renderScreen(phone, <OfficeScreen />, { at });
  const link = await rowOf("https://dichvucong.gov.vn");
  expect(link.getByText("Điều 7, Khu phố 1")).toBeTruthy();
  expect(link.getByRole("link").getAttribute("href")).toBe("https://dichvucong.gov.vn");
  expect((await rowOf("ftp://a.vn/x")).queryByRole("link")).toBeNull();
  expect((await rowOf("Khu phố 2")).getByText("Đã nhập vào Khu phố 1, hết ngày 01/11/2026")).toBeTruthy();
});
