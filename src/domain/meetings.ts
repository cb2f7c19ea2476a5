import { isAreaCode, isStatementId, isWithin } from "./ids.ts";
import { isRecord } from "./jws.ts";
import type { Fact } from "./household-facts.ts";
import type { WardRecord } from "./ward-facts.ts";

/**
 * What a meeting is for: the conference that starts the model, a meeting of the residents, one that decides on the covenant, an
 * interim review, the conference that sums the year up. Whatever else a `kind` says is shown as `other`.
 */
export const MEETING_KINDS = ["launch", "residents", "covenant", "interim", "summary", "other"] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

export const MEETING_LEVELS = ["ward", "neighbourhood", "group"] as const;
/** Whose meeting it is: of the ward, a khu phố, or a tổ. */
export type MeetingLevel = (typeof MEETING_LEVELS)[number];

/** An organisation that was invited, and how many people of it; nobody is named. */
export interface Invited {
  readonly organisation: string;
  readonly people?: number | undefined;
}

/** A point of the programme; `time` as `19:30`. */
export interface ProgrammePoint {
  readonly time?: string | undefined;
  readonly text: string;
}

/** A meeting as its latest word tells of it: `Fact` is of that word. */
export interface Meeting extends Fact {
  /** The id of its first word: what attendance and every later word name. */
  readonly id: string;
  /** Every word about it that stands, in the log's order; the meeting is called off by taking all of them back. */
  readonly words: readonly MeetingWord[];
  /** Area code, or the ward's slug. */
  readonly area: string;
  readonly level: MeetingLevel;
  readonly kind: MeetingKind;
  /** `2026-11-18`. */
  readonly date: string;
  /** `19:00`, where it was said. */
  readonly time: string | undefined;
  /** Where it meets; "" where nobody said. */
  readonly place: string;
  readonly subject: string;
  /** Whether it was announced and nobody has said yet that it took place. */
  readonly planned: boolean;
  readonly invited: readonly Invited[];
  readonly programme: readonly ProgrammePoint[];
  readonly documents: readonly string[];
  /** Households of its area, and those that were there, as somebody counted them. */
  readonly households: number | undefined;
  readonly present: number | undefined;
  /** Personal fields, where this device may read them. */
  readonly minutes: string | undefined;
  readonly conclusions: string | undefined;
  readonly chair: string | undefined;
  readonly secretary: string | undefined;
}

export interface MeetingWord extends Fact {
  readonly planned: boolean;
}

/**
 * The meetings that a ward's records tell of (`meeting.held`), the latest day first. Whatever names the same `meeting` is one:
 * what says that it took place counts before what announces it, and the latest of these before the others.
 */
export function meetingsIn(records: readonly WardRecord[], ward: string): Meeting[] {
  const byId = new Map<string, WardRecord[]>();
  for (const one of records) {
    if (one.type !== "meeting.held") continue;
    const id = firstOf(one);
    byId.set(id, [...(byId.get(id) ?? []), one]);
  }
  return [...byId]
    .map(([id, words]) => meetingOf(id, words, ward))
    .sort((a, b) => compare(b.date, a.date) || compare(b.time ?? "", a.time ?? "") || b.at - a.at);
}

/** Whether a household of an area belongs to a meeting. */
export function concerns({ area }: Pick<Meeting, "area">, household: string, ward: string): boolean {
  return area === ward || isWithin(household, area);
}

/**
 * The meeting that households of some areas are at on a day (`2026-11-28`): of those in, of or around these areas one that takes
 * place before one that is only announced, and of these the one nearest to them, as the tổ's own before the ward's. Null
 * where there is none.
 */
export function meetingOn(
  day: string,
  meetings: readonly Meeting[],
  areas: readonly string[],
  ward: string,
): Meeting | null {
  const near = meetings.filter(
    (one) =>
      one.date === day &&
      areas.some((area) => concerns(one, area, ward) || (area !== ward && isWithin(one.area, area))),
  );
  const distance = ({ area, planned }: Meeting) =>
    (planned ? 10 : 0) +
    (areas.includes(area) ? 0 : area === ward ? 3 : areas.some((own) => isWithin(area, own)) ? 1 : 2);
  return near.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** Years in which meetings were, the latest first: `2026`. */
export function meetingYears(meetings: readonly Pick<Meeting, "date">[]): string[] {
  return [...new Set(meetings.map(({ date }) => date.slice(0, 4)))].sort().toReversed();
}

/** Of whom an area is: the ward as a whole, a khu phố, or a tổ of it. */
export function levelOf(area: string, ward: string): MeetingLevel {
  if (area === ward || !isAreaCode(area)) return "ward";
  return area.includes("/") ? "group" : "neighbourhood";
}

function firstOf({ jti, body }: WardRecord): string {
  const { meeting } = body;
  return isStatementId(meeting) ? meeting : jti;
}

function meetingOf(id: string, words: readonly WardRecord[], ward: string): Meeting {
  const latest = words.reduce((best, next) =>
    rank(next) >= rank(best) && isLater(next, best) ? next : best,
  );
  const { jti, kid, at, seq, sub, body, personal } = latest;
  return {
    id,
    jti,
    kid,
    at,
    seq,
    words: words.map((word) => ({
      jti: word.jti,
      kid: word.kid,
      at: word.at,
      seq: word.seq,
      planned: word.body["planned"] === true,
    })),
    area: sub,
    level: levelOf(sub, ward),
    kind:
      MEETING_KINDS.find((one) => one === body["kind"]) ?? (body["kind"] === FORMER ? "residents" : "other"),
    date: textIn(body["date"]) ?? "",
    time: textIn(body["time"]),
    place: textIn(body["place"]) ?? "",
    subject: textIn(body["subject"]) ?? "",
    planned: body["planned"] === true,
    invited: recordsIn(body["invited"]).flatMap(({ organisation, people }) =>
      typeof organisation === "string" ? [{ organisation, people: countIn(people) }] : [],
    ),
    programme: recordsIn(body["programme"]).flatMap(({ time, text }) =>
      typeof text === "string" ? [{ time: textIn(time), text }] : [],
    ),
    documents: listIn(body["documents"]).filter((one) => typeof one === "string"),
    households: countIn(body["households"]),
    present: countIn(body["present"]),
    minutes: textIn(personal["minutes"]),
    conclusions: textIn(personal["conclusions"]),
    chair: textIn(personal["chair"]),
    secretary: textIn(personal["secretary"]),
  };
}

/** What meetings of the residents were called before there was a list. */
const FORMER = "neighbourhood";

/** Who plans a meeting anew without having heard that it took place does not undo that. */
function rank({ body }: WardRecord): number {
  return body["planned"] === true ? 0 : 1;
}

/** Of one moment the log's order, in which they come. */
function isLater(next: WardRecord, best: WardRecord): boolean {
  return rank(next) > rank(best) || next.at >= best.at;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function textIn(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function countIn(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function recordsIn(value: unknown): Record<string, unknown>[] {
  return listIn(value).filter(isRecord);
}
