import fc from "fast-check";
import { expect, test } from "vitest";
import {
  totalsByArea,
  totalsOf,
  waitingOf,
  type CountedHousehold,
  type Totals,
} from "../../../src/domain/ward/totals.ts";

const WORDS = ["signed", "given", "again", "refused", "none"] as const;

function household(
  area: string,
  word: (typeof WORDS)[number],
  more: Partial<CountedHousehold> = {},
): CountedHousehold {
  const status = { word, at: word === "none" ? null : 1000, appointment: null, conflict: false };
  return { area, members: 3, delivered: word === "signed" || word === "given", status, ...more };
}

test("sums are shared out by khu phố and, in each, by tổ", () => {
  const rows = [
    household("kp2/t07", "signed"),
    household("kp2/t07", "again"),
    household("kp2/t10", "none"),
    household("kp10/t01", "refused", { members: null }),
    household("kp1/t01", "given"),
  ];
  const totals = totalsByArea(rows);
  expect(totals.map(({ area }) => area)).toEqual(["kp1", "kp2", "kp10"]);
  const second = totals[1];
  expect(second?.totals).toEqual({
    households: 3,
    members: 9,
    delivered: 1,
    signed: 1,
    given: 0,
    again: 1,
    refused: 0,
    none: 1,
    awaiting: 2,
  });
  expect(second?.parts.map(({ area, totals: { households } }) => [area, households])).toEqual([
    ["kp2/t07", 2],
    ["kp2/t10", 1],
  ]);
  expect(totals[2]?.totals.members).toBe(0);
});

test("a household whose data were erased counts still, but waits for no handbook: nobody knows its door", () => {
  const rows = [
    household("kp1/t01", "none", { nameless: true }),
    household("kp1/t01", "signed", { nameless: true }),
    household("kp1/t01", "none"),
  ];
  expect(totalsOf(rows)).toMatchObject({ households: 3, delivered: 1, none: 2, awaiting: 1 });
  expect(totalsByArea(rows)[0]?.totals.awaiting).toBe(1);
});

test("nothing adds up to nothing", () => {
  expect(totalsOf([]).households).toBe(0);
  expect(totalsByArea([])).toEqual([]);
});

test("a household right below the khu phố counts there, in no tổ", () => {
  const [only] = totalsByArea([household("kp1", "none")]);
  expect(only?.totals.households).toBe(1);
  expect(only?.parts).toEqual([]);
});

test("the parts add up to the whole, in any order of the households", () => {
  const some = fc.record({
    area: fc.constantFrom("kp1/t01", "kp1/t02", "kp2/t01", "kp10/t03"),
    word: fc.constantFrom(...WORDS),
    members: fc.option(fc.nat(9)),
    delivered: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(some), (list) => {
      const rows = list.map(({ area, word, members, delivered }) =>
        household(area, word, { members, delivered }),
      );
      const totals = totalsByArea(rows);
      expect(totalsByArea([...rows].reverse())).toEqual(totals);
      for (const name of Object.keys(totalsOf([])) as (keyof Totals)[]) {
        const whole = totalsOf(rows)[name];
        expect(sum(totals.map((area) => area.totals[name]))).toBe(whole);
        expect(sum(totals.flatMap(({ parts }) => parts.map((part) => part.totals[name])))).toBe(whole);
      }
      const { households, signed, given, again, refused, none } = totalsOf(rows);
      expect(signed + given + again + refused + none).toBe(households);
    }),
  );
});

test("what waits is counted against the clock", () => {
  const day = 24 * 3600;
  const now = 100 * day;
  const at = (
    word: (typeof WORDS)[number],
    since: number,
    appointment: number | null = null,
    conflict = false,
  ) => household("kp1/t01", word, { status: { word, at: since, appointment, conflict } });
  const rows = [
    at("again", now - 20 * day, now - 8 * day),
    at("again", now - 20 * day, now + day),
    at("again", now - 9 * day),
    at("signed", now - day, null, true),
    at("signed", now - 8 * day),
  ];
  expect(waitingOf(rows, now)).toEqual({ conflicts: 1, overdue: 2, signedLately: 1 });
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((whole, part) => whole + part, 0);
}
