import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { Rings } from "../../src/ui/office/overview/Rings.tsx";
import { useHere } from "../../src/ui/parts/hooks/HereContext.tsx";
import { demoPhone, OFFICE } from "./demo-ward.ts";
import { renderScreen } from "./render-screen.tsx";

test.each([
  [740, "73%", "73,78% số hộ"],
  [1002, "99%", "99,9% số hộ"],
  [1003, "100%", "100% số hộ"],
  [4, "0,4%", "0,4% số hộ"],
  [0, "0%", "0% số hộ"],
])(
  "a ring of %d households shows %s, and beside it the figure of the report",
  async (signed, ring, exact) => {
    renderScreen(await demoPhone({ self: OFFICE }), <Shown signed={signed} />);
    expect(
      (await screen.findByText("hộ đã ký")).closest(".ring-card")?.querySelector(".ring-value")?.textContent,
    ).toBe(ring);
    expect(screen.getByText(exact)).toBeTruthy();
  },
);

test("those that wait for the handbook are told, and not those of which nobody knows the door any more", async () => {
  renderScreen(await demoPhone({ self: OFFICE }), <Shown signed={0} />);
  expect(await screen.findByText("72 hộ chưa nhận")).toBeTruthy();
});

function Shown({ signed }: { readonly signed: number }) {
  const { ward } = useHere();
  const totals = {
    households: 1003,
    members: 3371,
    delivered: 930,
    signed,
    given: 0,
    again: 0,
    refused: 0,
    none: 0,
    awaiting: 72,
  };
  return ward ? <Rings ward={ward} totals={totals} signedLately={null} /> : null;
}
