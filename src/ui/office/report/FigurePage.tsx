import { ArrowLeft } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { reportAddress } from "../../../domain/report/addresses.ts";
import { amountText, shareText, type Amount, type ReportFigure } from "../../../domain/report/figure.ts";
import type { Report } from "../../../domain/report/report.ts";
import { placeTitle } from "../../parts/words/area-names.ts";
import { Button, ButtonLink } from "../../parts/Button.tsx";
import { ScrollSideways } from "../../parts/ScrollSideways.tsx";
import { useMeasures } from "../../text/use-measures.ts";
import { byNumber, byText, type Sort } from "../tables/order-rows.ts";
import { SortHeading } from "../tables/SortHeading.tsx";
import { TableTools } from "../tables/TableTools.tsx";
import { useTable } from "../tables/use-table.ts";
import { useWholeOnPaper } from "../tables/use-whole-on-paper.ts";
import { figureRows, type FigureRow } from "./figure-rows.ts";
import { figureName, unitOf } from "./figure-words.ts";
import type { Known } from "./use-report.ts";
import { periodWords } from "./period-words.ts";

/** `/phuong/bao-cao?ky=…&so=…`: every record that a figure of the report counts, each with the way to where it stands. */
export function FigurePage({ known, report, figure }: FigurePageProps) {
  const { t } = useTranslation("report");
  return (
    <>
      <p className="office-noprint">
        <ButtonLink look="quiet" icon={ArrowLeft} href={reportAddress(report.period.id)}>
          {t("back")}
        </ButtonLink>
      </p>
      {figure ? (
        <FigureList key={figure.key} known={known} report={report} figure={figure} />
      ) : (
        <p className="office-card">{t("noFigure")}</p>
      )}
    </>
  );
}

interface FigurePageProps {
  readonly known: Known;
  readonly report: Report;
  readonly figure: ReportFigure | undefined;
}

function FigureList({ known, report, figure }: FigurePageProps & { readonly figure: ReportFigure }) {
  const { t } = useTranslation("report");
  const { t: common } = useTranslation("common");
  const numbers = useMeasures();
  const [most, setMost] = useState(PAGE);
  const [isWhole, print] = useWholeOnPaper();
  const rows = useMemo(
    () => figureRows({ t, common, numbers }, known, figure.lines),
    [t, common, numbers, known, figure],
  );
  const table = useTable(rows, { sorts: SORTS, wordsOf: ({ name, place }) => `${name} ${place}` });
  const lines = isWhole ? table.shown : table.shown.slice(0, most);
  const left = table.shown.length - lines.length;
  const { ward } = known;
  const where = figure.place === ward.slug ? ward.name : placeTitle(ward, figure.place);
  const amountWords = (of: Amount) =>
    figure.form === "share" && of.value !== null && !of.of
      ? t("noShare")
      : amountText({ ...figure, ...of, unit: unitOf(t, figure.unit, of.value ?? 0, numbers) }, numbers);
  const title = figureName(t, figure);
  return (
    <section className="office-card">
      <h2>
        <span lang={title.own ? "vi" : undefined}>{title.name}</span>: {amountWords(figure)}
      </h2>
      <p className="quiet">
        {[where, periodWords(t, report.period), partsWords()].filter(Boolean).join(" · ")}
      </p>
      {figure.before && (
        <p className="quiet">
          {t("before", {
            period: report.before ? periodWords(t, report.before) : "",
            amount: amountWords(figure.before),
          })}
        </p>
      )}
      <p role="status">{t("count", { count: rows.length, number: numbers.decimal(rows.length) })}</p>
      {rows.length > 0 && (
        <>
          <TableTools table={table} title={title.name} onPrint={print} />
          <ScrollSideways label={t("listScroll", { name: title.name })}>
            <table className="office-table report-list">
              <thead>
                <tr>
                  <SortHeading of={table} column="record">
                    {t("columns.record")}
                  </SortHeading>
                  <SortHeading of={table} column="place">
                    {t("columns.place")}
                  </SortHeading>
                  <SortHeading of={table} column="amount" isFigure isFalling>
                    {t("columns.amount", {
                      unit: figure.form === "share" ? "" : unitOf(t, figure.unit, MANY, numbers),
                    }).trim()}
                  </SortHeading>
                </tr>
              </thead>
              <tbody>
                {lines.map(({ id, name, place, href, amount }) => (
                  <tr key={id}>
                    <th scope="row">
                      <Link href={href}>{name}</Link>
                    </th>
                    <td>{place}</td>
                    <td className="office-figure">{numbers.decimal(amount)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollSideways>
        </>
      )}
      {left > 0 && (
        <Button onClick={() => setMost(most + PAGE)}>
          {t("more", { number: numbers.decimal(Math.min(PAGE, left)) })}
        </Button>
      )}
    </section>
  );

  function partsWords(): string | null {
    const { value, of, form } = figure;
    if (of === undefined || value === null) return null;
    const whole = numbers.decimal(of);
    return form === "share"
      ? t("partOf", { part: numbers.decimal(value), whole })
      : t("ofWhole", { share: shareText(figure, numbers) ?? "—", whole });
  }
}

/** For a column's head. */
const MANY = 2;

const SORTS: Readonly<Record<"record" | "place" | "amount", Sort<FigureRow>>> = {
  record: byText(({ name }) => name),
  place: byText(({ place }) => place),
  amount: byNumber(({ amount }) => amount),
};

/** Rows drawn at once. */
const PAGE = 200;
