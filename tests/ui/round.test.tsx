import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, onTestFinished, test } from "vitest";
import { Round } from "../../src/ui/round/Round.tsx";
import { DAY, demoPhone, EVENING, HOUSEHOLDS } from "./demo-ward.ts";
import { newId } from "./memory-phone.ts";
import { renderScreen } from "./render-screen.tsx";

const [anh, bay, dung] = HOUSEHOLDS;

describe("the round", () => {
  test("lists every household in sight by number, tổ, name, address and standing", async () => {
    const phone = await demoPhone();
    await phone.act.say(phone.ward, [
      { type: "visit.logged", sub: anh.id, body: { outcome: "comeBack", at: EVENING + 3600 } },
    ]);
    renderScreen(phone, <Round />);
    const link = await screen.findByRole("link", { name: /^Hộ 18, tổ 7/ });
    expect(link.getAttribute("aria-label")).toBe(
      "Hộ 18, tổ 7: Nguyễn Thị Ánh, 12/4 đường 30/4, hẹn 19:30 hôm nay",
    );
    expect(link.getAttribute("href")).toBe(`/ho/${anh.id}`);
    expect(screen.getAllByRole("link", { name: /^Hộ \d+, tổ \d+/ })).toHaveLength(4);
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Khu phố 2");
    expect(screen.getByText(/^4 hộ · 1 hẹn lại/)).toBeDefined();
    expect(screen.getByText("Dữ liệu mẫu")).toBeDefined();
  });

  test("says while its list still grows, so that nothing below slips away from under a finger", async () => {
    const many = Array.from({ length: 70 }, (_, at) => ({ ...anh, id: newId(), number: at + 1 }));
    // Looked at whenever anything changes: a slow machine may find the list only once it is whole.
    const stages = new Set<string>();
    const watching = new MutationObserver(() => {
      const list = document.querySelector(".household-list");
      if (list) stages.add(`${list.hasAttribute("data-growing")} ${list.children.length === 70}`);
    });
    watching.observe(document.body, { subtree: true, childList: true, attributes: true });
    onTestFinished(() => watching.disconnect());
    renderScreen(await demoPhone({ households: many }), <Round />);
    const list = await screen.findByRole("list", { name: "Danh sách hộ" });
    await waitFor(() => expect(list.children).toHaveLength(70));
    expect(list.hasAttribute("data-growing")).toBe(false);
    await waitFor(() => expect([...stages]).toContain("true false"));
    expect([...stages]).not.toContain("false false");
  });

  test("says how much of the list has come until all of it has, so that nobody walks off with half", async () => {
    const phone = await demoPhone();
    phone.setSending({ whole: false, fetching: { got: 1200, of: 3228 }, reached: true });
    renderScreen(phone, <Round />);
    expect(
      await screen.findByText("Đang lấy danh sách về máy: 1.200 / 3.228. Lấy đủ rồi hãy đi."),
    ).toBeDefined();
    act(() => phone.setSending({ fetching: null, reached: false }));
    expect(screen.getByText("Danh sách mới về một phần. Có mạng, máy tự lấy tiếp.")).toBeDefined();
    act(() => phone.setSending({ whole: true }));
    expect(screen.getByText("Ngoại tuyến")).toBeDefined();
  });

  test("says that its list is being fetched until all has come, and then that the ward has no household here", async () => {
    const phone = await demoPhone({ households: [] });
    phone.setSending({ whole: false, fetching: { got: 3, of: 40 }, reached: true });
    renderScreen(phone, <Round />);
    expect(await screen.findByText(/^Danh sách hộ đang được lấy từ phường/)).toBeDefined();
    act(() => phone.setSending({ whole: true, fetching: null }));
    expect(await screen.findByText("Chưa có hộ nào trong máy")).toBeDefined();
    expect(screen.getByText(/Hãy hỏi phường, hoặc thêm từng hộ/)).toBeDefined();
    expect(screen.queryByText(/đang được lấy/)).toBeNull();
    expect(await screen.findByRole("link", { name: "Thêm hộ chưa có trong danh sách" })).toBeDefined();
  });

  test("says that the ward has opened nothing only once all of it is here, and till then one thing", async () => {
    const phone = await demoPhone({ campaign: false });
    phone.setSending({ whole: false, reached: false, lastSuccess: null });
    renderScreen(phone, <Round />);
    expect(await screen.findByText(/^Danh sách mới về một phần/)).toBeDefined();
    expect(screen.queryByText(/^Phường chưa mở đợt/)).toBeNull();
    expect(screen.queryByText(/^Máy mới lấy được một phần/)).toBeNull();
    act(() => phone.setSending({ whole: true }));
    expect(await screen.findByText(/^Phường chưa mở đợt cam kết nào/)).toBeDefined();
  });

  test("says nothing of what the ward has opened while it is not known how much of it is here", async () => {
    const phone = await demoPhone({ campaign: false });
    const untold = { ...phone, watch: { ...phone.watch, sending: () => () => () => undefined } };
    renderScreen(untold, <Round />);
    expect(await screen.findByRole("searchbox", { name: "Tìm theo tên, số nhà" })).toBeDefined();
    expect(screen.queryByText(/^Phường chưa mở đợt/)).toBeNull();
  });

  test("shows the wall of one tổ, each cell with its number and its standing in words, and finds it again", async () => {
    const phone = await demoPhone();
    await phone.act.say(phone.ward, [{ type: "visit.logged", sub: bay.id, body: { outcome: "refused" } }]);
    const { user, unmount } = renderScreen(phone, <Round />);
    await user.click(await screen.findByRole("button", { name: "Tổ 7" }));
    const wall = screen.getByRole("region", { name: "Tường các hộ" });
    expect(
      within(wall)
        .getAllByRole("link")
        .map((cell) => cell.getAttribute("aria-label")),
    ).toEqual(["18: Chưa gặp", "19: Chưa đồng ý", "20: Chưa gặp"]);
    expect(within(wall).getByRole("list", { name: "Màu trên tường" }).textContent).toContain("Chưa đồng ý 1");
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Tổ 7 · Khu phố 2");
    unmount();
    renderScreen(phone, <Round />);
    expect((await screen.findByRole("heading", { name: "Tổ 7 · Khu phố 2" })).tagName).toBe("H1");
  });

  test("finds without marks, over all tổ, by parts of a name in any order and by house number", async () => {
    const { user } = renderScreen(await demoPhone(), <Round />);
    await user.click(await screen.findByRole("button", { name: "Tổ 7" }));
    const box = screen.getByRole("searchbox", { name: "Tìm theo tên, số nhà" });
    await user.type(box, "dao pham");
    expect((await found()).map(labelOf)).toEqual([expect.stringMatching(/^Hộ 1, tổ 8: Phạm Thị Đào/)]);
    await user.clear(box);
    await user.type(box, "12/4");
    expect((await found()).map(labelOf)).toEqual([expect.stringMatching(/^Hộ 18, tổ 7/)]);
    await user.clear(box);
    await user.type(box, "khong ai");
    expect(await screen.findByText("Không có hộ nào khớp")).toBeDefined();
  });

  test("shows only those to come back to, the earliest appointment first", async () => {
    const phone = await demoPhone();
    const again = (sub: string, at: number) => ({
      type: "visit.logged",
      sub,
      body: { outcome: "comeBack", at },
    });
    await phone.act.say(phone.ward, [again(anh.id, EVENING + 2 * DAY), again(dung.id, EVENING + DAY)]);
    const { user } = renderScreen(phone, <Round />);
    await user.click(await screen.findByRole("button", { name: "Lọc" }));
    await user.click(screen.getByRole("button", { name: "Hẹn lại 2" }));
    expect((await found()).map(labelOf)).toEqual([
      expect.stringMatching(/^Hộ 20, tổ 7.*hẹn 18:30 mai$/),
      expect.stringMatching(/^Hộ 18, tổ 7.*hẹn 18:30 thứ Tư 25\/11$/),
    ]);
  });

  test("draws a thousand households a part at a time", async () => {
    const many = Array.from({ length: 1000 }, (_, at) => ({
      id: newId(),
      area: `kp2/t0${7 + (at % 2)}`,
      number: at + 1,
      head: "Nguyễn Văn Tám",
      address: `${at} Lý Thường Kiệt`,
      members: 3,
    }));
    const { user } = renderScreen(await demoPhone({ households: many }), <Round />);
    await user.type(await screen.findByRole("searchbox"), "tam");
    await screen.findByText("Tìm thấy 1.000 hộ");
    await waitFor(() => expect(screen.getAllByRole("link", { name: /^Hộ / })).toHaveLength(30));
    await user.click(screen.getByRole("button", { name: "Xem thêm 60 hộ" }));
    expect(screen.getAllByRole("link", { name: /^Hộ / })).toHaveLength(90);
  });

  test("says how many records wait while the ward cannot be reached", async () => {
    const phone = await demoPhone();
    phone.setSending({ reached: false });
    await phone.act.say(phone.ward, [{ type: "visit.logged", sub: anh.id, body: { outcome: "absent" } }]);
    renderScreen(phone, <Round />);
    expect(await screen.findByText("Ngoại tuyến · 1 bản ghi chờ gửi")).toBeDefined();
    phone.setSending({ busy: { sent: 12, of: 41 } });
    expect(await screen.findByText("Đang gửi 12 / 41")).toBeDefined();
    phone.setSending({ busy: null });
    phone.deliver();
    expect(await screen.findByText("Có mạng · gửi lúc 18:30")).toBeDefined();
  });

  test("lets a waiting version take over as it opens, not while somebody is on it", async () => {
    const phone = await demoPhone();
    let taken = 0;
    const counting = { ...phone, act: { ...phone.act, takeUpdate: async () => void taken++ } };
    phone.setUpdate(true);
    const { unmount } = renderScreen(counting, <Round />);
    await waitFor(() => expect(taken).toBe(1));
    unmount();
    phone.setUpdate(false);
    renderScreen(counting, <Round />);
    await screen.findByRole("searchbox");
    phone.setUpdate(true);
    await screen.findByRole("searchbox");
    expect(taken).toBe(1);
  });

  test("warns before the phone is full, and while data are not kept for good", async () => {
    const phone = await demoPhone();
    phone.setStorage({ persisted: false });
    const { user } = renderScreen(phone, <Round />);
    await screen.findByText(/Máy này chưa được giữ dữ liệu lâu dài/);
    await user.click(screen.getByRole("button", { name: "Giữ lâu dài" }));
    await waitFor(() => expect(screen.queryByText(/chưa được giữ/)).toBeNull());
    phone.setStorage({ nearlyFull: true });
    expect(await screen.findByText(/Máy sắp hết chỗ/)).toBeDefined();
  });

  test("says so where the browser will not keep data for good, and where to read what helps", async () => {
    const base = await demoPhone();
    base.setStorage({ persisted: false });
    const phone = { ...base, act: { ...base.act, persist: () => Promise.resolve(false) } };
    const { user } = renderScreen(phone, <Round />);
    await user.click(await screen.findByRole("button", { name: "Giữ lâu dài" }));
    expect(await screen.findByText("Trình duyệt chưa cho. Ở mục “Tôi” có ghi cách làm.")).toBeDefined();
  });

  test("tells a reader's phone what it lacks", async () => {
    renderScreen(await demoPhone({ self: null }), <Round />);
    expect(await screen.findByText("Máy này chưa đăng ký đi từng hộ")).toBeDefined();
    // Perhaps the browser has cleared what it kept.
    expect(screen.getByText(/^Nếu máy này đã từng đăng ký/)).toBeDefined();
  });
});

async function found(): Promise<HTMLElement[]> {
  await waitFor(() => expect(screen.getAllByRole("link", { name: /^Hộ / }).length).toBeLessThan(4));
  return screen.getAllByRole("link", { name: /^Hộ / });
}

function labelOf(link: HTMLElement): string | null {
  return link.getAttribute("aria-label");
}
