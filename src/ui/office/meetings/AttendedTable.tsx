import { useDeferredValue, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { isWithin } from "../../../domain/ids.ts";
import { attendanceByYear, neverMet, type HouseholdAttendance } from "../../../domain/meeting/attendance.ts";
import type { Meeting } from "../../../domain/meeting/meeting.ts";
import { meetingYears } from "../../../domain/meeting/meetings.ts";
import type { HouseholdRow, WardView } from "../../../phone/api/phone.ts";
import { useNumbers } from "../../text/use-numbers.ts";
import { AreaSelect } from "../AreaSelect.tsx";
import { placeTitle } from "../../parts/words/area-names.ts";
import { Button } from "../../parts/Button.tsx";
import { ChoiceChip, Choices } from "../../parts/Chip.tsx";
import { householdName } from "../../parts/words/household-names.ts";
import { ScrollSideways } from "../../parts/ScrollSideways.tsx";
import { byName, byNumber, byText, type Sort } from "../tables/order-rows.ts";
import { SortHeading } from "../tables/SortHeading.tsx";
import { TableTools } from "../tables/TableTools.tsx";
import { useTable } from "../tables/use-table.ts";
import { useWholeOnPaper } from "../tables/use-whole-on-paper.ts";

/** Household by household and year by year: at how many meetings it was, and whether anybody has ever met it. */
export function AttendedTable({ ward, rows, meetings, thisYear }: AttendedTableProps) {
  const { t } = useTranslation("meetings");
  const numbers = useNumbers();
  const { t: common } = useTranslation("common");
  const [area, setArea] = useState("");
  const [which, setWhich] = useState<"all" | "never" | "notYear">("all");
  const [most, setMost] = useState(STEP);
  const [isWhole, print] = useWholeOnPaper();
  const wanted = useDeferredValue(area);
  const all = useMemo(() => attendanceByYear(meetings, rows, ward.slug), [meetings, rows, ward.slug]);
  const here = useMemo(
    () => (wanted === "" ? all : all.filter(({ row }) => isWithin(row.area, wanted))),
    [all, wanted],
  );
  const never = useMemo(() => neverMet(here), [here]);
  const notYear = useMemo(() => neverMet(here, thisYear), [here, thisYear]);
  const found = which === "all" ? here : which === "never" ? never : notYear;
  const years = meetingYears(meetings.filter(({ planned }) => !planned)).slice(0, YEARS);
  const table = useTable(found, { sorts: sortsOf(years) });
  const lines = isWhole ? table.shown : table.shown.slice(0, most);
  const left = found.length - lines.length;
  return (
    <section className="office-card">
      <h2>{t("attended.title")}</h2>
      <p className="quiet">{t("attended.text")}</p>
      <p role="status">
        {never.length === 0
          ? t("attended.noneLeft")
          : t("attended.summary", { count: never.length, number: numbers.integer(never.length) })}
      </p>
      <AreaSelect ward={ward} label={t("attended.area")} area={area} onChoose={setArea} />
      <Choices label={t("attended.filter")}>
        <ChoiceChip chosen={which === "all"} onChoose={() => setWhich("all")}>
          {t("attended.all", { count: here.length })}
        </ChoiceChip>
        <ChoiceChip chosen={which === "never"} onChoose={() => setWhich("never")}>
          {t("attended.never", { count: never.length })}
        </ChoiceChip>
        <ChoiceChip chosen={which === "notYear"} onChoose={() => setWhich("notYear")}>
          {t("attended.notYear", { year: thisYear, count: notYear.length })}
        </ChoiceChip>
      </Choices>
      {found.length === 0 ? (
        <p className="quiet">{t("attended.nobody")}</p>
      ) : (
        <>
          <TableTools table={table} title={t("attended.title")} onPrint={print} />
          <ScrollSideways label={t("attended.scroll")}>
            <table className="office-table">
              <thead>
                <tr>
                  <SortHeading of={table} column="household">
                    {t("attended.household")}
                  </SortHeading>
                  <SortHeading of={table} column="group">
                    {t("attended.group")}
                  </SortHeading>
                  {years.map((year) => (
                    <SortHeading key={year} of={table} column={year} isFalling>
                      {year}
                    </SortHeading>
                  ))}
                  <SortHeading of={table} column="met" isFalling>
                    {t("attended.met")}
                  </SortHeading>
                </tr>
              </thead>
              <tbody>
                {lines.map(({ row, years: of, met }) => (
                  <tr key={row.id}>
                    <th scope="row">
                      <Link href={`/ho/${row.id}`}>{householdName(common, row)}</Link>
                    </th>
                    <td>{placeTitle(ward, row.area)}</td>
                    {years.map((year) => {
                      const { asked, present } = of[year] ?? { asked: 0, present: 0 };
                      return <td key={year}>{asked === 0 ? "–" : t("attended.of", { present, asked })}</td>;
                    })}
                    <td>{met.length === 0 ? t("attended.neverMet") : met.join(", ")}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollSideways>
        </>
      )}
      {left > 0 && (
        <Button look="quiet" onClick={() => setMost(most + STEP)}>
          {t("attended.more", { count: left, number: numbers.integer(left) })}
        </Button>
      )}
    </section>
  );
}

const STEP = 100;
const YEARS = 5;

function sortsOf(
  years: readonly string[],
): Readonly<Record<string, Sort<HouseholdAttendance<HouseholdRow>>>> {
  return {
    household: byName(({ row }) => row.head),
    group: byText(({ row }) => row.area),
    // Whoever was never met stands before all who were, or behind them.
    met: byNumber(({ met }) => Number(met[0] ?? 0)),
    ...Object.fromEntries(years.map((year) => [year, byNumber(({ years: of }) => presentIn(of[year]))])),
  };
}

function presentIn(year: { readonly asked: number; readonly present: number } | undefined): number | null {
  return year && year.asked > 0 ? year.present : null;
}

interface AttendedTableProps {
  readonly ward: WardView;
  readonly rows: readonly HouseholdRow[];
  readonly meetings: readonly Meeting[];
  /** `2026`. */
  readonly thisYear: string;
}
