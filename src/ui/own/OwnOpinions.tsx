import { useTranslation } from "react-i18next";
import type { Household } from "../../domain/household-facts.ts";
import { formatDate } from "../../domain/words/vietnamese-format.ts";

/** The household's opinions, the last first, with what became of each. */
export function OwnOpinions({ household }: { readonly household: Household }) {
  const { t } = useTranslation("own");
  const opinions = household.opinions.toSorted((a, b) => b.at - a.at);
  return (
    <section>
      <h2>{t("opinions.title")}</h2>
      {opinions.length === 0 && <p className="quiet">{t("opinions.none")}</p>}
      <ul className="household-opinions">
        {opinions.map(({ jti, at, article, text, status, answer, forwarded }) => (
          <li key={jti} className="card">
            <p className="quiet">
              {[formatDate(at), article === undefined ? null : t("opinions.about", { article })]
                .filter(Boolean)
                .join(" · ")}
            </p>
            {text !== undefined && <blockquote>“{text}”</blockquote>}
            <p>
              <b>
                {status === "forwarded"
                  ? t("opinions.forwarded", { to: forwarded?.to ?? "" })
                  : t(`opinions.${status}`)}
              </b>
            </p>
            {answer !== undefined && <p>{t("opinions.answer", { answer })}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
