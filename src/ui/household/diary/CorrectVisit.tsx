import { useId, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { startOfDay } from "../../../domain/household/status.ts";
import { formatTime } from "../../../domain/words/vietnamese-format.ts";
import { pledgeDraftKey } from "../../../phone/drafts/pledge-draft-key.ts";
import { Choices } from "../../parts/Chip.tsx";
import { InputField } from "../../parts/InputField.tsx";
import { TextAreaField } from "../../parts/TextAreaField.tsx";
import { classNames } from "../../parts/words/class-names.ts";
import { useLive } from "../../parts/hooks/use-live.ts";
import { isoDate } from "../../parts/words/when.ts";
import { CorrectActs } from "./CorrectActs.tsx";
import type { CorrectFormProps } from "./correct-form.ts";
import type { Instead } from "./correcting.ts";
import { editionFor } from "../edition.ts";
import { useCorrection, type Fields } from "./use-correction.ts";
import "./CorrectVisit.css";

/** What really came of a visit: one of the same few words as at the door. */
export function CorrectVisit(props: CorrectFormProps) {
  const { line, household, ward, now, busy, trouble } = props;
  const { t } = useTranslation("correct");
  const { t: ofHousehold } = useTranslation("household");
  const id = useId();
  // Of the moment at which it was opened, where it says no day.
  const [first] = useState(() => readVisit(line, now));
  const [isSame, setSame] = useState(false);
  const edition = editionFor(ward, household.area);
  const half = pledgeDraftKey(ward.slug, household.id);
  const isHalf = Boolean(useLive("draft", half));
  const correction = useCorrection(props, first);
  if (!correction) return null;
  const { value, isChanged } = correction;
  const { outcome, date, time, note } = value;
  const at = startOfDay(date) + secondsOf(time);
  // What the household has said no to is not left ready to be saved.
  const drops = isHalf && outcome === "refused";

  function change(part: Partial<Visit>) {
    setSame(false);
    correction?.change(part);
  }

  function keep(event: FormEvent) {
    event.preventDefault();
    setSame(!isChanged);
    if (isChanged) void correction?.say(visitOf(value, at, edition), drops ? half : undefined);
  }

  return (
    <form onSubmit={keep}>
      <Choices label={t("instead")}>
        {OUTCOMES.filter((one) => one !== "deliver" || edition !== undefined).map((one) => (
          // Buttons of these names are the acts at the door, on the same page.
          <label key={one} className={classNames("outcome", outcome === one && "outcome-chosen")}>
            <input
              type="radio"
              name={`${id}-outcome`}
              checked={outcome === one}
              onChange={() => change({ outcome: one })}
            />
            {ofHousehold(one)}
          </label>
        ))}
      </Choices>
      {outcome === "comeBack" && (
        <>
          <InputField
            label={t("date")}
            type="date"
            required
            value={date}
            onChange={(text) => change({ date: text })}
          />
          <InputField
            label={t("time")}
            type="time"
            required
            value={time}
            onChange={(text) => change({ time: text })}
          />
        </>
      )}
      {outcome !== "deliver" && (
        <TextAreaField
          label={t("note")}
          rows={2}
          maxLength={500}
          value={note}
          onChange={(words) => change({ note: words })}
        />
      )}
      {drops && <p>{ofHousehold("refuse.half")}</p>}
      <CorrectActs
        {...{ correction, busy, trouble }}
        lacking={isSame ? t("same") : null}
        onDrop={() => setSame(false)}
      />
    </form>
  );
}

const OUTCOMES = ["absent", "comeBack", "refused", "deliver"] as const;

/** Its outcome is "" where it said something that this form does not. */
type Visit = Fields<"outcome" | "date" | "time" | "note">;

const EVENING = "18:30";

function readVisit({ type, body, personal }: CorrectFormProps["line"], now: number): Visit {
  const at = body["at"];
  const outcome = type === "handbook.delivered" ? "deliver" : body["outcome"];
  const note = personal["note"];
  return {
    outcome: OUTCOMES.find((one) => one === outcome) ?? "",
    date: isoDate(typeof at === "number" ? at : now),
    time: typeof at === "number" ? formatTime(at) : EVENING,
    note: typeof note === "string" ? note : "",
  };
}

function visitOf({ outcome, note }: Visit, at: number, edition: number | string | undefined): Instead {
  if (outcome === "deliver") return { type: "handbook.delivered", body: { edition, how: "hand" } };
  const body = outcome === "comeBack" ? { outcome, at } : { outcome };
  return {
    type: "visit.logged",
    body,
    personal: { note: note.trim() === "" ? undefined : note.trim() },
  };
}

function secondsOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 3600 + minutes * 60;
}
