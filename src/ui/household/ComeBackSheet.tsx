import { useCallback, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import * as v from "valibot";
import { startOfDay } from "../../domain/household/status.ts";
import { Button } from "../parts/Button.tsx";
import { ChoiceChip, Choices } from "../parts/Chip.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { InputField } from "../parts/InputField.tsx";
import { TextAreaField } from "../parts/TextAreaField.tsx";
import { upperFirst } from "../parts/words/letter-case.ts";
import { Trouble } from "../parts/Trouble.tsx";
import { useDraft } from "../parts/hooks/use-draft.ts";
import { isoDate, weekday } from "../parts/words/when.ts";

/** Asks on which day and at what hour to come back. What is half written stays until it is said. */
export function ComeBackSheet({ draftKey, now, trouble, busy, onKeep, onClose }: ComeBackSheetProps) {
  const { t } = useTranslation("household");
  const { t: common } = useTranslation("common");
  const [opened] = useState(now);
  const read = useCallback((kept: unknown) => readAppointment(kept, opened), [opened]);
  const draft = useDraft(draftKey, read);
  if (!draft) return null;
  const { value } = draft;
  const { date, time, note } = value;
  const days = daysFrom(now);
  // One that was chosen last week by its name is none of these any more.
  const other = value.other || !days.some(({ day }) => day === date);
  const at = momentOf(value);
  const past = !(at > now);

  function change(part: Partial<Appointment>) {
    draft?.keep({ ...value, ...part });
  }

  async function keep(event: FormEvent) {
    event.preventDefault();
    if (past) return;
    draft?.release();
    const isKept = await onKeep(at, note.trim() === "" ? undefined : note.trim());
    if (!isKept) draft?.keepAgain(value);
  }

  return (
    <Dialog as="sheet" title={t("sheet.title")} onClose={onClose}>
      <form onSubmit={(event) => void keep(event)}>
        <Choices label={t("sheet.day")}>
          {days.map(({ day, word }) => (
            <ChoiceChip
              key={day}
              chosen={!other && date === day}
              onChoose={() => change({ date: day, other: false })}
            >
              {upperFirst(word === "weekday" ? weekday(common, startOfDay(day)) : common(`time.${word}`))}
            </ChoiceChip>
          ))}
          <ChoiceChip chosen={other} onChoose={() => change({ other: true })}>
            {t("sheet.otherDay")}
          </ChoiceChip>
        </Choices>
        {other && (
          <InputField
            label={t("sheet.date")}
            type="date"
            required
            min={isoDate(now)}
            value={date}
            onChange={(text) => change({ date: text, other: true })}
          />
        )}
        <InputField
          label={t("sheet.time")}
          type="time"
          required
          value={time}
          onChange={(text) => change({ time: text })}
        />
        <Choices label={t("sheet.hour")}>
          {HOURS.map((hour) => (
            <ChoiceChip key={hour} chosen={time === hour} onChoose={() => change({ time: hour })}>
              {hour}
            </ChoiceChip>
          ))}
        </Choices>
        <TextAreaField
          label={t("sheet.note")}
          hint={t("sheet.noteHint")}
          rows={2}
          maxLength={500}
          value={note}
          onChange={(text) => change({ note: text })}
        />
        {draft.full && trouble === null && <Trouble text={t("draftFull")} />}
        {past && <Trouble text={t("sheet.past")} />}
        <Trouble text={trouble} />
        <Button type="submit" look="primary" wide disabled={busy || past}>
          {t("sheet.save")}
        </Button>
      </form>
    </Dialog>
  );
}

interface ComeBackSheetProps {
  /** Where it stands while it is half written. */
  readonly draftKey: string;
  /** Seconds. */
  readonly now: number;
  readonly trouble: string | null;
  readonly busy: boolean;
  /** Tells whether it was kept. */
  readonly onKeep: (at: number, note: string | undefined) => Promise<boolean>;
  readonly onClose: () => void;
}

const DAY = 86_400;
const EVENING = "18:30";
const HOURS = ["08:00", "10:00", "15:00", "17:30", EVENING, "19:30"];

interface Appointment {
  /** `2026-11-28`. */
  readonly date: string;
  /** `18:30`. */
  readonly time: string;
  /** Whether the day was chosen from a calendar. */
  readonly other: boolean;
  readonly note: string;
}

/** One whose hour has passed meanwhile keeps its words. */
function readAppointment(kept: unknown, now: number): Appointment {
  const first = { date: firstDay(now), time: EVENING, other: false, note: "" };
  const read = v.safeParse(schema, kept);
  if (!read.success) return first;
  return momentOf(read.output) > now ? read.output : { ...first, note: read.output.note };
}

const schema = v.object({ date: v.string(), time: v.string(), other: v.boolean(), note: v.string() });

/** Seconds; not a number where the day or the hour is left out. */
function momentOf({ date, time }: Pick<Appointment, "date" | "time">): number {
  return startOfDay(date) + secondsOf(time);
}

interface Day {
  /** `2026-11-28`. */
  readonly day: string;
  readonly word: "today" | "tomorrow" | "weekday";
}

/** Today, tomorrow, and the next Saturday and Sunday where they are neither. */
function daysFrom(now: number): readonly Day[] {
  const weekend = [2, 3, 4, 5, 6, 7]
    .map((ahead) => isoDate(now + ahead * DAY))
    .filter((day) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()))
    .map((day) => ({ day, word: "weekday" as const }));
  return [{ day: isoDate(now), word: "today" }, { day: isoDate(now + DAY), word: "tomorrow" }, ...weekend];
}

/** Tonight while it is early enough, else tomorrow. */
function firstDay(now: number): string {
  const today = isoDate(now);
  return startOfDay(today) + secondsOf(EVENING) > now ? today : isoDate(now + DAY);
}

function secondsOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return time === "" ? Number.NaN : hours * 3600 + minutes * 60;
}
