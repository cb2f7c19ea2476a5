import { ArrowLeft } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { reportAddress } from "../../../domain/report/addresses.ts";
import {
  amountText,
  decimal,
  partsText,
  shareText,
  type ReportFigure,
} from "../../../domain/report/figure.ts";
import type { Report } from "../../../domain/report/report.ts";
import { placeTitle } from "../../parts/area-names.ts";
import { Button, ButtonLink } from "../../parts/Button.tsx";
import { ScrollSideways } from "../../parts/ScrollSideways.tsx";
import { figureRows } from "./figure-rows.ts";
import type { Known } from "./use-report.ts";

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
  const [most, setMost] = useState(PAGE);
  const rows = useMemo(() => figureRows({ t, common }, known, figure.lines), [t, common, known, figure]);
  const { ward } = known;
  const where = figure.place === ward.slug ? ward.name : placeTitle(ward, figure.place);
  const parts =
    partsText(figure) ??
    (figure.of === undefined || figure.value === null
      ? null
      : t("ofWhole", { share: shareText(figure) ?? "—", whole: decimal(figure.of) }));
  return (
    <section className="office-card">
      <h2>
        {figure.name}: {amountText(figure)}
      </h2>
      <p className="quiet">{[where, report.period.title, parts].filter(Boolean).join(" · ")}</p>
      {figure.before && (
        <p className="quiet">
          {t("before", {
            period: report.before?.title ?? "",
            amount: amountText({ ...figure, ...figure.before }),
          })}
        </p>
      )}
      <p role="status">{t("count", { count: rows.length, number: decimal(rows.length) })}</p>
      {rows.length > 0 && (
        <ScrollSideways label={t("listScroll", { name: figure.name })}>
          <table className="office-table report-list">
            <thead>
              <tr>
                <th scope="col">{t("columns.record")}</th>
                <th scope="col">{t("columns.place")}</th>
                <th scope="col" className="office-figure">
                  {t("columns.amount", { unit: figure.form === "share" ? "" : figure.unit }).trim()}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, most).map(({ id, name, place, href, amount }) => (
                <tr key={id}>
                  <th scope="row">
                    <Link href={href}>{name}</Link>
                  </th>
                  <td>{place}</td>
                  <td className="office-figure">{decimal(amount)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollSideways>
      )}
      {rows.length > most && (
        <Button onClick={() => setMost(most + PAGE)}>
          {t("more", { number: decimal(Math.min(PAGE, rows.length - most)) })}
        </Button>
      )}
    </section>
  );
}

/** Rows drawn at once. */
const PAGE = 200;
