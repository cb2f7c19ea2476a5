import { ChevronDown, Printer } from "lucide-react";
import { Fragment, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AreaTotals, Totals } from "../../domain/totals.ts";
import { formatInteger, formatPercent } from "../../domain/vietnamese-format.ts";
import type { WardView } from "../../phone/phone.ts";
import { areaName } from "../parts/area-names.ts";
import { Button } from "../parts/Button.tsx";
import { ScrollSideways } from "../parts/ScrollSideways.tsx";
import { SearchField } from "../parts/SearchField.tsx";
import { Ring } from "./Ring.tsx";
import { arrangeAreas, signedShare, type Column, type Order } from "./totals-rows.ts";
import "./TotalsTable.css";

/** Of how many rows the first look is taken: as many as one sees at once. */
const PICTURED = 40;

/** Figures by khu phố and tổ; can be filtered, sorted by each column, and printed. */
export function TotalsTable({
  ward,
  areas,
  whole,
  total,
}: {
  readonly ward: WardView;
  readonly areas: readonly AreaTotals[];
  readonly whole: Totals;
  /** How the last line is called; the whole ward where it is not given. */
  readonly total?: string;
}) {
  const { t } = useTranslation("office");
  const [query, setQuery] = useState("");
  const [order, setOrder] = useState<Order>({ column: "area", descending: false });
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const shown = arrangeAreas(areas, { query, order, nameOf: (area) => areaName(ward, area) });

  function toggle(area: string) {
    const next = new Set(closed);
    if (!next.delete(area)) next.add(area);
    setClosed(next);
  }

  return (
    <section className="office-card">
      <h2>{t("table.title")}</h2>
      <div className="totals-tools office-noprint">
        <SearchField label={t("table.filter")} initial={query} onSearch={setQuery} />
        <Button icon={Printer} onClick={() => window.print()}>
          {t("table.print")}
        </Button>
      </div>
      <ScrollSideways label={t("table.scroll")}>
        <table className="office-table totals-table">
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <Heading key={column} column={column} order={order} onOrder={setOrder} />
              ))}
            </tr>
          </thead>
          <tbody data-first={PICTURED}>
            {shown.map(({ area, totals, parts }) => (
              <Fragment key={area}>
                <tr className="totals-area">
                  <th scope="row">
                    {parts.length > 0 ? (
                      <button
                        type="button"
                        className="totals-toggle"
                        aria-expanded={!closed.has(area)}
                        title={t("table.show", { area: areaName(ward, area) })}
                        onClick={() => toggle(area)}
                      >
                        <ChevronDown aria-hidden /> {areaName(ward, area)}
                      </button>
                    ) : (
                      areaName(ward, area)
                    )}
                  </th>
                  <Figures totals={totals} ring />
                </tr>
                {!closed.has(area) &&
                  parts.map((part) => (
                    <tr key={part.area}>
                      <th scope="row" className="totals-part">
                        {areaName(ward, part.area)}
                      </th>
                      <Figures totals={part.totals} />
                    </tr>
                  ))}
              </Fragment>
            ))}
          </tbody>
          {query === "" && (
            <tfoot>
              <tr className="totals-area">
                <th scope="row">{total ?? t("table.total")}</th>
                <Figures totals={whole} />
              </tr>
            </tfoot>
          )}
        </table>
      </ScrollSideways>
      {shown.length === 0 && <p role="status">{t("table.noneFound")}</p>}
      <p className="quiet">{t("table.note")}</p>
    </section>
  );
}

const FIGURES = [
  "households",
  "members",
  "delivered",
  "signed",
  "given",
  "again",
  "refused",
  "none",
] as const;
const COLUMNS: readonly Column[] = ["area", ...FIGURES.slice(0, 4), "signedShare", ...FIGURES.slice(4)];

function Heading({
  column,
  order,
  onOrder,
}: {
  readonly column: Column;
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
}) {
  const { t } = useTranslation("office");
  const mine = order.column === column;
  const sorted = mine ? (order.descending ? "descending" : "ascending") : "none";
  return (
    <th scope="col" aria-sort={sorted} className={column === "area" ? undefined : "office-figure"}>
      <button
        type="button"
        className="totals-sort"
        // Figures are asked for the largest first, places in their own order.
        onClick={() => onOrder({ column, descending: mine ? !order.descending : column !== "area" })}
      >
        {t(`table.${column}`)}
        <span aria-hidden>{mine ? (order.descending ? " ↓" : " ↑") : ""}</span>
      </button>
    </th>
  );
}

function Figures({ totals, ring }: { readonly totals: Totals; readonly ring?: boolean }) {
  const percent = formatPercent(totals.signed, totals.households);
  return COLUMNS.filter((column) => column !== "area").map((column) => (
    <td key={column} className="office-figure">
      {column !== "signedShare" && formatInteger(totals[column])}
      {column === "signedShare" && (
        <span className="totals-share">
          {ring && <Ring tone="signed" share={signedShare(totals)} />}
          {percent}
        </span>
      )}
    </td>
  ));
}
