import { factOf, type Fact } from "../household-facts.ts";
import { isAreaCode } from "../ids.ts";
import { isRecord } from "../jws.ts";
import type { WardRecord } from "../ward-facts.ts";

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
  /** Every id by which attendance, or another word, may name it. */
  readonly names: readonly string[];
  /** Those of which it was joined, each as its own device tells of it; none where nobody joined any. */
  readonly parts: readonly Meeting[];
  /** What joins them (`meeting.matched`): taken back, each stands by itself again. */
  readonly joinedBy: readonly MatchWord[];
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

/** A word that two meetings are one. */
export interface MatchWord extends Fact {
  /** Area code or slug of the ward: where it stands. */
  readonly area: string;
}

/** One meeting out of all words that name it, at least one, in the log's order. */
export function meetingOf(id: string, words: readonly WardRecord[], ward: string): Meeting {
  const latest = words.reduce((best, next) =>
    rank(next) >= rank(best) && isLater(next, best) ? next : best,
  );
  const { sub, body, personal } = latest;
  return {
    ...factOf(latest),
    id,
    words: words.map((word) => ({ ...factOf(word), planned: word.body["planned"] === true })),
    names: [...new Set([id, ...words.map((word) => word.jti)])],
    parts: [],
    joinedBy: [],
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

/** Of whom an area is: the ward as a whole, a khu phố, or a tổ of it. */
export function levelOf(area: string, ward: string): MeetingLevel {
  if (area === ward || !isAreaCode(area)) return "ward";
  return area.includes("/") ? "group" : "neighbourhood";
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
