import { expect, test } from "vitest";

import { wardClockOff } from "../../../src/domain/ward/agreed-clock.ts";

const NOW = 1_795_420_800;
const heard = (...offsets: readonly (number | null)[]) =>
  offsets.map((clockOffset, at) => ({ heardAt: NOW - at * 3600, clockOffset }));

test.each([
  ["three that add an hour", [3600, 3590, 3700], 3600],
  ["three that take an hour away", [-3600, -3590, -3605], -3600],
  ["most of many, whatever one of them shows", [3600, 3590, 86_400 * 300, 3700, 3650], 3650],
  ["three that are right", [0, 5, -20], 0],
  ["three that are off by less than ten minutes", [300, 310, 290], 0],
  ["two alone", [3600, 3600], null],
  ["three that do not agree", [3600, -3600, 0], null],
  ["half of many", [3600, 3600, 0, 0], null],
  ["those that tell nothing", [null, null, 3600, 3600], null],
])("judges the ward's clock by %s", (_name, offsets, off) => {
  expect(wardClockOff(heard(...offsets), NOW)).toBe(off);
});

test("asks those alone that called within a day, by whichever clock", () => {
  const three = heard(3600, 3600, 3600);
  const past = { heardAt: NOW - 86_401, clockOffset: 3600 };
  // Noted before the ward's clock fell back to 2015.
  const future = { heardAt: NOW + 86_401, clockOffset: 0 };
  const never = { heardAt: null, clockOffset: 3600 };
  expect(wardClockOff([...three.slice(1), past, never], NOW)).toBeNull();
  expect(wardClockOff([...three, future, future, future], NOW)).toBe(3600);
});
