import { useTranslation } from "react-i18next";
import type { Halt } from "../../domain/covenant-standing.ts";
import { formatDate } from "../../domain/vietnamese-format.ts";
import { Card } from "../parts/Card.tsx";

/** By which decision, and since when, a covenant or some articles do not hold; at an article what concerns that one. */
export function Halts({ halts, article }: { readonly halts: readonly Halt[]; readonly article?: string }) {
  const { t } = useTranslation("handbook");
  const meant = halts.filter(
    ({ articles }) => article === undefined || articles.length === 0 || articles.includes(article),
  );
  if (meant.length === 0) return null;
  return (
    <Card tone="refused">
      {meant.map(({ by, articles }) => (
        <div key={`${by.jti} ${articles.join(" ")}`}>
          <p>
            <strong>
              {t(`halted.${by.outcome === "abolished" ? "abolished" : "suspended"}`, {
                what: what(articles),
                from: formatDate(by.from),
                number: by.number,
                date: formatDate(by.date),
                authority: by.authority,
              })}
            </strong>
          </p>
          {by.grounds !== "" && <p>{t("halted.grounds", { grounds: by.grounds })}</p>}
        </div>
      ))}
    </Card>
  );

  function what(articles: readonly string[]): string {
    if (articles.length === 0) return t("halted.whole");
    if (article !== undefined) return t("halted.article");
    const list = articles.map((number) => t("article", { number })).join(", ");
    return t("halted.articles", { list });
  }
}
