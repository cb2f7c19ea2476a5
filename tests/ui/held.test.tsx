import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { OfficeScreen } from "../../src/ui/office/OfficeScreen.tsx";
import { demoPhone, HOUSEHOLDS } from "./demo-ward.ts";
import { renderScreen } from "./render-screen.tsx";

const OFFICE = {
  personName: "Lê Thị Mai",
  deviceName: "Máy tính phường",
  role: "office",
  areas: [],
} as const;
const [first] = HOUSEHOLDS;

async function heldChange() {
  const phone = await demoPhone({ self: OFFICE });
  const by = await phone.addSpeaker({ personName: "Cô Năm", areas: ["kp1"] });
  const draft = {
    type: "household.changed",
    sub: first.id,
    body: { members: 9 },
    personal: { note: "Gọi cổng sau" },
  };
  const jti = await phone.wardHolds(by, draft, "beyond-area");
  const drawn = renderScreen(phone, <OfficeScreen />, { at: "/phuong/cho-xet" });
  return { phone, jti, ...drawn };
}

test("a change that waits stands beside what the ward has, with who and why", async () => {
  await heldChange();
  const item = within((await screen.findByRole("heading", { name: "Sửa thông tin hộ" })).closest("li")!);
  expect(await item.findByText(/nằm ngoài các tổ giao cho người ghi/)).toBeTruthy();
  expect(item.getByText(/Cô Năm · Máy của Cô Năm/)).toBeTruthy();
  const row = await item.findByRole("row", { name: /^Nhân khẩu/ });
  expect(
    within(row)
      .getAllByRole("cell")
      .map(({ textContent }) => textContent),
  ).toEqual(["4", "9"]);
});

test("a refusal with its reason is undone at a tap and nothing is said; left alone it is said", async () => {
  const { phone, jti, user, unmount } = await heldChange();
  const refuse = async () => {
    await user.click(await screen.findByRole("button", { name: /^Không nhận: Sửa/ }));
    const dialog = within(screen.getByRole("dialog"));
    await user.click(dialog.getByRole("radio", { name: "Ghi nhầm" }));
    await user.click(dialog.getByRole("button", { name: "Không nhận" }));
  };
  const said = () => phone.entries().at(-1)?.statement.claims;
  await refuse();
  await user.click(await screen.findByRole("button", { name: "Hoàn tác" }));
  await waitFor(() => expect(phone.drafts().size).toBe(0));
  expect(said()?.type).not.toBe("statement.decided");
  await refuse();
  await waitFor(() => expect(phone.drafts().size).toBe(1));
  // Whoever leaves the office's pages waits no longer.
  unmount();
  await waitFor(() =>
    expect(said()).toMatchObject({
      type: "statement.decided",
      sub: jti,
      in: first.id,
      body: { decision: "refuse", reason: "mistake" },
    }),
  );
});
