import { expect, test } from "vitest";
import { findKind } from "../../../src/domain/kinds/all.ts";
import { foldWard } from "../../../src/domain/ward.ts";
import {
  changeOf,
  figureOfHousehold,
  figuresAbout,
  indicatorId,
  numberOf,
  periodsOf,
  sumOfHouseholds,
  type Figure,
} from "../../../src/domain/ward/indicators.ts";
import { formatPercent } from "../../../src/domain/words/vietnamese-format.ts";
import { id, kid, logged, said } from "../statements.ts";

const figure = (period: string, more: Partial<Figure>): Figure => ({
  jti: id(1),
  place: "phuong-3",
  period,
  numerator: undefined,
  denominator: undefined,
  value: undefined,
  ...more,
});
const share = (period: string, numerator: number, denominator: number) =>
  figure(period, { numerator, denominator });

test("the published case: flags, waste and land tax rose, drug users fell, and all of that is better", () => {
  const words = (one: Figure) => formatPercent(one.numerator ?? 0, one.denominator ?? 0);
  const cases = [
    ["up", share("2026", 821, 1003), share("2025", 693, 990), "81,85%", "70%"],
    ["up", share("2026", 961, 980), share("2025", 890, 957), "98,06%", "93%"],
    ["up", share("2026", 488, 250), share("2025", 252, 240), "195,2%", "105%"],
  ] as const;
  for (const [better, now, before, is, was] of cases) {
    expect([words(now), words(before)]).toEqual([is, was]);
    expect(changeOf({ better }, now, before)).toBe("better");
  }
  const [fewer, more] = [figure("2026", { value: 17 }), figure("2025", { value: 25 })];
  expect(changeOf({ better: "down" }, fewer, more)).toBe("better");
  expect(changeOf({ better: "down" }, more, fewer)).toBe("worse");
});

test("of a whole that is nothing, of a figure that is missing, and of a part beside a value nothing is compared", () => {
  const nothing = share("2026", 0, 0);
  expect(numberOf(nothing)).toBeNull();
  expect(changeOf({ better: "up" }, nothing, share("2025", 1, 2))).toBe("unknown");
  expect(changeOf({ better: "up" }, share("2026", 1, 2), undefined)).toBe("unknown");
  expect(changeOf({ better: "up" }, share("2026", 1, 2), figure("2025", { value: 3 }))).toBe("unknown");
  expect(changeOf({ better: "up" }, share("2026", 2, 4), share("2025", 1, 2))).toBe("same");
});

test("of one place and period the last word holds, and what was taken back is gone", () => {
  const observed = (number: number, sub: string, period: string, numerator: number) =>
    said({
      jti: id(number),
      type: "indicator.observed",
      sub,
      body: { indicator: "flags", period, numerator, denominator: 100 },
    });
  const { observations } = foldWard("phuong-3", [
    logged(1, observed(11, "kp1", "2026", 60)),
    logged(2, observed(12, "kp1", "2026", 70)),
    logged(3, observed(13, "kp1", "2025", 50)),
    logged(4, observed(14, "kp2", "2026", 80)),
    logged(
      5,
      said({ jti: id(15), type: "statement.retracted", sub: id(14), in: "kp2", body: { reason: "mistake" } }),
    ),
  ]);
  const figures = figuresAbout(observations, "flags");
  expect(figures.map(({ place, period, numerator }) => [place, period, numerator])).toEqual([
    ["kp1", "2026", 70],
    ["kp1", "2025", 50],
  ]);
  expect(periodsOf(figures)).toEqual(["2026", "2025"]);
  expect(figuresAbout(observations, "waste")).toEqual([]);
});

test("households add up to their tổ, and their own figures are nobody's to read", () => {
  const household = (number: number, area: string, ...bodies: object[]) => ({
    id: id(number),
    area,
    records: bodies.map((body, at) => ({
      jti: id(500 + number * 10 + at),
      kid: kid(1),
      at,
      seq: at,
      type: "indicator.observed",
      sub: id(number),
      body: { indicator: "flags", period: "2026", ...body },
      personal: {},
    })),
  });
  const yes = { numerator: 1, denominator: 1 };
  const no = { numerator: 0, denominator: 1 };
  const some = [
    // Said again: the last word counts.
    household(1, "kp1/t01", no, yes),
    household(2, "kp1/t01", no),
    household(3, "kp1/t01"),
    household(4, "kp1/t02", yes),
    household(5, "kp1/t01", { ...yes, period: "2025" }),
  ];
  const of = (area: string) => sumOfHouseholds(some, { indicator: "flags", period: "2026", area });
  expect(of("kp1/t01")).toMatchObject({ numerator: 1, denominator: 2, counted: 2 });
  expect(of("kp1")).toMatchObject({ numerator: 2, denominator: 3, counted: 3 });
  expect(of("")).toMatchObject({ numerator: 2, denominator: 3 });
  expect(of("kp2")).toBeNull();
  expect(some[0] && figureOfHousehold(some[0], "flags", "2026")?.numerator).toBe(1);
  const values = [household(6, "kp1/t03", { value: 2 }), household(7, "kp1/t03", { value: 3 })];
  expect(sumOfHouseholds(values, { indicator: "flags", period: "2026", area: "" })).toMatchObject({
    value: 5,
  });
  const kind = findKind("indicator.observed", 1);
  const own = said({
    jti: id(90),
    type: "indicator.observed",
    sub: id(1),
    body: { indicator: "flags", period: "2026", ...yes },
  });
  expect(kind?.public(own)).toBe(false);
});

test("a new indicator bears its name without marks, and a number where that is taken", () => {
  expect(indicatorId("ho treo co ngay le, tet", [])).toBe("ho-treo-co-ngay-le-tet");
  expect(indicatorId("flags", ["flags", "flags-2"])).toBe("flags-3");
  expect(indicatorId("…", [])).toBe("chi-tieu");
});
