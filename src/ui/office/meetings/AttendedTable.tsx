import { useDeferredValue, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { attendanceByYear, neverMet } from "../../../domain/attendance.ts";
import { isWithin } from "../../../domain/ids.ts";
import type { Meeting } from "../../../domain/meeting.ts";
import { meetingYears } from "../../../domain/meetings.ts";
import type { HouseholdRow, WardView } from "../../../phone/phone.ts";
import { useNumbers } from "../../text/use-numbers.ts";
import { AreaSelect } from "../AreaSelect.tsx";
import { placeTitle } from "../../parts/area-names.ts";
import { Button } from "../../parts/Button.tsx";
import { ChoiceChip, Choices } from "../../parts/Chip.tsx";
import { householdName } from "../../parts/household-names.ts";
import { ScrollSideways } from "../../parts/ScrollSideways.tsx";

/** Household by household and year by year: at how many meetings it was, and whether anybody has ever met it. */
export function AttendedTable({ ward, rows, meetings, thisYear }: AttendedTableProps) {
  const { t } = useTranslation("meetings");
  const numbers = useNumbers();
  const { t: common } = useTranslation("common");
  const [area, setArea] = useState("");
  const [which, setWhich] = useState<"all" | "never" | "notYear">("all");
  const [shown, setShown] = useState(STEP);
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
        <ScrollSideways label={t("attended.scroll")}>
          <table className="office-table">
            <thead>
              <tr>
                <th scope="col">{t("attended.household")}</th>
                <th scope="col">{t("attended.group")}</th>
                {years.map((year) => (
                  <th key={year} scope="col">
                    {year}
                  </th>
                ))}
                <th scope="col">{t("attended.met")}</th>
              </tr>
            </thead>
            <tbody>
              {found.slice(0, shown).map(({ row, years: of, met }) => (
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
      )}
      {found.length > shown && (
        <Button look="quiet" onClick={() => setShown(shown + STEP)}>
          {t("attended.more", {
            count: found.length - shown,
            number: numbers.integer(found.length - shown),
          })}
        </Button>
      )}
    </section>
  );
}

const STEP = 100;
const YEARS = 5;

interface AttendedTableProps {
  readonly ward: WardView;
  readonly rows: readonly HouseholdRow[];
  readonly meetings: readonly Meeting[];
  /** `2026`. */
  readonly thisYear: string;
}
