import { dateOf, dayAt } from "../days/campaign-days.ts";
import type { HouseholdRecord } from "../household-facts.ts";
import { isNameless, type Known } from "../household/nameless.ts";
import type { HouseholdStatus } from "../household/status.ts";
import { isHouseholdId, isWithin } from "../ids.ts";
import { isRecord } from "../jws.ts";
import type { Meeting } from "../meeting/meeting.ts";
import type { Draft } from "../statement.ts";
import type { Area, Indicator, Observation, WardRecord } from "../ward-facts.ts";
import type { Commendation } from "./commendations.ts";
import { figureOfHousehold, figuresAbout, numberOf, type Figure } from "./indicators.ts";

/** By what a ward puts forward households or groups; every condition that is set must be fulfilled. */
export interface CommendationRule {
  readonly jti: string;
  readonly kid: string;
  /** Ward slug or code of the area in which it holds. */
  readonly place: string;
  readonly name: string;
  readonly level: string;
  /** Year `2026`. */
  readonly period: string;
  /** Whom: each household, or each tổ as a group. */
  readonly of: "household" | "group";
  /** Of a household: its pledge for the campaign that runs counts. */
  readonly pledged: boolean;
  /** Of a household: meetings of the year at which it was present, at least; 0 where that does not matter. */
  readonly meetings: number;
  /** Something was given in the year: by the household, or in the tổ. */
  readonly gave: boolean;
  /** Ids of indicators that were met in the year. */
  readonly indicators: readonly string[];
  /** Of a group: percent of its households whose pledge counts, at least; 0 where that does not matter. */
  readonly share: number;
}

/** What is about to be set. */
export type NewRule = Omit<CommendationRule, "jti" | "kid">;

/** What is asked of a household here. */
export interface RuledHousehold extends Known {
  readonly id: string;
  readonly area: string;
  readonly status: Pick<HouseholdStatus, "word">;
  readonly records?: readonly HouseholdRecord[] | undefined;
}

/** What rules look at. */
export interface RuleFacts {
  readonly ward: string;
  readonly areas: readonly Area[];
  readonly indicators: Readonly<Record<string, Indicator>>;
  readonly observations: readonly Observation[];
  readonly households: readonly RuledHousehold[];
  readonly meetings: readonly Pick<Meeting, "id" | "names">[];
  /** Records about areas. */
  readonly records: readonly WardRecord[];
}

/** Somebody who fulfils a rule, and how. */
export interface Candidate {
  /** Household id or code of a tổ. */
  readonly place: string;
  readonly pledged: boolean;
  readonly meetings: number;
  readonly gifts: number;
  /** Ids of the indicators asked for, all met. */
  readonly indicators: readonly string[];
  /** Of a group: percent of its households whose pledge counts, rounded down. */
  readonly share: number;
}

/** The rules that stand, in the order in which they were set. */
export function rulesIn(records: readonly WardRecord[]): CommendationRule[] {
  return records.flatMap(({ type, jti, kid, sub, at, body }) => {
    const { rule, level, period } = body;
    if (type !== "commendation.proposed" || !isRecord(rule) || isHouseholdId(sub)) return [];
    const { name, of, pledged, meetings, gave, indicators, share } = rule;
    return [
      {
        jti,
        kid,
        place: sub,
        name: String(name),
        level: String(level),
        period: typeof period === "string" ? period : yearAt(at),
        of: of === "group" ? ("group" as const) : ("household" as const),
        pledged: pledged === true,
        meetings: typeof meetings === "number" ? meetings : 0,
        gave: gave === true,
        indicators: Array.isArray(indicators) ? indicators.map(String) : [],
        share: typeof share === "number" ? share : 0,
      },
    ];
  });
}

/** What is said to set a rule: a standing proposal about the ward or an area (docs/protocol-additions.md). */
export function ruleDraft({ place, level, period, name, of, ...conditions }: NewRule): Draft {
  const { pledged, meetings, gave, indicators, share } = conditions;
  const isOfHousehold = of === "household";
  const rule = {
    name,
    of,
    ...(isOfHousehold && pledged ? { pledged } : {}),
    ...(isOfHousehold && meetings > 0 ? { meetings } : {}),
    ...(gave ? { gave } : {}),
    ...(indicators.length > 0 ? { indicators } : {}),
    ...(!isOfHousehold && share > 0 ? { share } : {}),
  };
  return { type: "commendation.proposed", sub: place, body: { level, period, rule } };
}

