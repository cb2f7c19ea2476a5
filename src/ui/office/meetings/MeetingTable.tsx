import { useTranslation } from "react-i18next";
import { attendanceOf, type Attendance, type Attended } from "../../../domain/meeting/attendance.ts";
import type { Meeting } from "../../../domain/meeting/meeting.ts";
import { formatDate } from "../../../domain/words/vietnamese-format.ts";
import type { HouseholdRow, WardView } from "../../../phone/api/phone.ts";
import { placeTitle } from "../../parts/words/area-names.ts";
import { Chip } from "../../parts/Chip.tsx";
import { ScrollSideways } from "../../parts/ScrollSideways.tsx";
import { useNumbers } from "../../text/use-numbers.ts";
import { byNumber, byText, type Sort } from "../tables/order-rows.ts";
import { SortHeading } from "../tables/SortHeading.tsx";
import { TableTools } from "../tables/TableTools.tsx";
import { useTable } from "../tables/use-table.ts";

/** A line for each meeting: when, what about, whose, how many were there. */
export function MeetingTable({ ward, rows, meetings, attended, today, onOpen }: MeetingTableProps) {
  const { t } = useTranslation("meetings");
  const numbers = useNumbers();
  const placeOf = ({ area }: Meeting) => (area === ward.slug ? ward.name : placeTitle(ward, area));
  const lines = meetings.map((one): Line => {
    const attendance = attendanceOf(one, rows, attended, ward.slug);
    const held = attendance.quorum ? "quorum" : "held";
    return { one, attendance, state: one.planned ? (one.date < today ? "overdue" : "planned") : held };
  });
  const table = useTable(lines, {
    sorts: SORTS,
    wordsOf: ({ one }) => [one.subject, t(`kinds.${one.kind}`), placeOf(one), formatDate(one.date)].join(" "),
  });
  return (
    <>
      <TableTools table={table} title={t("list")} />
      <ScrollSideways label={t("scroll")}>
        <table className="office-table meetings-table">
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <SortHeading key={column} of={table} column={column} isFalling={FALLING.has(column)}>
                  {t(column)}
                </SortHeading>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.shown.map(({ one, attendance: { all, present, from, tooMany }, state }) => (
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
                <td>{placeOf(one)}</td>
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
            ))}
          </tbody>
        </table>
      </ScrollSideways>
    </>
  );
}

interface Line {
  readonly one: Meeting;
  readonly attendance: Attendance;
  readonly state: keyof typeof TONES;
}

const COLUMNS = ["when", "what", "who", "attendance", "state"] as const;
/** The latest, and where the largest part was there, are asked for first. */
const FALLING: ReadonlySet<string> = new Set(["when", "attendance"]);

const SORTS: Readonly<Record<(typeof COLUMNS)[number], Sort<Line>>> = {
  when: byText(({ one }) => `${one.date} ${one.time ?? ""}`),
  what: byText(({ one }) => one.subject),
  who: byText(({ one }) => one.area),
  attendance: byNumber(({ attendance: { from, present, all } }) => (from === null ? null : present / all)),
  state: byNumber(({ state }) => STATES.indexOf(state)),
};

const STATES: readonly string[] = ["overdue", "planned", "held", "quorum"];

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
