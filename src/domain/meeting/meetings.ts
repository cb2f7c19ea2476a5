import { isStatementId, isWithin } from "../ids.ts";
import type { WardRecord } from "../ward-facts.ts";
import { joinMeetings } from "./joined-meetings.ts";
import type { Meeting } from "./meeting.ts";

/**
 * The meetings that a ward's records tell of (`meeting.held`), the latest day first. Whatever names the same `meeting` is one:
 * what says that it took place counts before what announces it, and the latest of these before the others. Those that the
 * office joined (`meeting.matched`) are one as well: see `joinMeetings`.
 */
export function meetingsIn(records: readonly WardRecord[], ward: string): Meeting[] {
  const byId = new Map<string, WardRecord[]>();
  for (const one of records) {
    if (one.type !== "meeting.held") continue;
    const id = firstOf(one);
    byId.set(id, [...(byId.get(id) ?? []), one]);
  }
  return joinMeetings(byId, records, ward).sort(
    (a, b) => compare(b.date, a.date) || compare(b.time ?? "", a.time ?? "") || b.at - a.at,
  );
}

/** Whether a household of an area belongs to a meeting. */
export function concerns({ area }: Pick<Meeting, "area">, household: string, ward: string): boolean {
  return area === ward || isWithin(household, area);
}

/**
 * The meeting that households of some areas are at on a day (`2026-11-28`): of those in, of or around these areas one that takes
 * place before one that is only announced, and of these the one nearest to them, as the tổ's own before the ward's. Of two
 * alike the one that this device spoke of, so that none changes under its fingers; else, where they were begun, the first, on
 * every phone the same. Null where there is none.
 */
export function meetingOn(
  day: string,
  meetings: readonly Meeting[],
  areas: readonly string[],
  ward: string,
  device: string | null = null,
): Meeting | null {
  const near = meetings.filter(
    (one) =>
      one.date === day &&
      areas.some((area) => concerns(one, area, ward) || (area !== ward && isWithin(one.area, area))),
  );
  const distance = ({ area, planned }: Meeting) =>
    (planned ? 10 : 0) +
    (areas.includes(area) ? 0 : area === ward ? 3 : areas.some((own) => isWithin(area, own)) ? 1 : 2);
  const isOthers = ({ words }: Meeting) => (words.some(({ kid }) => kid === device) ? 0 : 1);
  const [nearest] = near.toSorted(
    (a, b) => distance(a) - distance(b) || isOthers(a) - isOthers(b) || (a.planned ? 0 : compare(a.id, b.id)),
  );
  return nearest ?? null;
}

/** Years in which meetings were, the latest first: `2026`. */
export function meetingYears(meetings: readonly Pick<Meeting, "date">[]): string[] {
  return [...new Set(meetings.map(({ date }) => date.slice(0, 4)))].sort().toReversed();
}

function firstOf({ jti, body }: WardRecord): string {
  const { meeting } = body;
  return isStatementId(meeting) ? meeting : jti;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
