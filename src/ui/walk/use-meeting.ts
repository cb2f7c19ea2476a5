import { useCallback, useEffect, useMemo, useRef } from "react";
import { attendanceOf, attendancesIn, presentAt, type Attended } from "../../domain/attendance.ts";
import { isWithin } from "../../domain/ids.ts";
import { attendedDraft, meetingDraft, notThere, type MeetingWords } from "../../domain/meeting-drafts.ts";
import { concerns, meetingOn, meetingsIn, type Meeting } from "../../domain/meetings.ts";
import type { Draft, NamedDraft } from "../../domain/statement.ts";
import type { HouseholdRow, Membership } from "../../phone/phone.ts";
import { usePhone } from "../parts/PhoneContext.tsx";
import { useLive } from "../parts/use-live.ts";
import { isoDate } from "../parts/when.ts";
import { walk as words } from "../text/vi/walk.ts";

/** What a meeting on a phone stands on. */
interface Hall {
  readonly membership: Membership;
  readonly rows: readonly HouseholdRow[];
  /** The tổ that was chosen; "" for all in sight. */
  readonly area: string;
}

/**
 * The meeting that goes on today where this phone is: the one that was chosen here, else the nearest of those that were begun or
 * announced for today. It begins with the first household that comes, in the same act, so that no battery takes it along.
 */
export function useMeeting({ membership, rows, area }: Hall) {
  const phone = usePhone();
  const { now, newId, act } = phone;
  const slug = membership.ward;
  const records = useLive("meetings", slug);
  const key = chosenKey(slug);
  const chosen = chosenIn(useLive("draft", key));
  const day = isoDate(now(slug));
  const mine = useMemo(() => (area === "" ? ownAreas(membership) : [area]), [area, membership]);
  const today = useMemo(() => {
    const all = meetingsIn(records ?? NONE, slug).filter(({ date }) => date === day);
    return all.filter((one) => meetingOn(day, [one], mine, slug) !== null);
  }, [records, slug, day, mine]);
  const meeting =
    chosen?.day === day
      ? (today.find(({ id }) => id === chosen.meeting) ?? null)
      : meetingOn(day, today, mine, slug);
  const attended = useMemo(() => attendancesIn(rows), [rows]);
  const there = useMemo(() => (meeting ? presentAt(meeting, attended) : NOBODY), [meeting, attended]);

  // What has been begun here stands from then on, also before the phone's own records have told so.
  const begun = useRef<string | null>(null);
  const facts = useRef({ meeting, attended });
  useEffect(() => {
    facts.current = { meeting, attended };
    if (meeting && !meeting.planned) begun.current = null;
  });

  /** What is known of the meeting, as of one that takes place; of one that nobody has begun, what there is to say of it. */
  const wordsOf = useCallback(
    (first: string): MeetingWords => {
      const { meeting: known } = facts.current;
      const place = known?.area ?? holdingArea(membership, mine, first);
      const inArea = rows.filter((row) => concerns({ area: place }, row.area, slug)).length;
      if (known) return { ...known, planned: false, households: known.households ?? inArea };
      return { ...PLAIN, area: place, date: day, households: inArea };
    },
    [membership, mine, rows, slug, day],
  );

  /** The word that begins the meeting under `word`, where it is still to be begun, and the id by which attendance names it. */
  const begin = useCallback(
    (first: string, word: string): Beginning => {
      const { meeting: known } = facts.current;
      if (begun.current !== null) return { says: [], id: begun.current, area: "" };
      if (known && (!known.planned || !mayHold(membership, known.area)))
        return { says: [], id: known.id, area: known.area };
      const said = wordsOf(first);
      return { says: [meetingDraft(said, word, known?.id)], id: known?.id ?? word, area: said.area };
    },
    [membership, wordsOf],
  );

  /** What is said of a household that is here, under these ids: nothing where that is known. */
  const attend = useCallback(
    (household: HouseholdRow, ids: AttendIds): Attending => {
      const { meeting: known, attended: all } = facts.current;
      if (known && known.id === (begun.current ?? known.id) && presentAt(known, all).has(household.id))
        return { says: [], begins: null, id: known.id };
      const { says, id, area: place } = begin(household.area, ids.word);
      return {
        says: [...says, attendedDraft(ids.attended, household.id, id, true)],
        begins: says[0] ? { jti: says[0].jti, place } : null,
        id,
      };
    },
    [begin],
  );

  /** Turns a household's presence round. */
  const turn = useCallback(
    (household: HouseholdRow): Turning => {
      const { meeting: known, attended: all } = facts.current;
      const was = known && attendedOf(known, all, household.id);
      if (was?.present !== true) {
        const here = attend(household, { word: newId(), attended: newId() });
        return { ...here, isThere: true };
      }
      const says = notThere(newId(), was, membership.device);
      return { says, begins: null, id: known?.id ?? "", isThere: false };
    },
    [attend, newId, membership.device],
  );

  return {
    meeting,
    today,
    there,
    attendance: meeting && attendanceOf(meeting, rows, attended, slug),
    mayHold: (one: Meeting) => mayHold(membership, one.area),
    attend,
    turn,
    /** What is known of the meeting to be written down, and its id where it has one. */
    known: (first: string) => ({ words: wordsOf(first), id: begun.current ?? facts.current.meeting?.id }),
    /** To be told what was kept, and that a beginning was taken back. */
    began(id: string | null) {
      begun.current = id;
      if (id !== null && chosen?.day === day) void act.keepDraft(key, { day, meeting: id });
    },
    /** Chooses one of today's, or null for a new one. */
    choose: (id: string | null) => {
      begun.current = null;
      return act.keepDraft(key, { day, meeting: id ?? "" });
    },
  };
}

