import { describe, expect, test } from "vitest";
import type { WardRecord } from "../../../src/domain/ward-facts.ts";
import { stockByEdition, stockEntries } from "../../../src/domain/ward/handbook-stock.ts";

const record = (at: number, sub: string, body: Record<string, unknown>, type = "handbook.stocked") =>
  ({ jti: `j${at}`, kid: "k", seq: at, personal: {}, at, sub, body, type }) satisfies WardRecord;

const homes = (area: string, delivered: number, without: number, edition: number | string = 4) => [
  ...Array.from({ length: delivered }, () => ({ area, delivered: true, copies: [edition] })),
  ...Array.from({ length: without }, () => ({ area, delivered: false })),
];

const WARD = "phuong-3";
const AREAS = ["kp1", "kp2", "kp3"];
const four = () => 4;

test("entries are the stock's records alone, the newest first; what another version wrote is left out", () => {
  const records = [
    record(1, "phuong-3", { edition: 4, copies: 940 }),
    record(2, "kp1", { work: "x" }, "contribution.recorded"),
    record(3, "kp1", { edition: 4, copies: "nhiều" }),
    record(4, "kp1", { edition: "4", copies: 330 }),
  ];
  expect(stockEntries(records).map(({ at, place, copies }) => [at, place, copies])).toEqual([
    [4, "kp1", 330],
    [1, "phuong-3", 940],
  ]);
});

test("the published case: 940 copies for 1003 households leave 63 without", () => {
  const entries = stockEntries([
    record(1, WARD, { edition: 4, copies: 940 }),
    record(2, "kp1", { edition: 4, copies: 330 }),
    record(3, "kp2", { edition: 4, copies: 310 }),
    record(4, "kp3/t12", { edition: 4, copies: 300 }),
  ]);
  const households = [
    ...homes("kp1/t01", 330, 22),
    ...homes("kp2/t07", 310, 20),
    ...homes("kp3/t12", 300, 21),
  ];
  const [stock, ...others] = stockByEdition(WARD, AREAS, entries, households, four);
  expect(others).toEqual([]);
  expect(stock).toMatchObject({ edition: 4, printed: 940, handedOn: 940, atOffice: 0 });
  expect(
    stock?.areas.map(({ received, handedOut, left, lacking }) => [received, handedOut, left, lacking]),
  ).toEqual([
    [330, 330, 0, 22],
    [310, 310, 0, 20],
    [300, 300, 0, 21],
  ]);
  expect(stock?.areas.flatMap(({ without }) => without)).toHaveLength(63);
});

test("what is left counts for who has none; what was handed out beyond the entries shows below zero and hides no lack", () => {
  const entries = stockEntries([
    record(1, "kp1", { edition: 4, copies: 10 }),
    record(2, "kp2", { edition: 4, copies: 2 }),
  ]);
  const households = [...homes("kp1/t01", 3, 5), ...homes("kp2/t01", 4, 5), ...homes("kp10/t01", 9, 9)];
  const [stock] = stockByEdition(WARD, ["kp1", "kp2"], entries, households, four);
  expect([stock?.printed, stock?.atOffice]).toEqual([null, null]);
  expect(stock?.areas.map(({ left, lacking }) => [left, lacking])).toEqual([
    [7, 0],
    [-2, 5],
  ]);
});

test("where nobody wrote down what came, nobody knows what is left", () => {
  const [stock] = stockByEdition(WARD, ["kp1"], [], homes("kp1/t01", 3, 5), four);
  expect(stock?.areas).toMatchObject([{ received: null, handedOut: 3, left: null, lacking: null }]);
  expect(stock?.areas[0]?.without).toHaveLength(5);
});

test("whoever was erased, with nothing left by which the door is found, lacks no handbook", () => {
  const households = [
    { area: "kp1/t01", delivered: false, erased: true },
    { area: "kp1/t01", delivered: true, erased: true, copies: [4] },
    // Its person is known again, or its number stayed.
    { area: "kp1/t01", delivered: false, erased: true, number: 18 },
    { area: "kp1/t01", delivered: false },
  ];
  const entries = stockEntries([record(1, "kp1", { edition: 4, copies: 2 })]);
  const [stock] = stockByEdition(WARD, ["kp1"], entries, households, four);
  expect(stock?.areas).toMatchObject([{ handedOut: 1, left: 1, without: households.slice(2), lacking: 1 }]);
});

describe("a new edition", () => {
  const entries = stockEntries([
    record(1, WARD, { edition: 4, copies: 100 }),
    record(2, "kp1", { edition: 4, copies: 30 }),
    record(3, "kp2", { edition: "4", copies: 20 }),
    record(4, WARD, { edition: 5, copies: 50 }),
    record(5, "kp2", { edition: 5, copies: 10 }),
  ]);
  const households = [...homes("kp1/t01", 25, 2), ...homes("kp2/t01", 18, 0), ...homes("kp2/t02", 4, 3, "5")];
  const told = (editionOf: (area: string) => number | string | undefined) =>
    stockByEdition(WARD, ["kp1", "kp2"], entries, households, editionOf).map(
      ({ edition, printed, handedOn, atOffice, areas }) => [
        [edition, printed, handedOn, atOffice],
        ...areas.map((one) => [one.area, one.received, one.handedOut, one.left, one.without.length]),
      ],
    );

  test("has copies of its own; those of the former one stay where they went, also at the office", () => {
    expect(told((area) => (area === "kp2" ? 5 : 4))).toEqual([
      [
        [5, 50, 10, 40],
        ["kp2", 10, 4, 6, 3],
      ],
      [
        [4, 100, 50, 50],
        ["kp1", 30, 25, 5, 2],
        ["kp2", 20, 18, 2, 0],
      ],
    ]);
  });

  test("changes no figure of the former one, but for who waits for it", () => {
    const figures = (edition: number) =>
      told(() => edition)
        .find(([[one = ""] = []]) => String(one) === "4")
        ?.map((row) => row.slice(1, 4));
    expect(figures(5)).toEqual(figures(4));
  });

  test("copies that were handed out in an earlier campaign, or twice, or to who is no more, do not come back", () => {
    const once = [{ area: "kp1/t01", delivered: false, copies: [4, "4", 3] }];
    const gone = [{ area: "kp1/t02", copies: [4] }];
    const all = stockByEdition(WARD, ["kp1"], entries, once, four, gone);
    expect(
      all.map(({ edition, areas: [kp1] }) => [edition, kp1?.received, kp1?.handedOut, kp1?.left]),
    ).toEqual([
      [4, 30, 3, 27],
      [5, undefined, undefined, undefined],
      [3, null, 1, null],
    ]);
    expect(all[0]?.areas[0]?.without).toHaveLength(1);
  });
});

test("an area that has no handbook of its own waits for the newest", () => {
  const stocks = stockByEdition(WARD, ["kp1", "kp2"], [], homes("kp1/t01", 0, 2), (area) =>
    area === "kp2" ? 5 : undefined,
  );
  expect(stocks.map(({ edition, areas }) => [edition, areas.map(({ area }) => area)])).toEqual([
    [5, ["kp1", "kp2"]],
  ]);
  expect(stockByEdition(WARD, ["kp1"], [], [], () => undefined)).toMatchObject([
    { areas: [{ area: "kp1" }] },
  ]);
});
