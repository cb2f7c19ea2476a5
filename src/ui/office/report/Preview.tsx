import { useTranslation } from "react-i18next";
import { numbered, type Outline } from "../../../domain/report/outline.ts";
import { ScrollSideways } from "../../parts/ScrollSideways.tsx";
import { Chart } from "./Chart.tsx";
import { FigureTable } from "./FigureTable.tsx";
import { PassageField } from "./PassageField.tsx";
import type { ReportDraft } from "./report-draft.ts";

/** The report as it will stand on paper, in Vietnamese; each figure leads to its list. */
export function Preview({ outline, draft, onDraft }: PreviewProps) {
  const { t } = useTranslation("report");
  return (
    <article className="office-card report-sheet" lang="vi" aria-label={t("preview")}>
      <h2>
        {"BÁO CÁO"}
        <span>{outline.abstract}</span>
      </h2>
      {numbered(outline.blocks).map((block) => {
        switch (block.kind) {
          case "heading":
            return block.level === 1 ? (
              <h3 key={block.text}>{block.text}</h3>
            ) : (
              <h4 key={block.text}>{block.text}</h4>
            );
          case "passage":
            return (
              <PassageField key={`passage-${block.id}`} passage={block} draft={draft} onDraft={onDraft} />
            );
          case "table":
            return (
              <ScrollSideways key={`table-${block.id}`} label={t("scroll", { title: block.title })}>
                <FigureTable table={block} />
              </ScrollSideways>
            );
          case "chart":
            return <Chart key={`chart-${block.id}`} chart={block} />;
        }
      })}
    </article>
  );
}

interface PreviewProps {
  readonly outline: Outline;
  readonly draft: ReportDraft;
  readonly onDraft: (draft: ReportDraft) => void;
}
