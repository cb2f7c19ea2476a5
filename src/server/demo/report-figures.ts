import type { Chance } from "./chance.ts";
import { MINUTE, officeTime } from "./hours.ts";
import { OFFICE } from "./people.ts";
import type { NewId, Utterance } from "./utterance.ts";

/** The figures of demo/chi-tieu.json. The area `ward` is the ward as a whole. */
export interface DemoFigures {
  readonly definitions: readonly {
    readonly id: string;
    readonly name: string;
    readonly unit: string;
    readonly better: string;
    readonly article?: string;
  }[];
  readonly observations: readonly {
    readonly area: string;
    readonly indicator: string;
    readonly period: string;
    readonly numerator?: number | undefined;
    readonly denominator?: number | undefined;
    readonly value?: number | undefined;
  }[];
  readonly contributions: readonly {
    readonly area: string;
    readonly kind: string;
    readonly quantity: number;
    readonly unit: string;
    readonly worth?: number | undefined;
    readonly for: string;
  }[];
}

interface Source {
  readonly ward: string;
  /** Seconds. */
  readonly now: number;
  readonly chance: Chance;
  readonly newId: NewId;
}

/** What the office counts: the years before at the beginning, this year's some days ago, contributions as they came. */
export function reportFigures(
  { definitions, observations, contributions }: DemoFigures,
  source: Source,
): Utterance[] {
  const { ward, now, chance, newId } = source;
  const beginning = officeTime(now, -43, chance);
  const lately = officeTime(now, -3, chance);
  const lastPeriod = observations.reduce((last, { period }) => (period > last ? period : last), "");
  const said: Utterance[] = [];

  function say(at: number, type: string, sub: string, body: object): void {
    const draft = { jti: newId(at), type, sub: sub === "ward" ? ward : sub, body: { ...body } };
    said.push({
      by: OFFICE.id,
      at,
      sentAt: Math.floor(at / (10 * MINUTE)) * 10 * MINUTE + 11 * MINUTE,
      draft,
    });
  }

  for (const [index, { id, name, unit, better, article }] of definitions.entries()) {
    say(beginning + index * MINUTE, "indicator.defined", id, { name, unit, better, article });
  }
  for (const [index, { area, ...observation }] of observations.entries()) {
    const at = observation.period === lastPeriod ? lately : beginning + 10 * MINUTE;
    say(at + index * 30, "indicator.observed", area, observation);
  }
  for (const [index, { area, ...contribution }] of contributions.entries()) {
    const days = -38 + Math.floor((index * 34) / contributions.length);
    say(officeTime(now, days, chance), "contribution.recorded", area, contribution);
  }
  return said;
}
