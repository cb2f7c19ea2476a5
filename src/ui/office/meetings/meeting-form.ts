import * as v from "valibot";
import { countFlaw, type MeetingWords } from "../../../domain/meeting/meeting-drafts.ts";
import {
  invitedLines,
  linesOf,
  programmeLines,
  readInvited,
  readProgramme,
} from "../../../domain/meeting/meeting-lines.ts";
import { MEETING_KINDS, type Meeting } from "../../../domain/meeting/meeting.ts";
import type { Numbers } from "../../../domain/words/number-format.ts";
import { readWhole } from "../../parts/words/read-number.ts";

/** What is typed about a meeting; kept as it stands until it is said. */
const schema = v.object({
  kind: v.picklist(MEETING_KINDS),
  /** "" for the ward. */
  area: v.string(),
  subject: v.string(),
  date: v.string(),
  time: v.string(),
  place: v.string(),
  chair: v.string(),
  secretary: v.string(),
  invited: v.string(),
  programme: v.string(),
  documents: v.string(),
  held: v.boolean(),
  households: v.string(),
  present: v.string(),
  minutes: v.string(),
  conclusions: v.string(),
});
export type MeetingForm = v.InferOutput<typeof schema>;

/** Why a form cannot be said yet. */
export type FormFlaw =
  | "needSubject"
  | "needDate"
  | "needCount"
  | "notYet"
  | { readonly present: number; readonly all: number };

/** Reads a kept form; null where there is none. */
export function readMeetingForm(kept: unknown): MeetingForm | null {
  const read = v.safeParse(schema, kept);
  return read.success ? read.output : null;
}

/** The form of a meeting that stands, or an empty one for a day (`2026-11-28`). */
export function formOf(meeting: Meeting | null, ward: string, day: string): MeetingForm {
  const { kind = "residents", area = ward, date = day, time = "", subject = "", place = "" } = meeting ?? {};
  const { chair = "", secretary = "", minutes = "", conclusions = "", documents = [] } = meeting ?? {};
  return {
    kind,
    area: area === ward ? "" : area,
    subject,
    date,
    time,
    place,
    chair,
    secretary,
    invited: invitedLines(meeting?.invited ?? []),
    programme: programmeLines(meeting?.programme ?? []),
    documents: documents.join("\n"),
    held: meeting !== null && !meeting.planned,
    households: String(meeting?.households ?? ""),
    present: String(meeting?.present ?? ""),
    minutes,
    conclusions,
  };
}

interface MeetingFacts {
  readonly ward: string;
  /** A date. */
  readonly today: string;
  /** Those of its area today, which count where nobody wrote another number. */
  readonly households: number;
  /** How numbers are typed. */
  readonly numbers: Numbers;
}

/** What a form says, or what is wrong with it. */
export function wordsOf(
  form: MeetingForm,
  { ward, today, households, numbers }: MeetingFacts,
): MeetingWords | FormFlaw {
  if (form.subject.trim() === "") return "needSubject";
  if (!/^\d{4}-\d{2}-\d{2}$/.test(form.date)) return "needDate";
  if (form.held && form.date > today) return "notYet";
  const [all, present] = [countIn(form.households, numbers), countIn(form.present, numbers)];
  if (form.held && (all === null || present === null)) return "needCount";
  const counted = form.held
    ? { households: all ?? households, present: present ?? undefined }
    : { households: undefined, present: undefined };
  if (countFlaw(counted) !== null) return { present: present ?? 0, all: counted.households ?? 0 };
  return {
    kind: form.kind,
    area: form.area === "" ? ward : form.area,
    date: form.date,
    time: form.time === "" ? undefined : form.time,
    place: form.place.trim(),
    subject: form.subject.trim(),
    planned: !form.held,
    invited: readInvited(form.invited),
    programme: readProgramme(form.programme),
    documents: linesOf(form.documents),
    ...counted,
    chair: textIn(form.chair),
    secretary: textIn(form.secretary),
    minutes: form.held ? textIn(form.minutes) : undefined,
    conclusions: form.held ? textIn(form.conclusions) : undefined,
  };
}

/** Undefined where nothing was typed, null where that is no count. */
function countIn(text: string, numbers: Numbers): number | null | undefined {
  if (text.trim() === "") return undefined;
  return readWhole(text, numbers);
}

function textIn(text: string): string | undefined {
  return text.trim() === "" ? undefined : text.trim();
}
