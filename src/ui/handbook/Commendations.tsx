import { useTranslation } from "react-i18next";
import type { ShownCommendation } from "../../domain/commendations.ts";
import { formatDate } from "../../domain/vietnamese-format.ts";
import type { HandbookView } from "../../phone/phone.ts";
import "./Works.css";

/** Groups that were praised, and households that agreed to be named, year by year. */
export function Commendations({ view }: { readonly view: HandbookView }) {
  const { t } = useTranslation("reader");
  const all = view.commendations ?? [];
  if (all.length === 0) return null;
  return (
    <section>
      <h2>{t("praise.title")}</h2>
      {all.some(({ area }) => area === null) && <p className="quiet">{t("praise.intro")}</p>}
      {yearsIn(all).map((year) => (
        <div key={year}>
          <h3>{t("praise.ofYear", { year })}</h3>
          <ul className="works">
            {all
              .filter(({ period }) => period === year)
              .map((one) => (
                <li key={one.jti}>
                  <p className="works-name">{one.name}</p>
                  {one.reason !== undefined && <p>{one.reason}</p>}
                  <p className="quiet">{wordsOf(one)}</p>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );

  function wordsOf({ level, decision, on }: ShownCommendation): string {
    const words = level === "phuong" || level === "khuPho" ? t(`praise.levels.${level}`) : level;
    const number =
      decision === undefined ? "" : t("praise.decision", { number: decision, date: formatDate(on) });
    return [words, number].filter(Boolean).join(" · ");
  }
}

function yearsIn(all: readonly ShownCommendation[]): string[] {
  return [...new Set(all.map(({ period }) => period))].sort().toReversed();
}
