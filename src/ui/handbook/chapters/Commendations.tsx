import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { isWithin } from "../../../domain/ids.ts";
import { shownCommendations, type ShownCommendation } from "../../../domain/ward/commendations.ts";
import { formatDate } from "../../../domain/words/vietnamese-format.ts";
import type { HandbookView } from "../../../phone/api/phone.ts";
import "./Works.css";

/** Groups that were praised, and households that agreed to be named, year by year. */
export function Commendations({ view }: { readonly view: HandbookView }) {
  const { t } = useTranslation("reader");
  const all = useMemo(() => shownIn(view), [view]);
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

/** Those of the area, each with a name. */
function shownIn({ ward, area, praise }: HandbookView): readonly ShownCommendation[] {
  if (!praise) return [];
  return shownCommendations(praise.records, ward.slug, area.code).map((one) => ({
    ...one,
    name: one.name ?? placeName(one.area ?? ward.slug),
  }));

  /** 'Tổ 7, Khu phố 2', or the ward's own name. */
  function placeName(code: string): string {
    const around = praise?.areas.filter((one) => isWithin(code, one.code)) ?? [];
    const names = around.toSorted((a, b) => b.code.length - a.code.length).map(({ name }) => name);
    return names.length > 0 ? names.join(", ") : ward.name;
  }
}

function yearsIn(all: readonly ShownCommendation[]): string[] {
  return [...new Set(all.map(({ period }) => period))].sort().toReversed();
}
