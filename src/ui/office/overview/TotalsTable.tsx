import { ChevronDown, Printer } from "lucide-react";
import { memo, useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AreaTotals, Totals } from "../../../domain/ward/totals.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { areaName } from "../../parts/words/area-names.ts";
import { Button } from "../../parts/Button.tsx";
import { ScrollSideways } from "../../parts/ScrollSideways.tsx";
import { SearchField } from "../../parts/SearchField.tsx";
import { useGrowing } from "../../parts/hooks/use-growing.ts";
import { useNumbers } from "../../text/use-numbers.ts";
import { Ring } from "./Ring.tsx";
import type { Order } from "../tables/order-rows.ts";
import { SortHeading } from "../tables/SortHeading.tsx";
import { arrangeAreas, signedShare, type Column } from "./totals-rows.ts";
import "./TotalsTable.css";

/** Of how many rows the first look is taken: it stands below what is seen first. */
const PICTURED = 12;
/** Lines that are drawn in one frame. */
const AT_ONCE = 50;

/** Figures by khu phố and tổ; can be filtered, sorted by each column, and printed. */
export const TotalsTable = memo(function TotalsTable({
  ward,
  areas,
  whole,
  erased = 0,
  total,
}: {
  readonly ward: WardView;
  readonly areas: readonly AreaTotals[];
  readonly whole: Totals;
  /** Households among those not met whose data were erased: nobody is to meet them. */
  readonly erased?: number;
  /** How the last line is called; the whole ward where it is not given. */
  readonly total?: string;
}) {
  const { t } = useTranslation("office");
  const numbers = useNumbers();
  const [query, setQuery] = useState("");
  const [order, setOrder] = useState<Order<Column>>({ column: "area", descending: false });
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const shown = useMemo(
    () => arrangeAreas(areas, { query, order, nameOf: (area) => areaName(ward, area) }),
    [areas, query, order, ward],
  );
  const lines = useMemo(
    () => shown.flatMap((one) => [one, ...(closed.has(one.area) ? [] : one.parts.map(partOf))]),
    [shown, closed],
  );
  const drawn = useGrowing(lines.length, AT_ONCE);

  const toggle = useCallback((area: string) => {
    setClosed((before) => {
      const next = new Set(before);
      if (!next.delete(area)) next.add(area);
      return next;
    });
  }, []);

  return (
    <section className="office-card office-below">
      <h2>{t("table.title")}</h2>
      <div className="table-tools office-noprint">
        <SearchField label={t("table.filter")} initial={query} onSearch={setQuery} />
        <Button icon={Printer} onClick={() => window.print()}>
          {t("table.print")}
        </Button>
      </div>
      <div className="office-below">
        <ScrollSideways label={t("table.scroll")}>
          <table className="office-table totals-table">
            <thead>
              <tr>
                {COLUMNS.map((column) => (
                  <SortHeading
                    key={column}
                    of={{ order, setOrder }}
                    column={column}
                    isFigure={column !== "area"}
                    // Figures are asked for the largest first, places in their own order.
                    isFalling={column !== "area"}
                  >
                    {t(`table.${column}`)}
                  </SortHeading>
                ))}
              </tr>
            </thead>
            <tbody data-first={PICTURED}>
              {lines.slice(0, drawn).map((one) => (
                <Line
                  key={one.area}
                  name={areaName(ward, one.area)}
                  line={one}
                  open={!closed.has(one.area)}
                  onToggle={toggle}
                />
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
      </div>
      {shown.length === 0 && <p role="status">{t("table.noneFound")}</p>}
      <p className="quiet">{t("table.note")}</p>
      {erased > 0 && (
        <p className="quiet">{t("table.erased", { count: erased, number: numbers.integer(erased) })}</p>
      )}
    </section>
  );
});

/** A khu phố, or a tổ of it. */
type LineFacts = Pick<AreaTotals, "area" | "totals"> & { readonly parts: AreaTotals["parts"] | null };

function partOf({ area, totals }: AreaTotals): LineFacts {
  return { area, totals, parts: null };
}

interface LineProps {
  readonly name: string;
  readonly line: LineFacts;
  readonly open: boolean;
  readonly onToggle: (area: string) => void;
}

/** Drawn anew only where its figures have changed: of hundreds of tổ one pledge moves two lines. */
const Line = memo(
  function Line({ name, line: { area, totals, parts }, open, onToggle }: LineProps) {
    const { t } = useTranslation("office");
    if (parts === null) {
      return (
        <tr>
          <th scope="row" className="totals-part">
            {name}
          </th>
          <Figures totals={totals} />
        </tr>
      );
    }
    return (
      <tr className="totals-area">
        <th scope="row">
          {parts.length > 0 ? (
            <button
              type="button"
              className="totals-toggle"
              aria-expanded={open}
              title={t("table.show", { area: name })}
              onClick={() => onToggle(area)}
            >
              <ChevronDown aria-hidden /> {name}
            </button>
          ) : (
            name
          )}
        </th>
        <Figures totals={totals} ring />
      </tr>
    );
  },
  (one, other) =>
    one.name === other.name &&
    one.open === other.open &&
    one.onToggle === other.onToggle &&
    isSameLine(one.line, other.line),
);

function isSameLine(one: LineFacts, other: LineFacts): boolean {
  const kindOf = ({ parts }: LineFacts) => (parts === null ? -1 : Math.sign(parts.length));
  return (
    one.area === other.area &&
    kindOf(one) === kindOf(other) &&
    FIGURES.every((figure) => one.totals[figure] === other.totals[figure])
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

function Figures({ totals, ring }: { readonly totals: Totals; readonly ring?: boolean }) {
  const numbers = useNumbers();
  const percent = numbers.percent(totals.signed, totals.households);
  return COLUMNS.filter((column) => column !== "area").map((column) => (
    <td key={column} className="office-figure">
      {column !== "signedShare" && numbers.integer(totals[column])}
      {column === "signedShare" && (
        <span className="totals-share">
          {ring && <Ring tone="signed" share={signedShare(totals)} />}
          {percent}
        </span>
      )}
    </td>
  ));
}
