import type { Draft, NamedDraft } from "../statement.ts";
import type { Attended } from "./attendance.ts";
import { areaAround } from "./joined-meetings.ts";
import type { Meeting } from "./meeting.ts";

/** What is said of a meeting: all of it, each time. */
export type MeetingWords = Omit<
  Meeting,
  "jti" | "kid" | "at" | "seq" | "id" | "words" | "level" | "names" | "parts" | "joinedBy"
>;

/** Why figures cannot be: more households were counted as present than there are. */
export type CountFlaw = "more-than-all";

/**
 * A word about a meeting, under the id `jti`; with `meeting`, about the one that this names. `together` are the ids of those of
 * which that was joined, where the word is about all of them.
 */
export function meetingDraft(
  words: MeetingWords,
  jti: string,
  meeting?: string,
  together: readonly string[] = [],
): NamedDraft {
  const { kind, date, time, place, subject, planned, invited, programme, documents } = words;
  const { households, present, minutes, conclusions, chair, secretary } = words;
  const body = {
    kind,
    date,
    time,
    place,
    subject,
    households,
    present,
    invited: invited.length > 0 ? invited : undefined,
    programme: programme.length > 0 ? programme : undefined,
    documents: documents.length > 0 ? documents : undefined,
    meeting: meeting === jti ? undefined : meeting,
    planned: planned ? true : undefined,
    together: together.length > 0 ? together : undefined,
  };
  return {
    jti,
    type: "meeting.held",
    sub: words.area,
    // What is undefined is not said.
    body: JSON.parse(JSON.stringify(body)) as Record<string, unknown>,
    personal: { minutes, conclusions, chair, secretary },
  };
}

/** Whether a household is at a meeting. */
export function attendedDraft(jti: string, household: string, meeting: string, present: boolean): NamedDraft {
  return { jti, type: "meeting.attended", sub: household, body: { meeting, present } };
}

/** Calls a meeting off: takes back every word about it, so that nothing of it is left to show. */
export function calledOff({ words, area }: Pick<Meeting, "words" | "area">): Draft[] {
  return words.map(({ jti }) => takenBack(jti, area));
}

/** Whether meetings are one and the same, as the office decides. */
export function matchedDraft(meetings: readonly Meeting[], same: boolean, ward: string): Draft {
  const area = areaAround(
    meetings.map((one) => one.area),
    ward,
  );
  return { type: "meeting.matched", sub: area, body: { meetings: meetings.map(({ id }) => id), same } };
}

/**
 * Takes a household's attendance back: its words where all of them are this device's own, which leaves no line in the diary
 * within ten seconds; otherwise another word, under an id that is drawn for it, says that it is not there.
 */
export function notThere(newId: () => string, attended: readonly Attended[], device: string | null): Draft[] {
  return attended.flatMap(({ household, meeting, by }): Draft[] =>
    by.every(({ kid }) => kid === device)
      ? by.map((word) => takenBack(word.jti, household))
      : [attendedDraft(newId(), household, meeting, false)],
  );
}

/** What is wrong with the figures of a meeting; null where nothing is. */
export function countFlaw({
  households,
  present,
}: Pick<MeetingWords, "households" | "present">): CountFlaw | null {
  return households !== undefined && present !== undefined && present > households ? "more-than-all" : null;
}

function takenBack(jti: string, place: string): Draft {
  return { type: "statement.retracted", sub: jti, in: place, body: { reason: "mistake" } };
}
