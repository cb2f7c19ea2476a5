import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { personalOf } from "../../src/domain/statement.ts";
import { Household } from "../../src/ui/household/Household.tsx";
import { HouseholdInfo } from "../../src/ui/listing/HouseholdInfo.tsx";
import { NewHousehold } from "../../src/ui/listing/NewHousehold.tsx";
import { Round } from "../../src/ui/round/Round.tsx";
import { demoPhone, HOUSEHOLDS, OFFICE } from "./demo-ward.ts";
import type { MemoryPhone } from "./memory-phone.ts";
import { renderScreen } from "./render-screen.tsx";

const [anh, bay, dung] = HOUSEHOLDS;

function saidOn(phone: MemoryPhone) {
  return phone
    .entries()
    .filter(({ standing }) => standing === "unsent")
    .map(({ statement }) => ({ ...statement.claims, personal: personalOf(statement) }));
}

describe("the search of the round", () => {
  test("finds what is nearly the name, and leads to adding what no list has", async () => {
    const phone = await demoPhone();
    const { user } = renderScreen(phone, <Round />, { at: "/di-ho" });
    await user.type(await screen.findByRole("searchbox"), "Nguyễn Thị Anhh");
    const near = await screen.findByRole("list", { name: "Gần giống điều đang tìm" });
    expect(
      within(near)
        .getAllByRole("link")
        .map((one) => one.getAttribute("href")),
    ).toEqual([`/ho/${anh.id}`]);
    const add = new URL(
      screen.getByRole("link", { name: "Thêm hộ chưa có trong danh sách" }).getAttribute("href") ?? "",
      "https://x",
    );
    expect([add.pathname, add.searchParams.get("ten")]).toEqual(["/danh-sach/them", "Nguyễn Thị Anhh"]);
  });
});

describe("a household that was merged into another", () => {
  test("is found by its own name, which says into which one", async () => {
    const phone = await demoPhone();
    await phone.wardSays(phone.office, [{ type: "household.merged", sub: dung.id, body: { into: anh.id } }]);
    const { user } = renderScreen(phone, <Round />, { at: "/di-ho" });
    await user.type(await screen.findByRole("searchbox"), dung.head);
    const gone = await screen.findByRole("list", { name: "Hộ đã gộp vào hộ khác" });
    const link = within(gone).getByRole("link");
    expect(link.getAttribute("href")).toBe(`/ho/${dung.id}`);
    expect(link.textContent).toContain(`đã gộp vào Hộ ${anh.number} · ${anh.head}`);
    // Nobody is told of it who looks for somebody else.
    await user.clear(screen.getByRole("searchbox"));
    await user.type(screen.getByRole("searchbox"), "khongcoaitenthe");
    await waitFor(() => expect(screen.queryByRole("list", { name: "Hộ đã gộp vào hộ khác" })).toBeNull());
  });
});

