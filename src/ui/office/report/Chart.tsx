import type { ReportChart } from "../../../domain/report/blocks.ts";
import { chartSvg, CHART_SIZE } from "./chart-svg.ts";

/** A chart as the paper has it. */
export function Chart({ chart }: { readonly chart: ReportChart }) {
  const address = `data:image/svg+xml,${encodeURIComponent(chartSvg(chart))}`;
  return (
    <figure className="report-chart">
      <img src={address} alt={chart.alt} {...CHART_SIZE} />
      <figcaption>{chart.title}</figcaption>
    </figure>
  );
}
