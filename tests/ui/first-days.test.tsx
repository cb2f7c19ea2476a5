import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { OfficeScreen } from "../../src/ui/office/OfficeScreen.tsx";
import { EVENING, OFFICE, WARD } from "./demo-ward.ts";
import { memoryPhone } from "./memory-phone.ts";
import { renderScreen } from "./render-screen.tsx";

const NO_AREAS = "Phường chưa có danh sách khu phố. Hãy nhập danh sách hộ trước.";

/** A ward right after `init`: no khu phố, no household, no campaign. */
function newWard() {
  const described = { name: "Phường 3", kind: "ward", province: "Long An", areas: [] };
  return memoryPhone({ ward: WARD, described, self: OFFICE, now: EVENING });
}

test("where nobody lives yet nobody is said to have been met", async () => {
  renderScreen(await newWard(), <OfficeScreen />, { at: "/phuong/hop" });
  await screen.findByText("Chưa có buổi họp nào");
  expect(screen.queryByText("Hộ nào cũng đã gặp ít nhất một lần.")).toBeNull();
  expect(screen.queryByRole("heading", { name: "Hộ nào dự họp, hộ nào chưa gặp" })).toBeNull();
});

test.each([
  ["whoever is sent or invited", "/phuong/phan-cong", 2],
  ["a change to a covenant", "/phuong/sua-doi", 1],
])("where there is no khu phố to choose, %s says what comes first", async (_, at, times) => {
  renderScreen(await newWard(), <OfficeScreen />, { at });
  expect(await screen.findAllByText(NO_AREAS)).toHaveLength(times);
});