/** Whether it asks for anything at all: one that does not would put everybody forward. */
export function asksSomething({ of, pledged, meetings, gave, indicators, share }: NewRule): boolean {
  const own = of === "household" ? pledged || meetings > 0 : share > 0;
  return own || gave || indicators.length > 0;
}

/** Who fulfils a rule and was neither put forward nor praised at that level in that year, in the order of the households or areas. */
export function candidatesFor(
  rule: CommendationRule,
  facts: RuleFacts,
  known: readonly Commendation[],
): Candidate[] {
  const isHere = (area: string) => rule.place === facts.ward || isWithin(area, rule.place);
  const taken = new Set(
    known.filter((one) => one.period === rule.period && one.level === rule.level).map(({ place }) => place),
  );
  const meetingBy = new Map<unknown, string>(
    facts.meetings.flatMap(({ id, names }) => names.map((name) => [name, id] as const)),
  );
  const all =
    rule.of === "household"
      ? facts.households
          .filter((one) => isHere(one.area) && !isNameless(one))
          .map((household) => ofHousehold(rule, household, { ...facts, meetingBy }))
      : facts.areas
          .filter(({ code, to }) => code.includes("/") && to === undefined && isHere(code))
          .map(({ code }) => ofGroup(rule, code, facts));
  return all.filter((one) => one !== null).filter(({ place }) => !taken.has(place));
}

function ofHousehold(
  { pledged, meetings, gave, indicators, period }: CommendationRule,
  household: RuledHousehold,
  /** `meetingBy`: the id of a meeting by what attendance names; two that were joined are one. */
  facts: RuleFacts & { readonly meetingBy: ReadonlyMap<unknown, string> },
): Candidate | null {
  const records = household.records ?? [];
  const signed = household.status.word === "signed";
  const attended = records.filter((one) => wasPresent(one, period)).map(({ body }) => body["meeting"]);
  const present = new Set(attended.map((name) => facts.meetingBy.get(name) ?? name)).size;
  const gifts = records.filter((one) => isGift(one, period)).length;
  const met = indicators.every((id) => isMet(facts.indicators[id], figureOfHousehold(household, id, period)));
  if ((pledged && !signed) || present < meetings || (gave && gifts === 0) || !met) return null;
  return { place: household.id, pledged: signed, meetings: present, gifts, indicators, share: 0 };
}

function ofGroup(
  { gave, indicators, period, share }: CommendationRule,
  code: string,
  { households, indicators: known, observations, records }: RuleFacts,
): Candidate | null {
  const here = households.filter(({ area }) => isWithin(area, code));
  if (here.length === 0) return null;
  const signed = here.filter(({ status }) => status.word === "signed").length;
  const gifts =
    records.filter((one) => isWithin(one.sub, code) && isGift(one, period)).length +
    here.flatMap((one) => one.records ?? []).filter((one) => isGift(one, period)).length;
  const met = indicators.every((id) => {
    const figures = figuresAbout(observations, id);
    return isMet(
      known[id],
      figures.find((one) => one.place === code && one.period === period),
    );
  });
  const percent = Math.floor((100 * signed) / here.length);
  // Not by the rounded one: 89.9 is below 90.
  if (100 * signed < share * here.length || (gave && gifts === 0) || !met) return null;
  return { place: code, pledged: false, meetings: 0, gifts, indicators, share: percent };
}

/** Wholly reached, as the indicator wants it: all of the whole or any value upwards, nothing of it downwards. */
function isMet(indicator: Indicator | undefined, figure: Figure | undefined): boolean {
  const number = figure ? numberOf(figure) : null;
  if (!indicator || !figure || number === null) return false;
  if (indicator.better === "down") return number === 0;
  return figure.denominator === undefined ? number > 0 : number >= 1;
}

function wasPresent({ type, body, at }: HouseholdRecord, period: string): boolean {
  return type === "meeting.attended" && body["present"] === true && yearAt(at) === period;
}

function isGift({ type, body, at }: Pick<HouseholdRecord, "type" | "body" | "at">, period: string): boolean {
  const { on } = body;
  return (
    type === "contribution.recorded" && (typeof on === "string" ? on.slice(0, 4) : yearAt(at)) === period
  );
}

/** The year in Việt Nam of a moment in seconds. */
function yearAt(at: number): string {
  return dateOf(dayAt(at)).slice(0, 4);
}
