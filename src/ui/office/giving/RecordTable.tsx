import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isHouseholdId } from "../../../domain/ids.ts";
import { formatDong } from "../../../domain/money.ts";
import { formatDate } from "../../../domain/vietnamese-format.ts";
import { quantityWords, type Expense, type Gift } from "../../../domain/works.ts";
import type { HouseholdRow, WardView } from "../../../phone/phone.ts";
import { placeTitle } from "../../parts/area-names.ts";
import { Button } from "../../parts/Button.tsx";
import { householdName } from "../../parts/household-names.ts";
import { ScrollSideways } from "../../parts/ScrollSideways.tsx";
import { useNumbers } from "../../text/use-numbers.ts";

/** Every record, the latest first, to be corrected or taken back. Who gave is read here alone, never in public. */
export function RecordTable({ ward, rows, gifts, expenses, onCorrect, onRetract }: RecordTableProps) {
  const { t } = useTranslation("giving");
  const numbers = useNumbers();
  const { t: common } = useTranslation("common");
  const [shown, setShown] = useState(STEP);
  const all = [
    ...gifts.map((of): Line => ({ kind: "gift", of })),
    ...expenses.map((of): Line => ({ kind: "expense", of })),
  ].sort((a, b) => (a.of.on < b.of.on ? 1 : -1));
  if (all.length === 0) return null;
  return (
    <section className="office-card">
      <h2>{t("records")}</h2>
      <ScrollSideways label={t("recordsScroll")}>
        <table className="office-table giving-records">
          <thead>
            <tr>
              <th scope="col">{t("day")}</th>
              <th scope="col">{t("work")}</th>
              <th scope="col">{t("what")}</th>
              <th scope="col">{t("who")}</th>
              <th scope="col">{t("act")}</th>
            </tr>
          </thead>
          <tbody>
            {all.slice(0, shown).map((line) => (
              <tr key={line.of.jti}>
                <td>{formatDate(line.of.on)}</td>
                <th scope="row">
                  {line.of.work}
                  <p className="giving-small">{placeOf(line.of.place)}</p>
                </th>
                <td>{wordsOf(line)}</td>
                <td>{line.kind === "gift" ? (line.of.by ?? t("unnamed")) : "–"}</td>
                <td>
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
      {all.length > shown && (
        <Button look="quiet" onClick={() => setShown(shown + STEP)}>
          {t("more", { number: numbers.integer(all.length - shown) })}
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
