import { useTranslation } from "react-i18next";
import { quantityWords, type Work } from "../../../domain/ward/works.ts";
import { formatDong } from "../../../domain/words/money.ts";
import "./Works.css";
import { useMeasures } from "../../text/use-measures.ts";

/** What neighbours gave together, by work: what was collected, what was spent of it, what is left. Nobody is named. */
export function Works({ works }: { readonly works: readonly Work[] }) {
  const { t } = useTranslation("reader");
  const numbers = useMeasures();
  if (works.length === 0) return null;
  return (
    <section>
      <h2>{t("works.title")}</h2>
      <ul className="works">
        {works.map((work) => (
          <li key={work.name}>
            <p lang="vi" className="works-name">
              {work.name}
            </p>
            {(work.collected > 0 || work.spent > 0) && (
              <p>
                {t("works.money", {
                  collected: formatDong(work.collected, numbers),
                  spent: formatDong(work.spent, numbers),
                  rest: formatDong(work.collected - work.spent, numbers),
                })}
              </p>
            )}
            {inKind(work) !== "" && <p className="quiet">{inKind(work)}</p>}
          </li>
        ))}
      </ul>
    </section>
  );

  function inKind({ kinds }: Work): string {
    return kinds
      .filter(({ kind }) => kind !== "cash")
      .map((sum) => {
        const given = t(`works.kinds.${sum.kind}`, { quantity: quantityWords(sum, numbers) });
        return sum.worth > 0 ? t("works.worth", { given, worth: formatDong(sum.worth, numbers) }) : given;
      })
      .join("; ");
  }
}