describe("a household that is not on the list", () => {
  test("is registered at the door with the next number of its tổ", async () => {
    const phone = await demoPhone();
    const { user, where } = renderScreen(phone, <NewHousehold />, {
      at: "/danh-sach/them?ten=V%C3%B5+V%C4%83n+T%C6%B0",
    });
    await user.click(await screen.findByRole("button", { name: "Thêm hộ" }));
    expect(screen.getByRole("alert").textContent).toBe("Hãy chọn tổ.");
    await user.selectOptions(screen.getByRole("combobox", { name: "Tổ" }), "Tổ 7 · Khu phố 2");
    expect(screen.getByText("Để trống thì lấy số tiếp theo: 21.")).toBeDefined();
    expect(screen.getByRole("textbox", { name: "Họ tên chủ hộ" })).toHaveProperty("value", "Võ Văn Tư");
    await user.click(screen.getByRole("button", { name: "Thêm hộ" }));
    expect(screen.getByRole("alert").textContent).toBe("Hãy ghi số người trong hộ, từ 1 trở lên.");
    await user.type(screen.getByRole("textbox", { name: "Số người trong hộ" }), "3");
    await user.type(screen.getByRole("textbox", { name: "Địa chỉ" }), "20 Lý Thường Kiệt");
    await user.click(screen.getByRole("button", { name: "Thêm hộ" }));
    await waitFor(() => expect(saidOn(phone)).toHaveLength(1));
    const [said] = saidOn(phone);
    expect(said).toMatchObject({ type: "household.registered", body: { area: "kp2/t07", members: 3 } });
    expect(said?.personal).toEqual({ number: 21, head: "Võ Văn Tư", address: "20 Lý Thường Kiệt" });
    expect(where()).toBe(`/ho/${said?.sub}`);
    expect(phone.drafts().size).toBe(0);
  });

  test("is warned of before it is added, where it may be there already", async () => {
    const phone = await demoPhone();
    const { user } = renderScreen(phone, <NewHousehold />, { at: "/danh-sach/them?o=kp2%2Ft07" });
    await user.type(await screen.findByRole("textbox", { name: "Họ tên chủ hộ" }), "nguyen thi anh");
    await user.type(screen.getByRole("textbox", { name: "Địa chỉ" }), "số 12/4 đường 30/4");
    const alike = await screen.findByRole("list", { name: "Có thể hộ này đã có trong danh sách" });
    await within(alike).findByText("cùng tên, cùng địa chỉ");
    expect(within(alike).getByRole("link").getAttribute("href")).toBe(`/ho/${anh.id}`);
    expect(screen.queryByRole("button", { name: "Thêm hộ" })).toBeNull();
    await user.type(screen.getByRole("textbox", { name: "Số người trong hộ" }), "2");
    await user.type(screen.getByRole("textbox", { name: "Hộ số mấy trong tổ" }), "18A");
    await user.click(screen.getByRole("button", { name: "Không phải hộ nào ở trên, thêm hộ mới" }));
    await waitFor(() =>
      expect(saidOn(phone)[0]?.personal).toMatchObject({ number: "18A", head: "nguyen thi anh" }),
    );
  });

  test("is found again where writing stopped, and stays where the phone is full", async () => {
    const phone = await demoPhone();
    const { user, unmount } = renderScreen(phone, <NewHousehold />, { at: "/danh-sach/them" });
    await user.type(await screen.findByRole("textbox", { name: "Họ tên chủ hộ" }), "Võ Văn Tư");
    await user.type(screen.getByRole("textbox", { name: "Số người trong hộ" }), "2");
    await user.selectOptions(screen.getByRole("combobox", { name: "Tổ" }), "Tổ 8 · Khu phố 2");
    unmount();
    const again = renderScreen(phone, <NewHousehold />, { at: "/danh-sach/them" });
    expect(await screen.findByRole("textbox", { name: "Họ tên chủ hộ" })).toHaveProperty(
      "value",
      "Võ Văn Tư",
    );
    phone.failSaying("storage");
    await again.user.click(screen.getByRole("button", { name: "Thêm hộ" }));
    expect((await screen.findByRole("alert")).textContent).toMatch(/^Trình duyệt không cho giữ/);
    phone.failSaying(null);
    await again.user.click(screen.getByRole("button", { name: "Thêm hộ" }));
    await waitFor(() => expect(saidOn(phone)).toHaveLength(1));
  });

  test("is begun anew with the name that was searched for, where another was left half-filled", async () => {
    const phone = await demoPhone();
    const { user, unmount } = renderScreen(phone, <NewHousehold />, { at: "/danh-sach/them" });
    expect(screen.queryByRole("button", { name: "Bỏ, ghi lại từ đầu" })).toBeNull();
    await user.type(await screen.findByRole("textbox", { name: "Họ tên chủ hộ" }), "Võ Văn Hôm Qua");
    unmount();
    const again = renderScreen(phone, <NewHousehold />, { at: "/danh-sach/them?ten=Mai+M%E1%BB%9Bi" });
    await again.user.click(await screen.findByRole("button", { name: "Bỏ, ghi lại từ đầu" }));
    await waitFor(() =>
      expect(screen.getByRole("textbox", { name: "Họ tên chủ hộ" })).toHaveProperty("value", "Mai Mới"),
    );
    expect(screen.queryByRole("button", { name: "Bỏ, ghi lại từ đầu" })).toBeNull();
    expect(phone.drafts().size).toBe(0);
  });

  test("that parts from another is said with it, in one act; the other goes on", async () => {
    const phone = await demoPhone({ self: OFFICE });
    const { user } = renderScreen(phone, <NewHousehold />, { at: `/danh-sach/them?tu=${bay.id}` });
    expect(await screen.findByRole("heading", { name: "Tách hộ 19 · Trần Văn Bảy" })).toBeDefined();
    await user.type(screen.getByRole("textbox", { name: "Họ tên chủ hộ" }), "Trần Văn Út");
    await user.type(screen.getByRole("textbox", { name: "Số người trong hộ" }), "2");
    await user.click(screen.getByRole("button", { name: "Thêm hộ tách ra" }));
    await waitFor(() => expect(saidOn(phone)).toHaveLength(2));
    const [registered, split] = saidOn(phone);
    expect(registered).toMatchObject({ type: "household.registered", body: { area: "kp2/t07" } });
    expect(split).toMatchObject({
      type: "household.split",
      sub: bay.id,
      body: { into: [bay.id, registered?.sub] },
    });
  });
});

