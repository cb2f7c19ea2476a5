import { useTranslation } from "react-i18next";
import { attendanceOf, type Attended } from "../../../domain/attendance.ts";
import type { Meeting } from "../../../domain/meeting.ts";
import { formatDate } from "../../../domain/vietnamese-format.ts";
import type { HouseholdRow, WardView } from "../../../phone/phone.ts";
import { placeTitle } from "../../parts/area-names.ts";
import { Chip } from "../../parts/Chip.tsx";
import { ScrollSideways } from "../../parts/ScrollSideways.tsx";
import { useNumbers } from "../../text/use-numbers.ts";

/** A line for each meeting: when, what about, whose, how many were there. */
export function MeetingTable({ ward, rows, meetings, attended, today, onOpen }: MeetingTableProps) {
  const { t } = useTranslation("meetings");
  const numbers = useNumbers();
  return (
    <ScrollSideways label={t("scroll")}>
      <table className="office-table meetings-table">
        <thead>
          <tr>
            <th scope="col">{t("when")}</th>
            <th scope="col">{t("what")}</th>
            <th scope="col">{t("who")}</th>
            <th scope="col">{t("attendance")}</th>
            <th scope="col">{t("state")}</th>
          </tr>
        </thead>
        <tbody>
          {meetings.map((one) => {
            const { all, present, from, quorum, tooMany } = attendanceOf(one, rows, attended, ward.slug);
            const state = one.planned
              ? one.date < today
                ? "overdue"
                : "planned"
              : quorum
                ? "quorum"
                : "held";
            return (
              <tr key={one.id}>
                <td>
                  {formatDate(one.date)}
                  {one.time !== undefined && <p className="quiet">{one.time}</p>}
                </td>
                <th scope="row">
                  <button type="button" className="office-open" onClick={() => onOpen(one.id)}>
                    {one.subject}
                  </button>
                  <p className="quiet">{t(`kinds.${one.kind}`)}</p>
                  {one.parts.length > 0 && (
                    <p className="quiet">{t("double.of", { count: one.parts.length })}</p>
                  )}
                </th>
                <td>{one.area === ward.slug ? ward.name : placeTitle(ward, one.area)}</td>
                <td>
                  {from === null
                    ? t("notCounted")
                    : t("presentOf", { present: numbers.integer(present), all: numbers.integer(all) })}
                  {tooMany && <p className="trouble">{t("tooMany")}</p>}
                </td>
                <td>
                  <Chip tone={TONES[state]}>{t(`states.${state}`)}</Chip>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollSideways>
  );
}

const TONES = { planned: "again", overdue: "refused", held: "given", quorum: "signed" } as const;

interface MeetingTableProps {
  readonly ward: WardView;
  readonly rows: readonly HouseholdRow[];
  readonly meetings: readonly Meeting[];
  readonly attended: readonly Attended[];
  /** `2026-11-28`. */
  readonly today: string;
  readonly onOpen: (id: string) => void;
}
