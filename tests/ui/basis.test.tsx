import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { OwnScreen } from "../../src/ui/own/OwnScreen.tsx";
import { RightsDialog } from "../../src/ui/pledge/RightsDialog.tsx";
import { demoPhone, describedAs, HOUSEHOLDS } from "./demo-ward.ts";
import type { MemoryPhone } from "./memory-phone.ts";
import { renderScreen } from "./render-screen.tsx";

const BASIS = "Phường giữ danh sách hộ theo Kế hoạch số 1 của Uỷ ban nhân dân phường.";
const PLACES = [
  ["the household's own page", () => <OwnScreen />],
  ["what is read out at the door", () => <RightsDialog onClose={() => undefined} />],
] as const;

test.each(PLACES)("on which basis the ward keeps its list stands among the rights: %s", async (_, Place) => {
  const phone = await homePhone();
  await describedAs(phone, { basis: BASIS });
  renderScreen(phone, <Place />);
  const line = await screen.findByText(BASIS);
  expect(line.lang).toBe("vi");
  expect(line.closest("p")?.textContent).toBe(`Căn cứ giữ danh sách hộ: ${BASIS}`);
});

test.each(PLACES)("in English, too, in the ward's own words: %s", async (_, Place) => {
  const phone = await homePhone();
  await describedAs(phone, { basis: BASIS });
  await phone.act.set({ language: "en" });
  renderScreen(phone, <Place />);
  const line = await screen.findByText(/^Basis for keeping the list of households:/);
  expect(line.textContent).toBe(`Basis for keeping the list of households: ${BASIS}`);
});

test.each(PLACES)("a ward that has not said it shows no such line: %s", async (_, Place) => {
  renderScreen(await homePhone(), <Place />);
  await screen.findByText(/^Không ai hỏi số căn cước/);
  expect(screen.queryByText(/^Căn cứ giữ danh sách/)).toBeNull();
});

/** The phone of hộ 18. */
async function homePhone(): Promise<MemoryPhone> {
  const [anh] = HOUSEHOLDS;
  const self = {
    personName: "",
    deviceName: "Điện thoại của hộ",
    role: "household",
    areas: [anh.area],
  } as const;
  return demoPhone({ self, households: [anh] });
}
