import { useTranslation } from "react-i18next";
import { daysOpen, isLate, stateOf, type OpinionCase } from "../../domain/matters/opinion-cases.ts";
import { formatDate } from "../../domain/words/vietnamese-format.ts";
import type { WardView } from "../../phone/api/phone.ts";
import { useArticleTitles, useOpinions } from "../office/opinions/use-opinions.ts";
import { placeTitle } from "../parts/words/area-names.ts";
import { Chip, type Tone } from "../parts/Chip.tsx";
import { ScrollSideways } from "../parts/ScrollSideways.tsx";
import { saidWords } from "../parts/words/when.ts";
import { useNumbers } from "../text/use-numbers.ts";

/** The opinions of the viewer's areas and what became of each: no words but those that are printed with the answer. */
export function ViewerOpinions({ ward, now }: { readonly ward: WardView; readonly now: number }) {
  const { t } = useTranslation("viewer");
  const numbers = useNumbers();
  const { t: opinions } = useTranslation("officeOpinions");
  const { t: common } = useTranslation("common");
  const all = useOpinions(ward);
  const titleOf = useArticleTitles(ward);
  if (!all) return null;
  const late = all.filter((one) => isLate(one, now, ward.opinionDays)).length;
  const count = (state: ReturnType<typeof stateOf>) => all.filter((one) => stateOf(one) === state).length;
  return (
    <section className="office-card">
      <h2>{t("opinions")}</h2>
      {all.length === 0 ? (
        <p className="quiet">{t("noOpinions")}</p>
      ) : (
        <>
          <p>
            {t("counts", {
              all: numbers.integer(all.length),
              open: numbers.integer(count("open")),
              late: numbers.integer(late),
              forwarded: numbers.integer(count("forwarded")),
              settled: numbers.integer(count("answered") + count("done")),
              days: ward.opinionDays,
            })}
            {count("erased") > 0 && ` ${opinions("erasedCount", { count: count("erased") })}`}
          </p>
          <ScrollSideways label={t("opinionsScroll")}>
            <table className="office-table">
              <thead>
                <tr>
                  <th scope="col">{t("about")}</th>
                  <th scope="col">{t("from")}</th>
                  <th scope="col">{t("since")}</th>
                  <th scope="col">{t("state")}</th>
                </tr>
              </thead>
              <tbody>
                {all.map((one) => (
                  <tr key={one.jti}>
                    <th scope="row">
                      {opinions(`kinds.${one.kind ?? "none"}`)} · {articleOf(one)}
                      {one.published && (
                        <p className="quiet">
                          “{one.published.question}” – {one.published.answer}
                        </p>
                      )}
                    </th>
                    <td>
                      {opinions(`sources.${one.source}`)}
                      <p className="quiet">{placeOf(one)}</p>
                    </td>
                    <td>
                      {saidWords(common, one, formatDate(one.at))}
                      <p className="quiet">{opinions("days", { count: daysOpen(one, now) })}</p>
                    </td>
                    <td>{chipOf(one)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollSideways>
          <p className="quiet">{t("opinionsNote")}</p>
        </>
      )}
    </section>
  );

  function articleOf({ area, article }: OpinionCase): string {
    if (article === undefined) return opinions("noArticle");
    return opinions("article", { number: article, title: titleOf(area, article) ?? "" }).replace(
      /\.\s*$/,
      "",
    );
  }

  function placeOf({ household, area }: OpinionCase): string {
    if (household !== null) return t("aHousehold");
    return area === null ? opinions("wholeWard") : placeTitle(ward, area);
  }

  function chipOf(one: OpinionCase) {
    const isOverdue = isLate(one, now, ward.opinionDays);
    const state = stateOf(one);
    return (
      <>
        <Chip tone={isOverdue ? "refused" : TONES[state]}>
          {opinions(isOverdue ? "states.late" : `states.${state}`)}
        </Chip>
        {one.forwarded && state === "forwarded" && <p className="quiet">{one.forwarded.to}</p>}
      </>
    );
  }
}

const TONES: Readonly<Record<ReturnType<typeof stateOf>, Tone>> = {
  open: "again",
  forwarded: "given",
  answered: "signed",
  done: "plain",
  erased: "plain",
};