export type AtMeeting = ReturnType<typeof useMeeting>;

/** Ids drawn before they are needed, so that what is about to be said can be signed under a finger. */
export interface AttendIds {
  readonly word: string;
  readonly attended: string;
}

/** What is said, and what became of the presence by it. */
export interface Turning extends Omit<Attending, "says"> {
  readonly says: readonly Draft[];
  readonly isThere: boolean;
}

export interface Attending {
  readonly says: readonly NamedDraft[];
  /** The word that begins the meeting, where one of these does. */
  readonly begins: { readonly jti: string; readonly place: string } | null;
  /** The meeting's id. */
  readonly id: string;
}

interface Beginning {
  readonly says: readonly NamedDraft[];
  readonly id: string;
  readonly area: string;
}

/** A meeting of which nobody has said anything yet; kept in Vietnamese whatever language the screen speaks. */
const PLAIN: Omit<MeetingWords, "area" | "date"> = {
  kind: "residents",
  time: undefined,
  place: "",
  subject: words.meeting.subjectUsual,
  planned: false,
  invited: [],
  programme: [],
  documents: [],
  households: undefined,
  present: undefined,
  minutes: undefined,
  conclusions: undefined,
  chair: undefined,
  secretary: undefined,
};

const NONE: never[] = [];
const NOBODY: ReadonlySet<string> = new Set();

function chosenKey(ward: string): string {
  return `meeting/${ward}`;
}

function chosenIn(draft: unknown): { readonly day: string; readonly meeting: string } | null {
  const known = draft as { readonly day?: unknown; readonly meeting?: unknown } | null | undefined;
  const { day, meeting } = known ?? {};
  return typeof day === "string" && typeof meeting === "string" ? { day, meeting } : null;
}

function ownAreas({ role, ward, areas }: Membership): readonly string[] {
  return role === "office" ? [ward] : areas;
}

/** PROTOCOL.md §5: volunteers in their areas, the office everywhere. */
function mayHold({ role, areas }: Membership, area: string): boolean {
  return role === "office" || areas.some((own) => isWithin(area, own));
}

/** Of whom a meeting is that begins here: the chosen tổ, or the one area of this phone, or that of the first who comes. */
function holdingArea(membership: Membership, mine: readonly string[], first: string): string {
  if (mine.length === 1 && mine[0] !== undefined) return mine[0];
  return membership.areas.find((own) => isWithin(first, own)) ?? first;
}

function attendedOf(
  { id, words: said }: Meeting,
  all: readonly Attended[],
  household: string,
): Attended | undefined {
  const names = new Set([id, ...said.map(({ jti }) => jti)]);
  return all.find((one) => one.household === household && names.has(one.meeting));
}
