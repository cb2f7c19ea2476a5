import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isHouseholdId } from "../../../domain/ids.ts";
import { quantityWords, type Expense, type Gift } from "../../../domain/ward/works.ts";
import { formatDong } from "../../../domain/words/money.ts";
import { formatDate } from "../../../domain/words/vietnamese-format.ts";
import type { HouseholdRow, WardView } from "../../../phone/api/phone.ts";
import { placeTitle } from "../../parts/words/area-names.ts";
import { Button } from "../../parts/Button.tsx";
import { householdName } from "../../parts/words/household-names.ts";
import { ScrollSideways } from "../../parts/ScrollSideways.tsx";
import { useMeasures } from "../../text/use-measures.ts";
import { byName, byText, type Sort } from "../tables/order-rows.ts";
import { SortHeading } from "../tables/SortHeading.tsx";
import { TableTools } from "../tables/TableTools.tsx";
import { useTable } from "../tables/use-table.ts";
import { useWholeOnPaper } from "../tables/use-whole-on-paper.ts";

/** Every record, the latest first, to be corrected or taken back. Who gave is read here alone, never in public. */
export function RecordTable({ ward, rows, gifts, expenses, onCorrect, onRetract }: RecordTableProps) {
  const { t } = useTranslation("giving");
  const numbers = useMeasures();
  const { t: common } = useTranslation("common");
  const [most, setMost] = useState(STEP);
  const [isWhole, print] = useWholeOnPaper();
  const all = [
    ...gifts.map((of): Line => ({ kind: "gift", of })),
    ...expenses.map((of): Line => ({ kind: "expense", of })),
  ].sort((a, b) => (a.of.on < b.of.on ? 1 : -1));
  const table = useTable(all, {
    sorts: SORTS,
    first: { column: "day", descending: true },
    wordsOf: (line) => [line.of.work, placeOf(line.of.place), wordsOf(line), giverOf(line)].join(" "),
  });
  const lines = isWhole ? table.shown : table.shown.slice(0, most);
  const left = table.shown.length - lines.length;
  if (all.length === 0) return null;
  return (
    <section className="office-card">
      <h2>{t("records")}</h2>
      <TableTools table={table} title={t("records")} onPrint={print} />
      <ScrollSideways label={t("recordsScroll")}>
        <table className="office-table giving-records">
          <thead>
            <tr>
              <SortHeading of={table} column="day" isFalling>
                {t("day")}
              </SortHeading>
              <SortHeading of={table} column="work">
                {t("work")}
              </SortHeading>
              <th scope="col">{t("what")}</th>
              <SortHeading of={table} column="who">
                {t("who")}
              </SortHeading>
              <th scope="col" className="office-noprint">
                {t("act")}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.of.jti}>
                <td>{formatDate(line.of.on)}</td>
                <th scope="row">
                  {line.of.work}
                  <p className="giving-small">{placeOf(line.of.place)}</p>
                </th>
                <td>{wordsOf(line)}</td>
                <td>{line.kind === "gift" ? (giverOf(line) ?? t("unnamed")) : "–"}</td>
                <td className="office-noprint">
                  <span className="giving-acts">
                    <Button
                      look="quiet"
                      aria-label={t("correctOf", { what: wordsOf(line), work: line.of.work })}
                      onClick={() => onCorrect(line)}
                    >
                      {t("correct")}
                    </Button>
                    <Button
                      look="quiet"
                      aria-label={t("dropOf", { what: wordsOf(line), work: line.of.work })}
                      onClick={() => onRetract(line)}
                    >
                      {t("drop")}
                    </Button>
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollSideways>
      {left > 0 && (
        <Button look="quiet" onClick={() => setMost(most + STEP)}>
          {t("more", { number: numbers.integer(left) })}
        </Button>
      )}
    </section>
  );

  function wordsOf(line: Line): string {
    if (line.kind === "expense") return t("spentWords", { amount: formatDong(line.of.amount, numbers) });
    const { kind, worth } = line.of;
    const quantity = `${t(`kinds.${kind}`)} ${quantityWords(line.of, numbers)}`;
    return worth === undefined || line.of.unit === "đồng"
      ? quantity
      : `${quantity} · ${formatDong(worth, numbers)}`;
  }

  function placeOf(place: string): string {
    if (place === ward.slug) return ward.name;
    if (!isHouseholdId(place)) return placeTitle(ward, place);
    const row = rows.find(({ id }) => id === place);
    return row ? householdName(common, row) : t("household");
  }
}

/** A gift or an expense. */
export type Line =
  | { readonly kind: "gift"; readonly of: Gift }
  | { readonly kind: "expense"; readonly of: Expense };

interface RecordTableProps {
  readonly ward: WardView;
  readonly rows: readonly HouseholdRow[];
  readonly gifts: readonly Gift[];
  readonly expenses: readonly Expense[];
  readonly onCorrect: (line: Line) => void;
  readonly onRetract: (line: Line) => void;
}

const STEP = 20;

const SORTS: Readonly<Record<"day" | "work" | "who", Sort<Line>>> = {
  day: byText(({ of }) => of.on),
  work: byText(({ of }) => of.work),
  who: byName(giverOf),
};

function giverOf(line: Line): string | undefined {
  return line.kind === "gift" ? line.of.by : undefined;
}
