import { expect, test } from "vitest";
import type { Area } from "../../../src/domain/ward-facts.ts";
import { leftBehind, openGroups } from "../../../src/domain/ward/left-behind.ts";

const TODAY = "2026-11-23";
const AREAS: readonly Area[] = [
  { code: "kp1", name: "Khu phố 1", kind: "khuPho" },
  { code: "kp1/t01", name: "Tổ 1", kind: "to" },
  { code: "kp1/t02", name: "Tổ 2", kind: "to", to: "2026-11-22", into: "kp1/t01" },
  { code: "kp1/t03", name: "Tổ 3", kind: "to", to: TODAY, into: "kp1/t01" },
  { code: "kp2", name: "Khu phố 2", kind: "khuPho", to: "2026-06-30", into: "kp1" },
  { code: "kp2/t04", name: "Tổ 4", kind: "to" },
  { code: "kp3", name: "Khu phố 3", kind: "khuPho" },
];

test("households of a tổ that has ended, or whose khu phố has, are left behind; what goes on with it is named", () => {
  const rows = ["kp1/t01", "kp2/t04", "kp1/t02", "kp1/t03", "kp2/t04"].map((area, id) => ({ id, area }));
  expect(
    leftBehind(AREAS, rows, TODAY).map(({ area, heir, rows: some }) => [
      area,
      heir,
      some.map(({ id }) => id),
    ]),
  ).toEqual([
    ["kp2/t04", "kp1", [1, 4]],
    ["kp1/t02", "kp1/t01", [2]],
  ]);
});

test("they may go to what is there and holds nothing else that is", () => {
  expect(openGroups(AREAS, TODAY)).toEqual(["kp1/t01", "kp1/t03", "kp3"]);
  expect(openGroups(AREAS, "2026-11-24")).toEqual(["kp1/t01", "kp3"]);
});
