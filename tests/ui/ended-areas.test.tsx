import { screen, waitFor, within } from "@testing-library/react";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { beginDraft, covenantDraftKey } from "../../src/domain/covenant/covenant-draft.ts";
import { readCovenantFile } from "../../src/domain/covenant/covenant-file.ts";
import type { MemoryPhone } from "./memory-phone.ts";
import { NewHousehold } from "../../src/ui/listing/NewHousehold.tsx";
import { AreaBoxes } from "../../src/ui/office/AreaBoxes.tsx";
import { AreaSelect } from "../../src/ui/office/AreaSelect.tsx";
import { OfficeScreen } from "../../src/ui/office/OfficeScreen.tsx";
import { useHere } from "../../src/ui/parts/hooks/HereContext.tsx";
import { Round } from "../../src/ui/round/Round.tsx";
import { demoPhone, describedAs, HOUSEHOLDS, OFFICE } from "./demo-ward.ts";
import { renderScreen } from "./render-screen.tsx";

const [anh, , , dao] = HOUSEHOLDS;
const YESTERDAY = "2026-11-22";
const TODAY = "2026-11-23";

test("a tổ whose time is over is offered nowhere once its households have moved", async () => {
  const phone = await wardWith(YESTERDAY);
  await moved(phone);
  expect(await offered(phone)).toEqual([["Khu phố 2", "Tổ 7"], ["Khu phố 2", "Tổ 7"], ["Tổ 7 · Khu phố 2"]]);
  renderScreen(phone, <Round />);
  await screen.findAllByText(anh.head);
  expect(screen.queryByRole("button", { name: /^Tổ 8/ })).toBeNull();
});

test("as long as a household stands in it, it is still to be chosen", async () => {
  expect(await offered(await wardWith(YESTERDAY))).toEqual(ALL);
});

test.each([TODAY, "2027-01-01"])("so is it till its last day is over: %s", async (to) => {
  const phone = await wardWith(to);
  await moved(phone);
  expect(await offered(phone)).toEqual(ALL);
});

test("with a khu phố its tổ end", async () => {
  const gone = { code: "kp4", name: "Khu phố 4", kind: "khuPho", to: YESTERDAY, into: "kp2" };
  const phone = await wardWith(undefined, [gone, { code: "kp4/t20", name: "Tổ 20", kind: "to" }]);
  expect(await offered(phone)).toEqual(ALL);
});

test("among opinions it is looked for only where something was said in it, and then marked", async () => {
  const phone = await wardWith(YESTERDAY);
  await moved(phone);
  const said = (sub: string) => {
    const opinion = { type: "opinion.given", sub, body: { channel: "meeting" }, personal: { text: "Đèn." } };
    return phone.wardSays(phone.office, [opinion]);
  };
  await said("kp2/t07");
  const places = async () => {
    const drawn = renderScreen(phone, <OfficeScreen />, { at: "/phuong/y-kien" });
    await screen.findByRole("combobox", { name: "Nơi" });
    const found = options("Nơi").slice(1);
    drawn.unmount();
    return found;
  };
  expect(await places()).toEqual(["Khu phố 2", "Tổ 7 · Khu phố 2"]);
  await said("kp2/t08");
  expect(await places()).toEqual(["Khu phố 2", "Tổ 7 · Khu phố 2", "Tổ 8 · Khu phố 2 (đã thôi)"]);
});

