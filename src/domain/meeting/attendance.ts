import type { HouseholdRecord } from "../household-facts.ts";
import type { Meeting } from "./meeting.ts";
import { concerns } from "./meetings.ts";

/** A household as attendance needs it: a row of the round is one. */
export interface AttendingHousehold {
  readonly id: string;
  /** Code of its tổ. */
  readonly area: string;
  readonly records?: readonly HouseholdRecord[] | undefined;
  /** See `metIn`: years in which somebody met it, at its door or over a pledge. */
  readonly metIn?: readonly number[] | undefined;
}

/** Whether one household was at one meeting (`meeting.attended`), by the last word. */
export interface Attended {
  readonly household: string;
  /** What was named: the id of a meeting's first word, as a rule. */
  readonly meeting: string;
  readonly present: boolean;
  /** The words that were said about it, and by which devices. */
  readonly by: readonly { readonly jti: string; readonly kid: string }[];
}

/** How many of a meeting's households were there. */
export interface Attendance {
  /** Households of its area: as counted at the meeting, else those of today. */
  readonly all: number;
  readonly present: number;
  /** Whether households were tapped one by one, or counted; null where nobody said anything. */
  readonly from: "list" | "figures" | null;
  /** Those that were tapped as present. */
  readonly there: ReadonlySet<string>;
  /** Whether more than half of **all** households were there (Luật 10/2022/QH15; see LAW: a covenant's meeting). */
  readonly quorum: boolean;
  /** More were counted than there are: one of the two figures is wrong. */
  readonly tooMany: boolean;
}

/** One household over the years. */
export interface HouseholdAttendance<Row extends AttendingHousehold> {
  readonly row: Row;
  /** By year, `2026`: meetings that took place for its area, and those it was at. */
  readonly years: Readonly<Record<string, { readonly asked: number; readonly present: number }>>;
  /** Years in which it was met anywhere, at its door or at a meeting; the latest first. Empty: never met. */
  readonly met: readonly string[];
}

/** Who was where, by meeting and household: of one household's words about one meeting the last holds. */
export function attendancesIn(rows: readonly AttendingHousehold[]): Attended[] {
  return rows.flatMap(({ id, records = [] }) => {
    const words = records.filter(({ type }) => type === "meeting.attended");
    // Of two that were merged each has its own word: it is enough that one of them came.
    const last = new Map<string, HouseholdRecord>();
    for (const one of words) {
      const key = `${one.sub} ${String(one.body["meeting"])}`;
      const known = last.get(key);
      if (!known || one.at >= known.at) last.set(key, one);
    }
    const byMeeting = new Map<string, Attended>();
    for (const one of last.values()) {
      const meeting = String(one.body["meeting"]);
      const known = byMeeting.get(meeting);
      byMeeting.set(meeting, {
        household: id,
        meeting,
        present: one.body["present"] === true || known?.present === true,
        by: words.filter(({ body }) => body["meeting"] === meeting).map(({ jti, kid }) => ({ jti, kid })),
      });
    }
    return [...byMeeting.values()];
  });
}

/** Households that were at a meeting, by their ids, whichever of its words their attendance names; each once. */
export function presentAt(
  meeting: Pick<Meeting, "names">,
  attended: readonly Attended[],
): ReadonlySet<string> {
  return new Set(presencesAt(meeting, attended).map(({ household }) => household));
}

/** What says that households were at a meeting; of a joined one there may be several of one household. */
export function presencesAt({ names }: Pick<Meeting, "names">, attended: readonly Attended[]): Attended[] {
  const all = new Set(names);
  return attended.filter(({ meeting, present }) => present && all.has(meeting));
}

/**
 * How many were at a meeting. Those tapped one by one and those counted are of the same people: the larger figure holds, since
 * a list may be taken of some only, and a count may have been made before another phone's list came.
 */
export function attendanceOf(
  meeting: Meeting,
  rows: readonly AttendingHousehold[],
  attended: readonly Attended[],
  ward: string,
): Attendance {
  const here = rows.filter(({ area }) => concerns(meeting, area, ward));
  const ids = new Set(here.map(({ id }) => id));
  const there = presentAt(meeting, attended);
  const listed = [...there].filter((id) => ids.has(id)).length;
  const counted = meeting.present ?? 0;
  const all = meeting.households ?? here.length;
  const present = Math.max(listed, counted);
  const from =
    there.size > 0 && listed >= counted ? "list" : meeting.present === undefined ? null : "figures";
  return { all, present, from, there, quorum: hasQuorum(present, all), tooMany: present > all };
}

/** Whether more than half of all households are there: of ten, six. */
export function hasQuorum(present: number, all: number): boolean {
  return all > 0 && present * 2 > all;
}

/** How many more households a meeting needs for more than half of all; 0 where it has them. */
export function lackingForQuorum(present: number, all: number): number {
  return Math.max(0, Math.floor(all / 2) + 1 - present);
}

/** Attendance by household and year, in the order of the rows. Only meetings that took place count. */
export function attendanceByYear<Row extends AttendingHousehold>(
  meetings: readonly Meeting[],
  rows: readonly Row[],
  ward: string,
): HouseholdAttendance<Row>[] {
  const held = meetings.filter(({ planned }) => !planned);
  const byName = new Map(held.flatMap((one) => one.names.map((id) => [id, one])));
  const byArea = new Map<string, readonly Meeting[]>();
  const meetingsFor = (area: string) => {
    const known = byArea.get(area) ?? held.filter((one) => concerns(one, area, ward));
    byArea.set(area, known);
    return known;
  };
  return rows.map((row) => {
    const was = attendancesIn([row]).filter(({ present }) => present);
    const at = new Set(was.map(({ meeting }) => byName.get(meeting)).filter((one) => one !== undefined));
    const years: Record<string, { asked: number; present: number }> = {};
    for (const one of new Set([...meetingsFor(row.area), ...at])) {
      const year = (years[one.date.slice(0, 4)] ??= { asked: 0, present: 0 });
      year.asked += 1;
      if (at.has(one)) year.present += 1;
    }
    const met = new Set([...(row.metIn ?? []).map(String), ...[...at].map(({ date }) => date.slice(0, 4))]);
    return { row, years, met: [...met].sort().toReversed() };
  });
}

/** Those that nobody has met: neither found at home nor at any meeting; of one year where it is given (`2026`). */
export function neverMet<Row extends AttendingHousehold>(
  all: readonly HouseholdAttendance<Row>[],
  year?: string,
): HouseholdAttendance<Row>[] {
  return all.filter(({ met }) => (year === undefined ? met.length === 0 : !met.includes(year)));
}
