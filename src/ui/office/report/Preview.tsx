import { useTranslation } from "react-i18next";
import type { Cell, ReportTable } from "../../../domain/report/blocks.ts";
import { numbered, type Outline } from "../../../domain/report/outline.ts";
import { classNames } from "../../parts/class-names.ts";
import { ScrollSideways } from "../../parts/ScrollSideways.tsx";
import { Chart } from "./Chart.tsx";
import { PassageField } from "./PassageField.tsx";
import { Pieces } from "./Pieces.tsx";
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
            return <FigureTable key={`table-${block.id}`} table={block} />;
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

function FigureTable({ table: { title, head, rows, sums } }: { readonly table: ReportTable }) {
  const { t } = useTranslation("report");
  return (
    <ScrollSideways label={t("scroll", { title })}>
      <table className={classNames("office-table report-table", sums && "report-sums")}>
        <caption>{title}</caption>
        <thead>
          <tr>
            {head.map((one) => (
              <th key={one} scope="col">
                {one}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={textOf(name ?? "")}>
              <th scope="row">{textOf(name ?? "")}</th>
              {cells.map((cell, at) => (
                <td key={head[at + 1]} className="office-figure">
                  <Pieces pieces={[cell]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollSideways>
  );
}

function textOf(cell: Cell): string {
  return typeof cell === "string" ? cell : cell.text;
}
