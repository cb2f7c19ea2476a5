import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { OfficeScreen } from "../../src/ui/office/OfficeScreen.tsx";
import { demoPhone, HOUSEHOLDS, OFFICE } from "./demo-ward.ts";
import type { MemoryPhone } from "./memory-phone.ts";
import { renderScreen } from "./render-screen.tsx";

const [first] = HOUSEHOLDS;
const AT = { at: "/phuong/phan-cong" };

/** Cô Sáu works in tổ 7, chú Ba in tổ 8. */
async function twoVolunteers() {
  const phone = await demoPhone({ self: OFFICE });
  const sau = await phone.addSpeaker({ personName: "Cô Sáu", areas: ["kp2/t07"] });
  const ba = await phone.addSpeaker({ personName: "Chú Ba", areas: ["kp2/t08"] });
  return { phone, sau, ba };
}

test("what each person has left is told in words, the most first", async () => {
  const { phone, ba } = await twoVolunteers();
  await phone.wardSays(ba, [{ type: "visit.logged", sub: first.id, body: { outcome: "refused" } }]);
  renderScreen(phone, <OfficeScreen />, AT);
  const list = await screen.findByRole("heading", { name: "Việc của từng người" });
  const items = within(list.closest("section") as HTMLElement).getAllByRole("listitem");
  expect(items.map((item) => item.querySelector(".assign-name")?.textContent)).toEqual([
    "Cô Sáu còn 2 trên 3 hộ",
    "Chú Ba còn 1 trên 1 hộ",
  ]);
});

test("somebody is sent to a tổ in one act: the work, and what the device may do there", async () => {
  const { phone, ba } = await twoVolunteers();
  const { user } = renderScreen(phone, <OfficeScreen />, AT);
  await user.click(await screen.findByRole("button", { name: "Phân công Tổ 7" }));
  await user.click(screen.getByRole("button", { name: "Giao" }));
  expect((await screen.findByRole("alert")).textContent).toBe("Hãy chọn người.");
  await user.selectOptions(screen.getByRole("combobox", { name: "Ai đi" }), "Chú Ba");
  await user.click(screen.getByRole("button", { name: "Giao" }));
  expect(await screen.findByText("Đã giao cho Chú Ba")).toBeTruthy();
  expect(lastSaid(phone, 2)).toEqual([
    ["round.assigned", "kp2/t07", { person: ba.person, from: "2026-11-23", to: "2026-12-31" }],
    ["device.assigned", ba.kid, expect.objectContaining({ areas: ["kp2/t08", "kp2/t07"] })],
  ]);
  expect(await screen.findByText("còn 4 trên 4 hộ")).toBeTruthy();
  // Taken back: the assignment, and the device works where it did.
  await user.click(screen.getByRole("button", { name: "Hoàn tác" }));
  await waitFor(() => expect(screen.queryByText("còn 4 trên 4 hộ")).toBeNull());
  expect(lastSaid(phone, 1)[0]).toMatchObject(["device.assigned", ba.kid, { areas: ["kp2/t08"] }]);
});

test("a few households of a tổ are given to somebody by themselves", async () => {
  const { phone, ba } = await twoVolunteers();
  const { user } = renderScreen(phone, <OfficeScreen />, AT);
  await user.click(await screen.findByRole("button", { name: "Phân công Tổ 7" }));
  await user.selectOptions(screen.getByRole("combobox", { name: "Ai đi" }), "Chú Ba");
  await user.click(screen.getByText(/^Chỉ giao vài hộ/));
  await user.click(screen.getByRole("checkbox", { name: "Hộ 18 · Nguyễn Thị Ánh" }));
  await user.click(screen.getByRole("button", { name: "Giao" }));
  expect(await screen.findByText("Cô Sáu (2 hộ); Chú Ba (1 hộ)")).toBeTruthy();
  expect(lastSaid(phone, 1)[0]).toMatchObject([
    "device.assigned",
    ba.kid,
    { areas: ["kp2/t08"], households: [first.id] },
  ]);
});

test("a round is handed over: work and scope move together, and the one who leaves has neither", async () => {
  const { phone, sau, ba } = await twoVolunteers();
  const { user } = renderScreen(phone, <OfficeScreen />, AT);
  await user.click(await screen.findByRole("button", { name: "Giao lại việc của Cô Sáu cho người khác" }));
  const dialog = screen.getByRole("dialog", { name: "Giao lại việc của Cô Sáu" });
  expect(within(dialog).getByText("Tổ 7 · Khu phố 2")).toBeTruthy();
  expect(within(dialog).queryByRole("option", { name: "Cô Sáu" })).toBeNull();
  await user.selectOptions(within(dialog).getByRole("combobox", { name: "Ai đi" }), "Chú Ba");
  await user.click(within(dialog).getByRole("button", { name: "Giao lại" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(lastSaid(phone, 3).map(([type, sub, body]) => [type, sub, body["areas"]])).toEqual([
    ["round.assigned", "kp2/t07", undefined],
    ["device.assigned", sau.kid, []],
    ["device.assigned", ba.kid, ["kp2/t08", "kp2/t07"]],
  ]);
  expect(await screen.findByText("Máy chưa được giao nơi nào.")).toBeTruthy();
});

test("one tap makes the invite ready for somebody's next device, and says that it needs coverage", async () => {
  const { phone } = await twoVolunteers();
  const { user } = renderScreen(phone, <OfficeScreen />, AT);
  await user.click(await screen.findByRole("button", { name: "Mời máy cho Cô Sáu" }));
  expect(screen.getByRole("heading", { name: "Mời một máy mới" })).toBe(document.activeElement);
  expect(screen.getByRole<HTMLSelectElement>("combobox", { name: "Mời ai" }).selectedOptions[0]?.text).toBe(
    "Cô Sáu",
  );
  expect(screen.getByText("Làm mã cần có mạng, vì mã do phường giữ.")).toBeTruthy();
});

function lastSaid(phone: MemoryPhone, count: number) {
  return phone
    .entries()
    .slice(-count)
    .map(({ statement: { claims } }) => [claims.type, claims.sub, claims.body] as const);
}
