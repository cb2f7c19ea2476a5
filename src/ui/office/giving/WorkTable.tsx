import { useTranslation } from "react-i18next";
import { quantityWords, type Work } from "../../../domain/ward/works.ts";
import { formatDong } from "../../../domain/words/money.ts";
import { ScrollSideways } from "../../parts/ScrollSideways.tsx";
import { useMeasures } from "../../text/use-measures.ts";
import { byNumber, byText, type Sort } from "../tables/order-rows.ts";
import { SortHeading } from "../tables/SortHeading.tsx";
import { TableTools } from "../tables/TableTools.tsx";
import { useTable } from "../tables/use-table.ts";

/** Each work: what was collected and given, what was spent, and what is left of the cash. */
export function WorkTable({ works }: { readonly works: readonly Work[] }) {
  const { t } = useTranslation("giving");
  const numbers = useMeasures();
  const table = useTable(works, { sorts: SORTS, wordsOf: ({ name }) => name });
  if (works.length === 0) return null;
  return (
    <section className="office-card">
      <h2>{t("byWork")}</h2>
      <TableTools table={table} title={t("byWork")} />
      <ScrollSideways label={t("byWorkScroll")}>
        <table className="office-table giving-works">
          <thead>
            <tr>
              <SortHeading of={table} column="work">
                {t("work")}
              </SortHeading>
              {MONEY.map((column) => (
                <SortHeading key={column} of={table} column={column} isFigure isFalling>
                  {t(column)}
                </SortHeading>
              ))}
              <th scope="col">{t("inKind")}</th>
            </tr>
          </thead>
          <tbody>
            {table.shown.map((work) => (
              <tr key={work.name}>
                <th scope="row">{work.name}</th>
                {MONEY.map((column) => (
                  <td key={column} className="office-figure">
                    {hasMoney(work) ? formatDong(MONEY_OF[column](work), numbers) : "–"}
                  </td>
                ))}
                <td>
                  {work.kinds
                    .filter(({ kind }) => kind !== "cash")
                    .map((sum) => `${t(`kinds.${sum.kind}`)} ${quantityWords(sum, numbers)}`)
                    .join("; ") || "–"}
                  {work.worth > 0 && <span className="quiet"> · {formatDong(work.worth, numbers)}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollSideways>
      <p className="quiet">{t("publicNote")}</p>
    </section>
  );
}

const MONEY = ["cash", "spent", "rest"] as const;

const MONEY_OF: Readonly<Record<(typeof MONEY)[number], (work: Work) => number>> = {
  cash: ({ collected }) => collected,
  spent: ({ spent }) => spent,
  rest: ({ collected, spent }) => collected - spent,
};

const SORTS: Readonly<Record<"work" | (typeof MONEY)[number], Sort<Work>>> = {
  work: byText(({ name }) => name),
  cash: byMoney("cash"),
  spent: byMoney("spent"),
  rest: byMoney("rest"),
};

function byMoney(column: (typeof MONEY)[number]): Sort<Work> {
  return byNumber((work) => (hasMoney(work) ? MONEY_OF[column](work) : null));
}

/** A work without money has none to tell of. */
function hasMoney({ collected, spent }: Work): boolean {
  return collected + spent > 0;
}
