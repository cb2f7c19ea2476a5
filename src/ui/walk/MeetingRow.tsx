import { Check } from "lucide-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { HouseholdRow, WardView } from "../../phone/api/phone.ts";
import { Chip } from "../parts/Chip.tsx";
import { householdName, householdPlace } from "../parts/words/household-names.ts";
import { lowerFirst } from "../parts/words/letter-case.ts";
import { statusWords } from "../parts/words/status-words.ts";

/**
 * A household at the meeting: a tap invites it to sign, another says that it is there. Who has signed stays where it stands,
 * and is no button any more.
 */
export const MeetingRow = memo(function MeetingRow(props: MeetingRowProps) {
  const { row, placed, now, isThere, onInvite, onThere } = props;
  const { t } = useTranslation("walk");
  const { t: common } = useTranslation("common");
  const { number, head, address, status } = row;
  const name = head ?? common("household.noName");
  const place = householdPlace(common, row, placed);
  const standing = statusWords(common, status, now);
  const seen = [placed && place, address].filter(Boolean).join(" · ");
  const heard = [...(placed ? [place, name] : [householdName(common, row)]), address, lowerFirst(standing)];
  const face = (
    <>
      <span className="household-item-number">{number ?? "–"}</span>
      <span className="household-item-words">
        <b>{name}</b>
        {seen !== "" && <span>{seen}</span>}
      </span>
      <Chip tone={status.conflict ? "refused" : status.word}>{standing}</Chip>
    </>
  );
  return (
    <li className="household-item meeting-row">
      {status.word === "signed" ? (
        <div>{face}</div>
      ) : (
        <button
          type="button"
          aria-label={t("meeting.invite", { name: heard.filter(Boolean).join(", ") })}
          onClick={() => onInvite(row)}
        >
          {face}
        </button>
      )}
      <button
        type="button"
        className="meeting-there"
        aria-pressed={isThere}
        aria-label={t("meeting.thereOf", {
          name: [placed ? place : householdName(common, row), placed && name].filter(Boolean).join(", "),
        })}
        onClick={() => onThere(row)}
      >
        <Check aria-hidden />
        {t("meeting.there")}
      </button>
    </li>
  );
});

interface MeetingRowProps {
  readonly row: HouseholdRow;
  /** The ward, where it is to be said in which tổ the household lives. */
  readonly placed: Pick<WardView, "areas"> | null;
  /** Seconds, by the minute. */
  readonly now: number;
  readonly isThere: boolean;
  readonly onInvite: (row: HouseholdRow) => void;
  readonly onThere: (row: HouseholdRow) => void;
}
