import type { CampaignDays } from "../days/campaign-days.ts";
import type { HouseholdRecord } from "../household-facts.ts";
import type { Known } from "../household/nameless.ts";
import { isWithin } from "../ids.ts";
import type { OpinionCase } from "../matters/opinion-cases.ts";
import type { Meeting } from "../meeting/meeting.ts";
import { compareNumbers } from "../vietnamese.ts";
import type { Area, Campaign, Covenant, Indicator, Observation, WardRecord } from "../ward-facts.ts";
import type { ReportPeriod } from "./period.ts";

/** An edition of a covenant without its text. */
export type CovenantEdition = Pick<
  Covenant,
  "jti" | "at" | "area" | "covenant" | "edition" | "title" | "recognition" | "inForce" | "amendment"
>;

/** What a report is drawn from. */
export interface ReportSource {
  readonly ward: {
    readonly slug: string;
    readonly name: string;
    readonly areas: readonly Area[];
    readonly campaigns: readonly Campaign[];
    readonly indicators: { readonly [id: string]: Indicator };
    /** What was said about areas and the ward. */
    readonly records: readonly WardRecord[];
    /** Days within which it means to answer an opinion. */
    readonly opinionDays: number;
    /** In the log's order. */
    readonly editions: readonly CovenantEdition[];
  };
  readonly households: readonly ReportHousehold[];
  readonly observations: readonly Observation[];
  readonly opinions: readonly OpinionCase[];
  readonly meetings: readonly Meeting[];
  /** Seconds. */
  readonly now: number;
}

/** What a report takes of a household that lives there. */
export interface ReportHousehold extends Known {
  readonly id: string;
  readonly area: string;
  readonly members: number | null;
  readonly days?: readonly CampaignDays[] | undefined;
  readonly records?: readonly HouseholdRecord[] | undefined;
}

/** The khu phố of a ward in the order of their codes, without those that were gone by a date. */
export function neighbourhoodsOf(
  { areas }: Pick<ReportSource["ward"], "areas">,
  date: string,
): readonly Area[] {
  return areas
    .filter(({ code, to }) => !code.includes("/") && (to === undefined || to >= date))
    .toSorted((a, b) => compareNumbers(a.code, b.code));
}

/**
 * The khu phố that a period tells of: those that were there on any of its days, and those that had ended while households stand
 * there still. Without one of them the numbers by khu phố would not add up to the ward's.
 */
export function neighbourhoodsIn(
  { ward, households }: Pick<ReportSource, "ward" | "households">,
  { from }: Pick<ReportPeriod, "from">,
): readonly Area[] {
  const there = new Set(neighbourhoodsOf(ward, from).map(({ code }) => code));
  const peopled = new Set(households.map(({ area }) => area.split("/", 1)[0]));
  return neighbourhoodsOf(ward, "").filter(({ code }) => there.has(code) || peopled.has(code));
}

/** The tổ of a ward, the same way. */
export function groupsOf({ areas }: Pick<ReportSource["ward"], "areas">, date: string): readonly Area[] {
  return areas
    .filter(({ code, to }) => code.includes("/") && (to === undefined || to >= date))
    .toSorted((a, b) => compareNumbers(a.code, b.code));
}

/** Of all and of each khu phố: `place` is "" for the ward as a whole. */
export function byPlace<Item>(
  items: readonly Item[],
  areas: readonly Area[],
  areaOf: (item: Item) => string | null,
): readonly { readonly place: string; readonly items: readonly Item[] }[] {
  const parts = areas.map(({ code }) => ({
    place: code,
    items: items.filter((item) => isWithin(areaOf(item) ?? "", code)),
  }));
  return [{ place: "", items }, ...parts];
}
