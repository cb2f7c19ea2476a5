import { useId, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { startOfDay } from "../../domain/status.ts";
import { Button } from "../parts/Button.tsx";
import { ChoiceChip, Choices } from "../parts/Chip.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { upperFirst } from "../parts/letter-case.ts";
import { Trouble } from "../parts/Trouble.tsx";
import { isoDate, weekday } from "../parts/when.ts";

/** Asks on which day and at what hour to come back. */
export function ComeBackSheet({ now, trouble, busy, onKeep, onClose }: ComeBackSheetProps) {
  const { t } = useTranslation("household");
  const { t: common } = useTranslation("common");
  const id = useId();
  const days = daysFrom(now);
  const [date, setDate] = useState(() => firstDay(now));
  const [other, setOther] = useState(false);
  const [time, setTime] = useState(EVENING);
  const [note, setNote] = useState("");
  const at = startOfDay(date) + secondsOf(time);
  const past = !(at > now);

  function keep(event: FormEvent) {
    event.preventDefault();
    if (!past) onKeep(at, note.trim() === "" ? undefined : note.trim());
  }

  return (
    <Dialog as="sheet" title={t("sheet.title")} onClose={onClose}>
      <form onSubmit={keep}>
        <Choices label={t("sheet.day")}>
          {days.map(({ day, word }) => (
            <ChoiceChip
              key={day}
              chosen={!other && date === day}
              onChoose={() => {
                setOther(false);
                setDate(day);
              }}
            >
              {upperFirst(word === "weekday" ? weekday(common, startOfDay(day)) : common(`time.${word}`))}
            </ChoiceChip>
          ))}
          <ChoiceChip chosen={other} onChoose={() => setOther(true)}>
            {t("sheet.otherDay")}
          </ChoiceChip>
        </Choices>
        {other && (
          <div className="field">
            <label htmlFor={`${id}-date`}>{t("sheet.date")}</label>
            <input
              id={`${id}-date`}
              type="date"
              required
              min={isoDate(now)}
              value={date}
              onChange={(event) => setDate(event.target.value)}
            />
          </div>
        )}
        <div className="field">
          <label htmlFor={`${id}-time`}>{t("sheet.time")}</label>
          <input
            id={`${id}-time`}
            type="time"
            required
            value={time}
            onChange={(event) => setTime(event.target.value)}
          />
        </div>
        <Choices label={t("sheet.hour")}>
          {HOURS.map((hour) => (
            <ChoiceChip key={hour} chosen={time === hour} onChoose={() => setTime(hour)}>
              {hour}
            </ChoiceChip>
          ))}
        </Choices>
        <div className="field">
          <label htmlFor={`${id}-note`}>{t("sheet.note")}</label>
          <textarea
            id={`${id}-note`}
            rows={2}
            maxLength={500}
            aria-describedby={`${id}-hint`}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          <p className="field-hint" id={`${id}-hint`}>
            {t("sheet.noteHint")}
          </p>
        </div>
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
  /** Seconds. */
  readonly now: number;
  readonly trouble: string | null;
  readonly busy: boolean;
  readonly onKeep: (at: number, note: string | undefined) => void;
  readonly onClose: () => void;
}

const DAY = 86_400;
const EVENING = "18:30";
const HOURS = ["08:00", "10:00", "15:00", "17:30", EVENING, "19:30"];

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
