import { expect, test } from "vitest";
import { totalsByArea } from "../../src/domain/ward/totals.ts";
import { isChosen, toggleArea } from "../../src/ui/office/chosen-areas.ts";
import { deviceRows, deviceTitle } from "../../src/ui/office/device-rows.ts";
import { arrangeAreas } from "../../src/ui/office/overview/totals-rows.ts";
import { drawWall } from "../../src/ui/office/overview/wall-paths.ts";

test("a wall has a shape for each household, in rows, each word in a path of its own", () => {
  const { width, height, paths } = drawWall(["signed", "none", "signed", "again", "refused"], 2);
  expect([width, height]).toEqual([20, 30]);
  expect(paths.signed.match(/M/g)).toHaveLength(2);
  // The third stands at the beginning of the second row.
  expect(paths.signed).toContain("M1 11");
  expect(paths.given).toBe("");
  expect(new Set(Object.values(paths)).size).toBe(5);
  expect(drawWall([], 2).height).toBe(10);
});

test("choosing a khu phố takes the place of its tổ", () => {
  expect(toggleArea(["kp2/t07", "kp10/t01"], "kp2")).toEqual(["kp10/t01", "kp2"]);
  expect(toggleArea(["kp2"], "kp2")).toEqual([]);
  expect(isChosen(["kp2"], "kp2/t07")).toBe(true);
  expect(isChosen(["kp2"], "kp20/t07")).toBe(false);
});

test("devices in use come first, by given name", () => {
  const device = (personName: string, revokedSeq: number | null) => ({ personName, revokedSeq }) as never;
  const devices = {
    a: device("Trần Văn Tư", null),
    b: device("Lê Thị Ánh", 7),
    c: device("Võ Thị Năm", null),
  };
  expect(deviceRows(devices).map(({ personName }) => personName)).toEqual([
    "Võ Thị Năm",
    "Trần Văn Tư",
    "Lê Thị Ánh",
  ]);
  expect(deviceTitle({ personName: undefined, deviceName: "Máy 2" })).toBe("Máy 2");
  expect(deviceTitle({ personName: undefined, deviceName: undefined })).toBeNull();
});

test("a khu phố stays in the filter while one of its tổ does, and order changes nothing else", () => {
  const row = (area: string, members: number) => ({
    area,
    members,
    delivered: false,
    status: { word: "none", at: null, appointment: null, conflict: false } as const,
  });
  const areas = totalsByArea([row("kp1/t01", 3), row("kp2/t06", 1), row("kp2/t07", 9)]);
  const names: Record<string, string> = {
    kp1: "Khu phố 1",
    kp2: "Khu phố 2",
    "kp1/t01": "Tổ 1",
    "kp2/t06": "Tổ 6",
  };
  const arrange = (query: string, column: "area" | "members", descending: boolean) =>
    arrangeAreas(areas, { query, order: { column, descending }, nameOf: (area) => names[area] ?? "Tổ 7" });
  expect(arrange("tổ 7", "area", false).map(({ area, parts }) => [area, parts.length])).toEqual([["kp2", 1]]);
  expect(arrange("khu pho 2", "members", true)[0]?.parts.map(({ area }) => area)).toEqual([
    "kp2/t07",
    "kp2/t06",
  ]);
  expect(arrange("", "members", true).map(({ area }) => area)).toEqual(["kp2", "kp1"]);
  expect(arrange("", "area", true).map(({ area }) => area)).toEqual(["kp2", "kp1"]);
  expect(arrange("nowhere", "area", false)).toEqual([]);
});
