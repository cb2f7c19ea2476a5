import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation, useSearch } from "wouter";
import { meetingsIn } from "../../../domain/meeting/meetings.ts";
import { readReportAddress, reportAddress } from "../../../domain/report/addresses.ts";
import { figureOf } from "../../../domain/report/report.ts";
import { ChoiceChip, Choices } from "../../parts/Chip.tsx";
import { useApartWords } from "../../parts/hooks/use-apart-words.ts";
import { useDraft } from "../../parts/hooks/use-draft.ts";
import { useLive } from "../../parts/hooks/use-live.ts";
import { report as words } from "../../text/vi/report.ts";
import { useOpinions } from "../opinions/use-opinions.ts";
import { StillLoading } from "../overview/StillLoading.tsx";
import type { SectionProps } from "../section-props.ts";
import { FigurePage } from "./FigurePage.tsx";
import { Preview } from "./Preview.tsx";
import { ReportFiles } from "./ReportFiles.tsx";
import { readReportDraft, reportDraftKey } from "./report-draft.ts";
import { useReport, type Known } from "./use-report.ts";
import "./Report.css";
import { periodWords } from "./period-words.ts";

/** `/phuong/bao-cao`: the summing-up of a year or a campaign, each figure with the way to its list. */
export function ReportPage({ ward }: Pick<SectionProps, "ward">) {
  useApartWords("report", words);
  const rows = useLive("round", ward.slug);
  const sending = useLive("sending", ward.slug);
  const observations = useLive("observations", ward.slug);
  const opinions = useOpinions(ward);
  const said = useLive("meetings", ward.slug);
  const meetings = useMemo(() => said && meetingsIn(said, ward.slug), [said, ward.slug]);
  if (!rows || !sending || !observations || !opinions || !meetings) return null;
  if (!sending.whole) return <StillLoading sending={sending} />;
  return <Shown known={{ ward, rows, observations, opinions, meetings }} />;
}

function Shown({ known }: { readonly known: Known }) {
  const { t } = useTranslation("report");
  const asked = readReportAddress(useSearch());
  const [, go] = useLocation();
  const { ward } = known;
  const shown = useReport(known, asked.period);
  const { report, periods } = shown;
  const figure = asked.key === "" ? undefined : figureOf(report, asked.key);
  const draft = useDraft(reportDraftKey(ward.slug, report.period.id), readReportDraft);
  if (asked.key !== "") return <FigurePage known={known} report={report} figure={figure} />;
  const others = periods.some(({ id }) => id === report.period.id) ? periods : [report.period, ...periods];
  return (
    <>
      <p className="report-intro office-noprint">{t("intro")}</p>
      <Choices label={t("period")}>
        {others.map((one) => (
          <ChoiceChip
            key={one.id}
            chosen={one.id === report.period.id}
            onChoose={() => go(reportAddress(one.id))}
          >
            {one.kind === "year" ? t("ofYear", { year: one.year }) : t("ofCampaign", { title: one.title })}
          </ChoiceChip>
        ))}
      </Choices>
      {report.isEmpty ? (
        <div className="office-card">
          <p>{t("empty", { period: periodWords(t, report.period) })}</p>
          <p className="quiet">
            {t("emptyHint")} <Link href="/phuong/chi-tieu">{t("toIndicators")}</Link> ·{" "}
            <Link href="/phuong/dong-gop">{t("toGiving")}</Link>
          </p>
        </div>
      ) : (
        draft && (
          <div className="office-columns">
            <div className="office-column">
              <Preview outline={shown.outline} draft={draft.value} onDraft={draft.keep} />
            </div>
            <div className="office-column">
              <ReportFiles ward={ward} shown={shown} draft={draft.value} />
            </div>
          </div>
        )
      )}
    </>
  );
}
