import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { DiaryLine } from "../../../domain/household-facts.ts";
import { formatDate, formatTime } from "../../../domain/words/vietnamese-format.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { classNames } from "../../parts/words/class-names.ts";
import { lowerFirst } from "../../parts/words/letter-case.ts";
import { dayNumber, saidWords } from "../../parts/words/when.ts";
import { useMeasures } from "../../text/use-measures.ts";
import { PaperPhoto } from "./PaperPhoto.tsx";
import { diaryWords } from "./diary-words.ts";

/** A line of the diary: what, when, by whom, and where it stands on its way to the ward. */
export function DiaryItem({ line, ward, now, busy, corrected, onCorrect }: DiaryItemProps) {
  const { t } = useTranslation("household");
  const { t: common } = useTranslation("common");
  const { standing, retracted, personal, type } = line;
  const numbers = useMeasures();
  const words = diaryWords(t, line, numbers);
  const wordsId = useId();
  const note = type === "opinion.given" ? undefined : personal["note"];
  // The ward key enrols itself nowhere: what it says comes from the office.
  const speaker = ward.devices[line.kid];
  const whenOf = (one: DiaryLine) => saidWords(common, one, whenWords(one.at, now));
  const when = whenOf(line);
  const meta = [
    when,
    speaker?.personName ?? (speaker && speaker.role !== "office" ? speaker.deviceName : t("diary.ward")),
    standing === "unsent" && t("diary.unsent"),
    standing === "held" && t("diary.held"),
    retracted && t(line.correctedBy === null ? "diary.retracted" : "diary.corrected"),
    corrected &&
      t("diary.corrects", { when: whenOf(corrected), what: lowerFirst(diaryWords(t, corrected, numbers)) }),
  ];
  return (
    <li
      className={classNames(
        "diary-item",
        standing !== "log" && "diary-waiting",
        retracted && "diary-retracted",
      )}
    >
      <div>
        <p className="diary-words" id={wordsId}>
          {words}
        </p>
        {typeof note === "string" && <p className="diary-note">{note}</p>}
        {type === "pledge.signed" && typeof personal["photo"] === "string" && !retracted && (
          <PaperPhoto ward={ward.slug} jti={line.jti} />
        )}
        <p className="diary-meta">{meta.filter(Boolean).join(" · ")}</p>
      </div>
      {onCorrect && (
        <button
          type="button"
          className="diary-take-back"
          disabled={busy}
          // Not by its words: they are the names of the acts above.
          aria-label={t("correct.named", { when })}
          aria-describedby={wordsId}
          onClick={onCorrect}
        >
          {t("correct.button")}
        </button>
      )}
    </li>
  );
}

interface DiaryItemProps {
  readonly line: DiaryLine;
  readonly ward: WardView;
  /** Seconds. */
  readonly now: number;
  readonly busy: boolean;
  /** The line in whose place this one stands, where it stands in the diary. */
  readonly corrected: DiaryLine | undefined;
  /** Null where it is not this phone's to correct. */
  readonly onCorrect: (() => void) | null;
}

/** '23/11 09:12' this year, '18/11/2025' of another: there the hour says nothing any more. */
function whenWords(at: number, now: number): string {
  const date = formatDate(at);
  if (!formatDate(now).endsWith(date.slice(-4))) return date;
  return dayNumber(now) - dayNumber(at) > 60 ? date.slice(0, 5) : `${date.slice(0, 5)} ${formatTime(at)}`;
}
