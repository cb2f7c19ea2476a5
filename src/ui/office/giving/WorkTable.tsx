import { useTranslation } from "react-i18next";
import { formatDong } from "../../../domain/money.ts";
import { quantityWords, type Work } from "../../../domain/works.ts";
import { ScrollSideways } from "../../parts/ScrollSideways.tsx";
import { useNumbers } from "../../text/use-numbers.ts";

/** Each work: what was collected and given, what was spent, and what is left of the cash. */
export function WorkTable({ works }: { readonly works: readonly Work[] }) {
  const { t } = useTranslation("giving");
  const numbers = useNumbers();
  if (works.length === 0) return null;
  return (
    <section className="office-card">
      <h2>{t("byWork")}</h2>
      <ScrollSideways label={t("byWorkScroll")}>
        <table className="office-table giving-works">
          <thead>
            <tr>
              <th scope="col">{t("work")}</th>
              <th scope="col" className="office-figure">
                {t("cash")}
              </th>
              <th scope="col" className="office-figure">
                {t("spent")}
              </th>
              <th scope="col" className="office-figure">
                {t("rest")}
              </th>
              <th scope="col">{t("inKind")}</th>
            </tr>
          </thead>
          <tbody>
            {works.map(({ name, collected, spent, kinds, worth }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {[collected, spent, collected - spent].map((money, at) => (
                  // A work without money has none to tell of.
                  <td key={COLUMNS[at]} className="office-figure">
                    {collected + spent > 0 ? formatDong(money, numbers) : "–"}
                  </td>
                ))}
                <td>
                  {kinds
                    .filter(({ kind }) => kind !== "cash")
                    .map((sum) => `${t(`kinds.${sum.kind}`)} ${quantityWords(sum, numbers)}`)
                    .join("; ") || "–"}
                  {worth > 0 && <span className="quiet"> · {formatDong(worth, numbers)}</span>}
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

const COLUMNS = ["collected", "spent", "rest"] as const;
