import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { HandbookCover } from "../../src/ui/handbook/HandbookCover.tsx";
import { HandbookHome } from "../../src/ui/handbook/HandbookHome.tsx";
import { describedAs } from "./demo-ward.ts";
import { handbookPhone } from "./handbook-ward.ts";
import { renderAt } from "./render-at.tsx";

const AREA = { kind: "khuPho" };
const HEIR = { ...AREA, code: "kp1", name: "Khu phố 1" };

/** A reader's phone, where khu phố 2 ends like this; khu phố 1 has a handbook of its own, if it is to have one. */
async function phoneWhere(ends: object, more: readonly object[] = [HEIR], withBook = true) {
  const phone = await handbookPhone();
  const said = phone.entries().find(({ statement }) => statement.claims.type === "covenant.published");
  const body = said?.statement.claims.body ?? {};
  if (withBook) await phone.wardSays(phone.office, [{ type: "covenant.published", sub: "kp1", body }]);
  await describedAs(phone, { areas: [{ ...AREA, code: "kp2", name: "Khu phố 2", ...ends }, ...more] });
  return phone;
}

const MERGED = /^Khu phố 2 đã nhập vào Khu phố 1, hết ngày 22\/11\/2026\./;

test.each(["/so-tay/phuong-3/kp2", "/so-tay/phuong-3/kp2#dieu-11"])(
  "%s of a khu phố that was merged says which one goes on with it, and leads there",
  async (path) => {
    renderAt(await phoneWhere({ to: "2026-11-22", into: "kp1" }), path, <HandbookCover />);
    const told = (await screen.findByText(MERGED)).closest<HTMLElement>(".card")!;
    const way = within(told).getByRole("link", { name: "Xem sổ tay Khu phố 1" });
    expect(way.getAttribute("href")).toBe("/so-tay/phuong-3/kp1");
  },
);

test("where the heir was merged as well, it leads to the one that is there", async () => {
  const gone = { ...AREA, code: "kp4", name: "Khu phố 4", to: "2026-11-20", into: "kp1" };
  const phone = await phoneWhere({ to: "2026-11-10", into: "kp4" }, [HEIR, gone]);
  renderAt(phone, "/so-tay/phuong-3/kp2", <HandbookCover />);
  expect(await screen.findByText(/^Khu phố 2 đã nhập vào Khu phố 1, hết ngày 10\/11\/2026\./)).toBeTruthy();
});

test("where the heir has no handbook it is only named, and where there is none, the end", async () => {
  const phone = await phoneWhere({ to: "2026-11-22", into: "kp1" }, [HEIR], false);
  const first = renderAt(phone, "/so-tay/phuong-3/kp2", <HandbookCover />);
  expect(await screen.findByText(MERGED)).toBeTruthy();
  expect(screen.queryByRole("link", { name: /^Xem sổ tay/ })).toBeNull();
  first.unmount();
  renderAt(await phoneWhere({ to: "2026-11-22" }), "/so-tay/phuong-3/kp2", <HandbookCover />);
  expect(await screen.findByText(/^Khu phố 2 đã thôi từ sau ngày 22\/11\/2026\./)).toBeTruthy();
});

test("till its last day is over nothing is said", async () => {
  renderAt(await phoneWhere({ to: "2026-11-23", into: "kp1" }), "/so-tay/phuong-3/kp2", <HandbookCover />);
  await screen.findByRole("searchbox");
  // What stands above the contents comes a moment later.
  await new Promise((resolve) => {
    setTimeout(resolve, 300);
  });
  expect(screen.queryByText(/^Khu phố 2 đã/)).toBeNull();
});

test("where a khu phố is chosen, the one that was merged says so", async () => {
  renderAt(await phoneWhere({ to: "2026-11-22", into: "kp1" }), "/so-tay/phuong-3", <HandbookHome />);
  const link = (await screen.findByText("Khu phố 2")).closest("a")!;
  expect(await within(link).findByText(MERGED)).toBeTruthy();
  const heir = screen.getByText("Khu phố 1").closest("a")!;
  expect(within(heir).queryByText(/hết ngày/)).toBeNull();
});
