import type { HouseholdStatus } from "../household/status.ts";

/** What the totals take of a household. */
export interface CountedHousehold {
  readonly area: string;
  readonly members: number | null;
  readonly delivered: boolean;
  /** Whether nobody knows its door any more; see `isNameless`. Absent where somebody does. */
  readonly nameless?: boolean;
  readonly status: Pick<HouseholdStatus, "word" | "at" | "appointment" | "conflict">;
}

/** Sums over some households. The words of status share them out: signed + given + again + refused + none = households. */
export interface Totals {
  readonly households: number;
  readonly members: number;
  /** Households that have the handbook, however they stand otherwise. */
  readonly delivered: number;
  readonly signed: number;
  readonly given: number;
  readonly again: number;
  readonly refused: number;
  readonly none: number;
  /** Households to which somebody could bring the handbook still: without it, and not erased. */
  readonly awaiting: number;
}

/** Sums of an area and of the areas right below it that hold households. */
export interface AreaTotals {
  readonly area: string;
  readonly totals: Totals;
  readonly parts: readonly AreaTotals[];
}

/** What waits for somebody at the ward. */
export interface Waiting {
  /** Households with two pledges that nobody chose between. */
  readonly conflicts: number;
  /** Households whose appointment passed more than seven days ago, and nobody came. */
  readonly overdue: number;
  /** Pledges of the last seven days. */
  readonly signedLately: number;
}

/** Sums over all of them. */
export function totalsOf(households: Iterable<CountedHousehold>): Totals {
  const sums = {
    households: 0,
    members: 0,
    delivered: 0,
    signed: 0,
    given: 0,
    again: 0,
    refused: 0,
    none: 0,
    awaiting: 0,
  };
  for (const { members, delivered, nameless, status } of households) {
    sums.households += 1;
    sums.members += members ?? 0;
    if (delivered) sums.delivered += 1;
    else if (!nameless) sums.awaiting += 1;
    sums[status.word] += 1;
  }
  return sums;
}

/** Sums by khu phố, the first step of the code, and in each by tổ, the whole code, in the order of the codes. */
export function totalsByArea(households: readonly CountedHousehold[]): AreaTotals[] {
  // Each household is counted once: what is above its tổ is summed from there.
  const counted = [...groupBy(households, ({ area }) => area)].map(([area, few]) => ({
    area,
    totals: totalsOf(few),
    parts: [],
  }));
  return inOrderOfCodes(groupBy(counted, ({ area }) => firstStep(area))).map(([area, inside]) => ({
    area,
    totals: sumOf(inside.map(({ totals }) => totals)),
    parts: inside.filter((part) => part.area !== area).sort((a, b) => CODES.compare(a.area, b.area)),
  }));
}

/** One sum of several. */
export function sumOf(all: readonly Totals[]): Totals {
  const sum = (pick: (totals: Totals) => number) => all.reduce((so, totals) => so + pick(totals), 0);
  return {
    households: sum(({ households }) => households),
    members: sum(({ members }) => members),
    delivered: sum(({ delivered }) => delivered),
    signed: sum(({ signed }) => signed),
    given: sum(({ given }) => given),
    again: sum(({ again }) => again),
    refused: sum(({ refused }) => refused),
    none: sum(({ none }) => none),
    awaiting: sum(({ awaiting }) => awaiting),
  };
}

/** Counts what waits, at a time in seconds. */
export function waitingOf(households: Iterable<CountedHousehold>, now: number): Waiting {
  const counts = { conflicts: 0, overdue: 0, signedLately: 0 };
  for (const { status } of households) {
    if (status.conflict) counts.conflicts += 1;
    if (isOverdue(status, now)) counts.overdue += 1;
    if (status.word === "signed" && status.at !== null && status.at >= now - WEEK) counts.signedLately += 1;
  }
  return counts;
}

/** Whether somebody said they would come again, more than seven days ago, and nobody did. */
export function isOverdue(
  { word, appointment, at }: Pick<HouseholdStatus, "word" | "appointment" | "at">,
  now: number,
): boolean {
  return word === "again" && (appointment ?? at ?? now) < now - WEEK;
}

const WEEK = 7 * 24 * 3600;
const CODES = new Intl.Collator("en", { numeric: true });

/** The khu phố of a code: its first step. */
export function firstStep(area: string): string {
  const at = area.indexOf("/");
  return at === -1 ? area : area.slice(0, at);
}

/** Items by a key, in their order. */
export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Groups by the code of an area: kp2 stands before kp10, and t07 before t10. */
export function inOrderOfCodes<Value>(groups: Map<string, Value>): [string, Value][] {
  return [...groups].sort(([one], [other]) => CODES.compare(one, other));
}