describe("what the list says of a household", () => {
  test("is changed field by field, and can be undone", async () => {
    const phone = await demoPhone();
    const { user } = renderScreen(phone, <HouseholdInfo id={anh.id} />);
    await user.click(await screen.findByRole("button", { name: "Giữ thông tin đã sửa" }));
    expect(screen.getByRole("alert").textContent).toBe("Chưa có gì khác.");
    const address = screen.getByRole("textbox", { name: "Địa chỉ" });
    await user.clear(address);
    await user.type(address, "14/4 đường 30/4");
    await user.clear(screen.getByRole("textbox", { name: "Số người trong hộ" }));
    await user.type(screen.getByRole("textbox", { name: "Số người trong hộ" }), "5");
    await user.click(screen.getByRole("button", { name: "Giữ thông tin đã sửa" }));
    await waitFor(() => expect(saidOn(phone)).toHaveLength(1));
    expect(saidOn(phone)[0]).toMatchObject({ type: "household.changed", sub: anh.id, body: { members: 5 } });
    expect(saidOn(phone)[0]?.personal).toEqual({ address: "14/4 đường 30/4" });
    await user.click(await screen.findByRole("button", { name: "Hoàn tác" }));
    await waitFor(() => expect(saidOn(phone).at(-1)?.type).toBe("statement.retracted"));
    await waitFor(() => expect(address).toHaveProperty("value", anh.address));
    expect(screen.getByRole("textbox", { name: "Số người trong hộ" })).toHaveProperty(
      "value",
      String(anh.members),
    );
  });

  test("keeps what is half changed until it is said, or dropped", async () => {
    const phone = await demoPhone();
    const first = renderScreen(phone, <HouseholdInfo id={anh.id} />);
    await first.user.type(await screen.findByRole("textbox", { name: /^Ghi chú/ }), "bán ở chợ");
    first.unmount();
    const second = renderScreen(phone, <HouseholdInfo id={anh.id} />);
    expect(await screen.findByDisplayValue(/bán ở chợ$/)).toBeDefined();
    expect(screen.getByText("Phần đang sửa chưa vào danh sách.")).toBeDefined();
    await second.user.click(screen.getByRole("button", { name: "Giữ thông tin đã sửa" }));
    await waitFor(() => expect(saidOn(phone)[0]?.personal?.["note"]).toMatch(/bán ở chợ$/));
    await waitFor(() => expect(screen.queryByText("Phần đang sửa chưa vào danh sách.")).toBeNull());
    await second.user.type(screen.getByRole("textbox", { name: "Địa chỉ" }), " (hẻm)");
    await second.user.click(screen.getByRole("button", { name: "Bỏ phần đang sửa" }));
    expect(screen.getByRole("textbox", { name: "Địa chỉ" })).toHaveProperty("value", anh.address);
    second.unmount();
    renderScreen(phone, <HouseholdInfo id={anh.id} />);
    expect(await screen.findByRole("textbox", { name: "Địa chỉ" })).toHaveProperty("value", anh.address);
  });

  test("is what others have made of it meanwhile, but for what is written here", async () => {
    const phone = await demoPhone();
    const { user } = renderScreen(phone, <HouseholdInfo id={anh.id} />);
    const members = await screen.findByRole("textbox", { name: "Số người trong hộ" });
    await user.clear(members);
    await user.type(members, "6");
    await phone.wardSays(phone.office, [
      { type: "household.changed", sub: anh.id, body: {}, personal: { address: "15 đường 30/4" } },
    ]);
    await user.click(screen.getByRole("button", { name: "Giữ thông tin đã sửa" }));
    await waitFor(() => expect(saidOn(phone)).toHaveLength(1));
    expect(saidOn(phone)[0]?.body).toEqual({ members: 6 });
    expect(saidOn(phone)[0]?.personal).toEqual({});
    expect(screen.getByRole("textbox", { name: "Địa chỉ" })).toHaveProperty("value", "15 đường 30/4");
  });

  test.each([
    ["Họ tên chủ hộ", "Hãy ghi họ tên chủ hộ."],
    ["Hộ số mấy trong tổ", "Hãy ghi số hộ trong tổ."],
    ["Số người trong hộ", "Hãy ghi số người trong hộ, từ 1 trở lên."],
  ])("is not emptied of what a list needs: %s", async (name, words) => {
    const phone = await demoPhone();
    const { user } = renderScreen(phone, <HouseholdInfo id={anh.id} />);
    await user.type(await screen.findByRole("textbox", { name: /^Ghi chú/ }), "bán ở chợ");
    await user.clear(screen.getByRole("textbox", { name }));
    await user.click(screen.getByRole("button", { name: "Giữ thông tin đã sửa" }));
    expect(screen.getByRole("alert").textContent).toBe(words);
    expect(saidOn(phone)).toEqual([]);
  });

  test("shows which other may be the same, and merges it there after asking", async () => {
    const phone = await demoPhone({
      self: OFFICE,
      households: [anh, bay, { ...dung, head: "Nguyen Thi Anh", address: "số 12/4, đường 30/4" }],
    });
    const { user, where } = renderScreen(phone, <HouseholdInfo id={dung.id} />);
    expect(await screen.findByText("cùng tên, cùng địa chỉ")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Nhập vào hộ 18 · Nguyễn Thị Ánh" }));
    const dialog = screen.getByRole("dialog", { name: "Nhập hai hộ làm một?" });
    expect(dialog.textContent).toContain("Hộ 20 · Nguyen Thi Anh không còn đứng riêng");
    expect(saidOn(phone)).toEqual([]);
    await user.click(within(dialog).getByRole("button", { name: "Nhập hai hộ" }));
    await waitFor(() => expect(where()).toBe(`/ho/${anh.id}`));
    expect(saidOn(phone)).toMatchObject([{ type: "household.merged", sub: dung.id, body: { into: anh.id } }]);
  });

  test("merged by a volunteer waits for the office, and says so on this phone", async () => {
    const phone = await demoPhone();
    await phone.act.say(phone.ward, [{ type: "household.merged", sub: dung.id, body: { into: anh.id } }]);
    const waits = "Nhập hai hộ: chờ phường quyết định";
    // Whoever opens the household that was merged; its heir's page is shown by the phone's own test.
    const first = renderScreen(phone, <Household id={dung.id} />);
    expect(await screen.findByText(waits)).toBeDefined();
    expect(screen.getByText(/^Chỉ máy này hiện như vậy/)).toBeDefined();
    expect(screen.queryByText("Hộ này đã nhập vào một hộ khác.")).toBeNull();
    first.unmount();
    phone.deliver();
    renderScreen(phone, <Household id={dung.id} />);
    expect(await screen.findByText("Hộ này đã nhập vào một hộ khác.")).toBeDefined();
    expect(screen.queryByText(waits)).toBeNull();
  });

  test("is merged with one that is searched for where nothing is alike", async () => {
    const phone = await demoPhone({ self: OFFICE });
    const { user } = renderScreen(phone, <HouseholdInfo id={anh.id} />);
    expect(await screen.findByText("Không thấy hộ nào giống hộ này trong máy.")).toBeDefined();
    await user.type(screen.getByRole("searchbox", { name: "Tìm hộ khác để nhập" }), "dung");
    expect(await screen.findByRole("button", { name: "Nhập vào hộ 20 · Lê Hoàng Dũng" })).toBeDefined();
  });

  test("says where it moved, and that it is gone; a volunteer hears that the ward looks into it", async () => {
    const phone = await demoPhone();
    const first = renderScreen(phone, <HouseholdInfo id={anh.id} />);
    expect(await screen.findByText(/phường xem xét rồi mới đổi danh sách/)).toBeDefined();
    await first.user.click(screen.getByRole("button", { name: "Chuyển sang tổ khác" }));
    const sheet = screen.getByRole("dialog", { name: "Chuyển sang tổ khác" });
    expect(within(sheet).getByRole("button", { name: "Ghi chuyển tổ" })).toHaveProperty("disabled", true);
    await first.user.selectOptions(within(sheet).getByRole("combobox"), "Tổ 8 · Khu phố 2");
    await first.user.click(within(sheet).getByRole("button", { name: "Ghi chuyển tổ" }));
    await waitFor(() =>
      expect(saidOn(phone)).toMatchObject([{ type: "household.moved", body: { area: "kp2/t08" } }]),
    );
    first.unmount();
    const office = await demoPhone({ self: OFFICE });
    const { user } = renderScreen(office, <HouseholdInfo id={anh.id} />);
    await user.click(await screen.findByRole("button", { name: "Hộ không còn ở đây" }));
    expect(screen.queryByText(/phường xem xét rồi mới đổi danh sách/)).toBeNull();
    await user.click(screen.getByRole("button", { name: "Ghi nhầm, không có hộ này" }));
    await user.click(screen.getByRole("button", { name: "Đưa ra khỏi danh sách" }));
    await waitFor(() =>
      expect(saidOn(office)).toMatchObject([{ type: "household.closed", body: { reason: "mistake" } }]),
    );
  });
});
