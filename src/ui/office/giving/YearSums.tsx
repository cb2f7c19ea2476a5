import { useTranslation } from "react-i18next";
import {
  quantityWords,
  cashOf,
  sumsOf,
  worthOf,
  type Expense,
  type Gift,
} from "../../../domain/ward/works.ts";
import { formatDong } from "../../../domain/words/money.ts";
import { useMeasures } from "../../text/use-measures.ts";

/** What was given and spent, added up by kind. */
export function YearSums({
  gifts,
  expenses,
}: {
  readonly gifts: readonly Gift[];
  readonly expenses: readonly Expense[];
}) {
  const { t } = useTranslation("giving");
  const numbers = useMeasures();
  const spent = expenses.reduce((all, { amount }) => all + amount, 0);
  if (gifts.length + expenses.length === 0) return <p className="quiet">{t("nothing")}</p>;
  return (
    <dl className="giving-sums">
      <div>
        <dt>{t("cash")}</dt>
        <dd>{formatDong(cashOf(gifts), numbers)}</dd>
      </div>
      <div>
        <dt>{t("spent")}</dt>
        <dd>{formatDong(spent, numbers)}</dd>
      </div>
      <div>
        <dt>{t("worth")}</dt>
        <dd>{formatDong(worthOf(gifts), numbers)}</dd>
      </div>
      {sumsOf(gifts)
        .filter(({ kind }) => kind !== "cash")
        .map((sum) => (
          <div key={`${sum.kind} ${sum.unit}`}>
            <dt>{t(`kinds.${sum.kind}`)}</dt>
            <dd>
              {quantityWords(sum, numbers)}
              {sum.worth > 0 && <span className="quiet"> · {formatDong(sum.worth, numbers)}</span>}
            </dd>
          </div>
        ))}
    </dl>
  );
}
