import type { HouseholdRecord } from "../household-facts.ts";
import { isWithin } from "../ids.ts";
import type { Indicator, Observation } from "../ward-facts.ts";

/** What was counted of one place in one period: a part of a whole, or a value. */
export interface Figure {
  readonly jti: string;
  readonly place: string;
  readonly period: string;
  readonly numerator: number | undefined;
  readonly denominator: number | undefined;
  readonly value: number | undefined;
}

/** A figure as a number to compare: a share (0.8185) or a value; null where the whole is nothing. */
export function numberOf({ numerator, denominator, value }: Omit<Figure, "jti">): number | null {
  if (numerator === undefined || denominator === undefined) return value ?? null;
  return denominator === 0 ? null : numerator / denominator;
}

/** What became of a figure since the one before, as the indicator wants it. */
export type Change = "better" | "worse" | "same" | "unknown";

/** Compares two figures of one place; `unknown` where one is missing or its whole is nothing, or they count in other ways. */
export function changeOf(
  { better }: Pick<Indicator, "better">,
  now: Figure | undefined,
  before: Figure | undefined,
): Change {
  if (!now || !before || isShare(now) !== isShare(before)) return "unknown";
  const [here, then] = [numberOf(now), numberOf(before)];
  if (here === null || then === null) return "unknown";
  if (here === then) return "same";
  return here > then === (better === "up") ? "better" : "worse";
}

/** The figures of an indicator about areas and the ward: of one place and period the last word. */
export function figuresAbout(observations: readonly Observation[], indicator: string): Figure[] {
  const byPlace = new Map<string, Figure>();
  for (const one of observations) {
    if (one.indicator !== indicator) continue;
    const { jti, about: place, period, numerator, denominator, value } = one;
    byPlace.set(`${place} ${period}`, { jti, place, period, numerator, denominator, value });
  }
  return [...byPlace.values()];
}

/** What of a household is asked here. */
export interface CountedHousehold {
  readonly id: string;
  readonly area: string;
  readonly records?: readonly HouseholdRecord[] | undefined;
}

/** What was counted of a household in a period, the last word; undefined where nothing was. */
export function figureOfHousehold(
  { id, records = [] }: Pick<CountedHousehold, "id" | "records">,
  indicator: string,
  period: string,
): Figure | undefined {
  const said = records.findLast(
    ({ type, body }) =>
      type === "indicator.observed" && body["indicator"] === indicator && body["period"] === period,
  );
  if (!said) return undefined;
  const { numerator, denominator, value } = said.body;
  return {
    jti: said.jti,
    place: id,
    period,
    numerator: numberIn(numerator),
    denominator: numberIn(denominator),
    value: numberIn(value),
  };
}

/**
 * The households of an area added up for a period: parts and wholes each for itself, values together. Null where nothing was
 * counted of any of them. Only such a sum leaves the ward, never a household's own figure.
 */
export function sumOfHouseholds(
  households: readonly CountedHousehold[],
  { indicator, period, area }: { readonly indicator: string; readonly period: string; readonly area: string },
): (Omit<Figure, "jti"> & { readonly counted: number }) | null {
  const here = households.filter((one) => area === "" || isWithin(one.area, area));
  const figures = here
    .map((one) => figureOfHousehold(one, indicator, period))
    .filter((figure) => figure !== undefined);
  if (figures.length === 0) return null;
  const shares = figures.filter(isShare);
  const sum = (name: "numerator" | "denominator" | "value", of: readonly Figure[]) =>
    of.reduce((all, figure) => all + (figure[name] ?? 0), 0);
  const isPart = shares.length > 0;
  return {
    place: area,
    period,
    counted: figures.length,
    numerator: isPart ? sum("numerator", shares) : undefined,
    denominator: isPart ? sum("denominator", shares) : undefined,
    value: isPart ? undefined : sum("value", figures),
  };
}

/** The periods of figures, the latest first. */
export function periodsOf(figures: readonly Pick<Figure, "period">[]): string[] {
  return [...new Set(figures.map(({ period }) => period))].sort().toReversed();
}

/** An id for a new indicator that no other bears: its name without marks, and a number where that is taken. */
export function indicatorId(plainName: string, taken: readonly string[]): string {
  const stem =
    plainName
      .replaceAll(/[^a-z0-9]+/g, "-")
      .replaceAll(/^-+|-+$/g, "")
      .slice(0, 48) || "chi-tieu";
  for (let number = 1; ; number++) {
    const id = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.includes(id)) return id;
  }
}

function isShare({ numerator, denominator }: Pick<Figure, "numerator" | "denominator">): boolean {
  return numerator !== undefined && denominator !== undefined;
}

function numberIn(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}
