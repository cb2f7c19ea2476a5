import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { CovenantBody, HandbookBody } from "../../../domain/covenant/covenant-draft.ts";
import { alsoChanged } from "../../../domain/covenant/covenant-edition.ts";
import type { Covenant, Handbook } from "../../../domain/ward-facts.ts";
import { Changes } from "../../handbook/Changes.tsx";
import "../../handbook/Editions.css";

/** What the new edition changes of the one that stands, article by article, and what else. */
export const Compared = memo(function Compared({
  papers,
  standing,
  handbook,
}: {
  readonly papers: { readonly covenant: CovenantBody; readonly handbook: HandbookBody };
  readonly standing: Covenant | null;
  readonly handbook: Handbook | null;
}) {
  const { t } = useTranslation("covenant");
  if (!standing) return <p className="quiet">{t("compare.first")}</p>;
  const also = alsoChanged(papers, { covenant: standing, handbook });
  const { translations } = "translations" in papers.handbook ? papers.handbook : { translations: [] };
  const translated = (translations[0]?.chapters ?? []).reduce(
    (sum, { articles }) => sum + articles.length,
    0,
  );
  return (
    <section className="office-card editions">
      <h2>{t("compare.title", { edition: standing.edition })}</h2>
      <Changes older={standing} newer={papers.covenant} plain />
      {also.length > 0 && (
        <>
          <p>{t("compare.also")}</p>
          <ul>
            {also.map((name) => (
              <li key={name}>{t(`compare.alsoNames.${name}`)}</li>
            ))}
          </ul>
        </>
      )}
      {(handbook?.translations ?? []).length > 0 && <p>{t("compare.translations", { count: translated })}</p>}
    </section>
  );
});
