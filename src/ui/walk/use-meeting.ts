import { useCallback, useEffect, useMemo, useRef } from "react";
import { isWithin } from "../../domain/ids.ts";
import { attendanceOf, attendancesIn, presencesAt, presentAt } from "../../domain/meeting/attendance.ts";
import {
  attendedDraft,
  meetingDraft,
  notThere,
  type MeetingWords,
} from "../../domain/meeting/meeting-drafts.ts";
import type { Meeting } from "../../domain/meeting/meeting.ts";
import { concerns, meetingOn, meetingsIn } from "../../domain/meeting/meetings.ts";
import type { Draft, NamedDraft } from "../../domain/statement.ts";
import type { HouseholdRow, Membership } from "../../phone/api/phone.ts";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { useLive } from "../parts/hooks/use-live.ts";
import { isoDate } from "../parts/words/when.ts";
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
  const { ward: slug, device } = membership;
  const records = useLive("meetings", slug);
  const key = chosenKey(slug);
  const kept = useLive("draft", key);
  const chosen = chosenIn(kept);
  const day = isoDate(now(slug));
  const mine = useMemo(() => (area === "" ? ownAreas(membership) : [area]), [area, membership]);
  const today = useMemo(() => {
    const all = meetingsIn(records ?? NONE, slug).filter(({ date }) => date === day);
    return all.filter((one) => meetingOn(day, [one], mine, slug) !== null);
  }, [records, slug, day, mine]);
  const meeting =
    chosen?.day === day
      ? (today.find(({ names }) => names.includes(chosen.meeting)) ?? null)
      : meetingOn(day, today, mine, slug, device);
  const attended = useMemo(() => attendancesIn(rows), [rows]);
  // Others' meetings that were begun here today: whoever has taken part in none of them is asked which one this is.
  const others = useMemo(() => {
    const isPart = ({ words: said, names }: Meeting) =>
      said.some(({ kid }) => kid === device) ||
      attended.some((one) => names.includes(one.meeting) && one.by.some(({ kid }) => kid === device));
    return today.filter((one) => !one.planned && !isPart(one));
  }, [today, attended, device]);
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
      const known = ownPart(facts.current.meeting, membership);
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
      const known = facts.current.meeting;
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
      const was = known ? presencesAt(known, all).filter((one) => one.household === household.id) : [];
      if (was.length === 0) {
        const here = attend(household, { word: newId(), attended: newId() });
        return { ...here, isThere: true };
      }
      const says = notThere(newId, was, device);
      return { says, begins: null, id: known?.id ?? "", isThere: false };
    },
    [attend, newId, device],
  );

  return {
    meeting,
    /** What this phone writes down of it: the whole, or of one that was joined its own part. */
    part: ownPart(meeting, membership),
    today,
    /** Begun here today by others, while this phone is to be told which one it is at: in none of its own, and none was chosen. */
    offered:
      kept !== undefined && (meeting === null || (chosen?.day !== day && others.includes(meeting)))
        ? others
        : NONE,
    /** Begun here by others, besides the one at which this phone is. */
    beside: meeting === null || meeting.planned ? NONE : others.filter((one) => one !== meeting),
    attendanceOf: (one: Meeting) => attendanceOf(one, rows, attended, slug),
    there,
    attendance: meeting && attendanceOf(meeting, rows, attended, slug),
    mayHold: (one: Meeting) => mayHold(membership, one.area),
    attend,
    turn,
    /** What is known of the meeting to be written down, and its id where it has one. */
    known(first: string) {
      const part = ownPart(facts.current.meeting, membership);
      const together = part?.parts.map(({ id }) => id) ?? [];
      return { words: wordsOf(first), id: begun.current ?? part?.id, together };
    },
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

/** Of what two phones wrote down each goes on with its own: a volunteer may not read all that the other wrote, and the office does. */
function ownPart(meeting: Meeting | null, membership: Membership): Meeting | null {
  if (meeting === null || meeting.parts.length === 0 || membership.role === "office") return meeting;
  const { parts } = meeting;
  const own = parts.find(({ words: said }) => said.some(({ kid }) => kid === membership.device));
  return own ?? parts.find(({ area }) => mayHold(membership, area)) ?? meeting;
}
