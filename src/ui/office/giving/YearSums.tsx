import { useTranslation } from "react-i18next";
import { quantityWords, cashOf, sumsOf, worthOf, type Expense, type Gift } from "../../../domain/works.ts";
import { useNumbers } from "../../text/use-numbers.ts";

/** What was given and spent, added up by kind. */
export function YearSums({
  gifts,
  expenses,
}: {
  readonly gifts: readonly Gift[];
  readonly expenses: readonly Expense[];
}) {
  const { t } = useTranslation("giving");
  const numbers = useNumbers();
  const spent = expenses.reduce((all, { amount }) => all + amount, 0);
  if (gifts.length + expenses.length === 0) return <p className="quiet">{t("nothing")}</p>;
  return (
    <dl className="giving-sums">
      <div>
        <dt>{t("cash")}</dt>
        <dd>{numbers.dong(cashOf(gifts))}</dd>
      </div>
      <div>
        <dt>{t("spent")}</dt>
        <dd>{numbers.dong(spent)}</dd>
      </div>
      <div>
        <dt>{t("worth")}</dt>
        <dd>{numbers.dong(worthOf(gifts))}</dd>
      </div>
      {sumsOf(gifts)
        .filter(({ kind }) => kind !== "cash")
        .map((sum) => (
          <div key={`${sum.kind} ${sum.unit}`}>
            <dt>{t(`kinds.${sum.kind}`)}</dt>
            <dd>
              {quantityWords(sum, numbers)}
              {sum.worth > 0 && <span className="quiet"> · {numbers.dong(sum.worth)}</span>}
            </dd>
          </div>
        ))}
    </dl>
  );
}
