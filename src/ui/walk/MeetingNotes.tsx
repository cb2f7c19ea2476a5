import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import * as v from "valibot";
import { countFlaw, meetingDraft } from "../../domain/meeting/meeting-drafts.ts";
import type { Meeting } from "../../domain/meeting/meeting.ts";
import { Button } from "../parts/Button.tsx";
import { ChoiceChip, Choices } from "../parts/Chip.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { Field } from "../parts/Field.tsx";
import { TextAreaField } from "../parts/TextAreaField.tsx";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { useDraft } from "../parts/hooks/use-draft.ts";
import { useSay } from "../parts/hooks/use-say.ts";
import type { AtMeeting } from "./use-meeting.ts";
import { readWhole } from "../parts/words/read-number.ts";
import { useNumbers } from "../text/use-numbers.ts";

/** Writes a meeting down: what it is about, where, how many were counted, and what was said. */
export function MeetingNotes({ ward, at, first, onKept, onClose }: MeetingNotesProps) {
  const { t } = useTranslation("walk");
  const { meeting, part, today } = at;
  const mayWrite = part === null || at.mayHold(part);
  return (
    <Dialog as="sheet" title={t("meeting.writeTitle")} onClose={onClose}>
      <div className="meeting-sign">
        {today.length > 0 && (
          <Choices label={t("meeting.whichMeeting")}>
            {today.map(({ id, subject }) => (
              <ChoiceChip key={id} chosen={meeting?.id === id} onChoose={() => void at.choose(id)}>
                {subject}
              </ChoiceChip>
            ))}
            <ChoiceChip chosen={meeting === null} onChoose={() => void at.choose(null)}>
              {t("meeting.another")}
            </ChoiceChip>
          </Choices>
        )}
        {mayWrite ? (
          <NotesFields key={part?.id ?? ""} {...{ ward, at, first, onKept }} meeting={part} />
        ) : (
          <p>{t("meeting.ofWard")}</p>
        )}
      </div>
    </Dialog>
  );
}

function NotesFields({ ward, at, first, meeting, onKept }: NotesFieldsProps) {
  const { t } = useTranslation("walk");
  const numbers = useNumbers();
  const { act, newId } = usePhone();
  const { run, busy, trouble } = useSay();
  const [flaw, setFlaw] = useState<string | null>(null);
  const read = useCallback((kept: unknown): Notes => readNotes(kept) ?? notesOf(meeting, t), [meeting, t]);
  const draft = useDraft(`meeting-notes/${ward}/${meeting?.id ?? ""}`, read);
  if (!draft) return null;
  const { value } = draft;

  function change(part: Partial<Notes>) {
    setFlaw(null);
    draft?.keep({ ...value, ...part });
  }

  async function save() {
    const present = value.present.trim() === "" ? undefined : readWhole(value.present, numbers);
    if (value.subject.trim() === "") return setFlaw(t("meeting.subjectMissing"));
    if (present === null) return setFlaw(t("meeting.countMissing"));
    const { words, id: of, together } = at.known(first);
    const { households } = words;
    if (countFlaw({ households, present }) !== null)
      return setFlaw(
        t("meeting.tooMany", {
          present: numbers.integer(present ?? 0),
          all: numbers.integer(households ?? 0),
        }),
      );
    const minutes = value.minutes.trim() === "" ? undefined : value.minutes.trim();
    const [subject, place] = [value.subject.trim(), value.place.trim()];
    const said = meetingDraft({ ...words, subject, place, present, minutes }, newId(), of, together);
    draft?.release();
    const done = await run(() => act.say(ward, [said], draft?.key));
    // Of a double tap the first was said.
    const [jti] = done.ok ? done.value : [];
    if (jti !== undefined)
      onKept({ jti, place: words.area, begins: meeting === null || meeting.planned, id: of ?? jti });
    else draft?.keepAgain(value);
    return undefined;
  }

  return (
    <>
      <Line label={t("meeting.subject")} value={value.subject} onChange={(subject) => change({ subject })} />
      <Line label={t("meeting.place")} value={value.place} onChange={(place) => change({ place })} />
      <Line
        label={t("meeting.counted")}
        hint={t("meeting.countedHint")}
        value={value.present}
        numeric
        onChange={(present) => change({ present })}
      />
      <TextAreaField
        label={t("meeting.minutes")}
        hint={t("meeting.minutesHint")}
        rows={5}
        maxLength={20_000}
        value={value.minutes}
        onChange={(minutes) => change({ minutes })}
      />
      <Trouble text={trouble ?? flaw} />
      <Button look="primary" wide disabled={busy} onClick={() => void save()}>
        {t("meeting.saveMeeting")}
      </Button>
    </>
  );
}

function Line({ label, hint, value, numeric, onChange }: LineProps) {
  return (
    <Field label={label} hint={hint}>
      {(tied) => (
        <input
          {...tied}
          maxLength={500}
          autoComplete="off"
          inputMode={numeric ? "numeric" : undefined}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

const notes = v.object({ subject: v.string(), place: v.string(), present: v.string(), minutes: v.string() });
type Notes = v.InferOutput<typeof notes>;

function readNotes(kept: unknown): Notes | null {
  const read = v.safeParse(notes, kept);
  return read.success ? read.output : null;
}

function notesOf(meeting: Meeting | null, t: (key: "meeting.subjectUsual") => string): Notes {
  const { subject = t("meeting.subjectUsual"), place = "", present, minutes = "" } = meeting ?? {};
  return { subject, place, present: present === undefined ? "" : String(present), minutes };
}

/** What was kept, and what takes it back. */
export interface KeptNotes {
  readonly jti: string;
  readonly place: string;
  /** Whether the meeting began by it. */
  readonly begins: boolean;
  /** The meeting's id. */
  readonly id: string;
}

interface NotesFieldsProps {
  readonly ward: string;
  readonly at: AtMeeting;
  /** Area of a household in sight: where a meeting begins that nobody has begun. */
  readonly first: string;
  readonly meeting: Meeting | null;
  readonly onKept: (kept: KeptNotes) => void;
}

interface MeetingNotesProps extends Omit<NotesFieldsProps, "meeting"> {
  readonly onClose: () => void;
}

interface LineProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly numeric?: boolean;
  readonly onChange: (value: string) => void;
}