describe("a covenant", () => {
  const five = { code: "kp5", name: "Khu phố 5", kind: "khuPho" };
  const ended = { ...five, to: YESTERDAY, into: "kp2" };

  /** The office's phone, whose khu phố 5, where nobody stands, has a covenant and has ended; khu phố 4 never had one. */
  async function withCovenants(): Promise<MemoryPhone> {
    const phone = await wardWith(undefined, [
      { code: "kp4", name: "Khu phố 4", kind: "khuPho", to: YESTERDAY },
      ended,
    ]);
    const read = readCovenantFile(readFileSync("demo/quy-uoc-kp2.md", "utf8"));
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const said = ["kp2", "kp5"].map((sub) => ({
      type: "covenant.published",
      sub,
      body: read.value.covenant,
    }));
    await phone.wardSays(phone.office, said);
    return phone;
  }

  test.each([
    ["has ended", false],
    ["has ended, though a household stands there", true],
  ])("is begun in no khu phố that %s, and stays to be read there", async (_, isPeopled) => {
    const phone = await withCovenants();
    if (isPeopled) await movedTo(phone, "kp5");
    renderScreen(phone, <OfficeScreen />, { at: "/phuong/so-tay" });
    const row = (await screen.findByRole("heading", { name: "Khu phố 5" })).closest("li")!;
    expect(within(row).getByText("Đã nhập vào Khu phố 2, hết ngày 22/11/2026")).toBeTruthy();
    expect(within(row).getByRole("link", { name: "Xem sổ tay Khu phố 5" })).toBeTruthy();
    expect(within(row).queryByRole("link", { name: /Soạn/ })).toBeNull();
    expect(screen.queryByRole("heading", { name: "Khu phố 4" })).toBeNull();
    const here = screen.getByRole("heading", { name: "Khu phố 2" }).closest("li")!;
    expect(within(here).getByRole("link", { name: /^Soạn/ })).toBeTruthy();
    expect(within(here).queryByText(/Đã nhập/)).toBeNull();
  });

  test("that was being written when its khu phố ended is found again", async () => {
    const phone = await withCovenants();
    await phone.act.keepDraft(covenantDraftKey(phone.ward, "kp4"), beginDraft(null, null, "1"));
    renderScreen(phone, <OfficeScreen />, { at: "/phuong/so-tay" });
    const row = (await screen.findByRole("heading", { name: "Khu phố 4" })).closest("li")!;
    expect(within(row).getByRole("link", { name: "Soạn tiếp Khu phố 4" })).toBeTruthy();
  });

  test("is changed, and pledged to in a new campaign, in no khu phố that has ended", async () => {
    const phone = await withCovenants();
    const campaign = renderScreen(phone, <OfficeScreen />, { at: "/phuong/so-tay/dot-cam-ket" });
    expect(await screen.findByRole("textbox", { name: "Khu phố 2" })).toBeTruthy();
    expect(screen.queryByRole("textbox", { name: /^Khu phố [45]/ })).toBeNull();
    campaign.unmount();
    // Whoever is still gone to there signs for the edition that stands there.
    await movedTo(phone, "kp5");
    const peopled = renderScreen(phone, <OfficeScreen />, { at: "/phuong/so-tay/dot-cam-ket" });
    expect(await screen.findByRole("textbox", { name: "Khu phố 5" })).toBeTruthy();
    peopled.unmount();
    await phone.act.keepDraft(`amendment/${phone.ward}/new`, { area: "kp5" });
    renderScreen(phone, <OfficeScreen />, { at: "/phuong/sua-doi" });
    const select = await screen.findByRole<HTMLSelectElement>("combobox", { name: /khu phố/i });
    expect([...select.options].map(({ text }) => text)).toEqual(["Khu phố 2"]);
    expect(select.value).toBe("kp2");
  });
});

const ALL = [
  ["Khu phố 2", "Tổ 7", "Tổ 8"],
  ["Khu phố 2", "Tổ 7", "Tổ 8"],
  ["Tổ 7 · Khu phố 2", "Tổ 8 · Khu phố 2"],
];

/** The office's phone in a ward whose tổ 8 ends with this day. */
async function wardWith(to: string | undefined, more: readonly object[] = []): Promise<MemoryPhone> {
  const phone = await demoPhone({ self: OFFICE });
  await describedAs(phone, {
    areas: [
      { code: "kp2", name: "Khu phố 2", kind: "khuPho" },
      { code: "kp2/t07", name: "Tổ 7", kind: "to" },
      { code: "kp2/t08", name: "Tổ 8", kind: "to", ...(to === undefined ? {} : { to, into: "kp2/t07" }) },
      ...more,
    ],
  });
  return phone;
}

async function moved(phone: MemoryPhone): Promise<void> {
  await movedTo(phone, "kp2/t07");
}

async function movedTo(phone: MemoryPhone, area: string): Promise<void> {
  const body = { area };
  await phone.wardSays(phone.office, [{ type: "household.moved", sub: dao.id, body }]);
}

/** What is offered to send or invite somebody to, in the office's forms, and to list a household in. */
async function offered(phone: MemoryPhone): Promise<string[][]> {
  const boxes = renderScreen(phone, <Places />);
  await screen.findByRole("checkbox", { name: "Khu phố 2" });
  // Whether anybody still stands there is known a moment later.
  await new Promise((resolve) => {
    setTimeout(resolve, 100);
  });
  const names = [...document.querySelectorAll(".area-box")].map(({ textContent }) => textContent.trim());
  const office = options("Nơi")
    .slice(1)
    .map((name) => name.replace(/^\W+/u, ""));
  boxes.unmount();
  const listing = renderScreen(phone, <NewHousehold />);
  await waitFor(() => expect(options("Tổ")).toContain("Tổ 7 · Khu phố 2"));
  const groups = options("Tổ").filter((name) => name.includes("·"));
  listing.unmount();
  return [names, office, groups];
}

function options(label: string): string[] {
  const select = screen.getByRole("combobox", { name: label });
  return [...select.querySelectorAll("option")].map(({ textContent }) => textContent.trim());
}

function Places() {
  const { ward } = useHere();
  if (!ward) return null;
  return (
    <>
      <AreaBoxes ward={ward} chosen={[]} onChoose={() => undefined} />
      <AreaSelect ward={ward} label="Nơi" area="" onChoose={() => undefined} />
    </>
  );
}
