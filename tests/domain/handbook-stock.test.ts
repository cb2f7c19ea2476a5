import { expect, test } from "vitest";
import { currentEntries, stockEntries, stockOf } from "../../src/domain/handbook-stock.ts";
import type { WardRecord } from "../../src/domain/ward-facts.ts";

const record = (at: number, sub: string, body: Record<string, unknown>, type = "handbook.stocked") =>
  ({ jti: `j${at}`, kid: "k", seq: at, personal: {}, at, sub, body, type }) satisfies WardRecord;

const homes = (area: string, delivered: number, without: number) => [
  ...Array.from({ length: delivered }, () => ({ area, delivered: true })),
  ...Array.from({ length: without }, () => ({ area, delivered: false })),
];

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
    record(1, "phuong-3", { edition: 4, copies: 940 }),
    record(2, "kp1", { edition: 4, copies: 330 }),
    record(3, "kp2", { edition: 4, copies: 310 }),
    record(4, "kp3/t12", { edition: 4, copies: 300 }),
  ]);
  const households = [
    ...homes("kp1/t01", 330, 22),
    ...homes("kp2/t07", 310, 20),
    ...homes("kp3/t12", 300, 21),
  ];
  const stock = stockOf("phuong-3", ["kp1", "kp2", "kp3"], entries, households);
  expect(stock).toMatchObject({ printed: 940, handedOn: 940, atOffice: 0 });
  expect(
    stock.areas.map(({ received, delivered, left, lacking }) => [received, delivered, left, lacking]),
  ).toEqual([
    [330, 330, 0, 22],
    [310, 310, 0, 20],
    [300, 300, 0, 21],
  ]);
  expect(stock.areas.flatMap(({ without }) => without)).toHaveLength(63);
});

test("what is left counts for who has none; what was handed out beyond the entries shows below zero and hides no lack", () => {
  const entries = stockEntries([
    record(1, "kp1", { edition: 4, copies: 10 }),
    record(2, "kp2", { edition: 4, copies: 2 }),
  ]);
  const households = [...homes("kp1/t01", 3, 5), ...homes("kp2/t01", 4, 5), ...homes("kp10/t01", 9, 9)];
  const { printed, atOffice, areas } = stockOf("phuong-3", ["kp1", "kp2"], entries, households);
  expect([printed, atOffice]).toEqual([null, null]);
  expect(areas.map(({ left, lacking }) => [left, lacking])).toEqual([
    [7, 0],
    [-2, 5],
  ]);
});

test("where nobody wrote down what came, nobody knows what is left", () => {
  const { areas } = stockOf("phuong-3", ["kp1"], [], homes("kp1/t01", 3, 5));
  expect(areas).toMatchObject([{ received: null, delivered: 3, left: null, lacking: null }]);
  expect(areas[0]?.without).toHaveLength(5);
});

test("only the editions that are handed out now count, each in its own area", () => {
  const entries = stockEntries([
    record(1, "phuong-3", { edition: 3, copies: 900 }),
    record(2, "phuong-3", { edition: 5, copies: 940 }),
    record(3, "kp1", { edition: 5, copies: 1 }),
    record(4, "kp1", { edition: 4, copies: 2 }),
    record(5, "kp2", { edition: "5", copies: 3 }),
  ]);
  const editionOf = (area: string) => (area === "kp1" ? 4 : 5);
  const current = currentEntries("phuong-3", entries, editionOf, ["kp1", "kp2"]);
  expect(current.map(({ copies }) => copies)).toEqual([3, 2, 940]);
});
