import { useTranslation } from "react-i18next";
import {
  daysOpen,
  isLate,
  stateOf,
  type OpinionCase,
  type OpinionState,
} from "../../../domain/opinion-cases.ts";
import { formatDate } from "../../../domain/vietnamese-format.ts";
import type { WardView } from "../../../phone/phone.ts";
import { placeTitle } from "../../parts/area-names.ts";
import { Chip, type Tone } from "../../parts/Chip.tsx";
import { ScrollSideways } from "../../parts/ScrollSideways.tsx";
import { saidWords } from "../../parts/when.ts";
import type { ArticleTitle } from "./use-opinions.ts";

/** A line for each opinion, with no name: who gave it stands where it is opened. */
export function OpinionTable({ ward, opinions, now, titleOf, onOpen }: OpinionTableProps) {
  const { t } = useTranslation("officeOpinions");
  const { t: common } = useTranslation("common");
  return (
    <ScrollSideways label={t("table.scroll")}>
      <table className="office-table opinions-table">
        <thead>
          <tr>
            <th scope="col">{t("table.opinion")}</th>
            <th scope="col">{t("table.from")}</th>
            <th scope="col">{t("table.days")}</th>
            <th scope="col">{t("table.state")}</th>
          </tr>
        </thead>
        <tbody>
          {opinions.map((one) => {
            const late = isLate(one, now, ward.opinionDays);
            const state = stateOf(one);
            return (
              <tr key={one.jti}>
                <th scope="row">
                  <button type="button" className="office-open opinions-open" onClick={() => onOpen(one.jti)}>
                    {one.text ?? t("erased")}
                  </button>
                  <p className="quiet">
                    {t(`kinds.${one.kind ?? "none"}`)} · {articleWords(one)}
                  </p>
                </th>
                <td>
                  {t(`sources.${one.source}`)}
                  <p className="quiet">{one.area === null ? t("wholeWard") : placeTitle(ward, one.area)}</p>
                </td>
                <td>
                  {t("days", { count: daysOpen(one, now) })}
                  <p className="quiet">{saidWords(common, one, formatDate(one.at))}</p>
                </td>
                <td>
                  <Chip tone={late ? "refused" : TONES[state]}>
                    {t(late ? "states.late" : `states.${state}`)}
                  </Chip>
                  {one.forwarded && state === "forwarded" && <p className="quiet">{one.forwarded.to}</p>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollSideways>
  );

  function articleWords({ area, article, amendment }: OpinionCase): string {
    if (amendment !== undefined) return t("onDraft");
    if (article === undefined) return t("noArticle");
    return t("article", { number: article, title: titleOf(area, article) ?? "" }).replace(/\.\s*$/, "");
  }
}

const TONES: Readonly<Record<OpinionState, Tone>> = {
  open: "again",
  forwarded: "given",
  answered: "signed",
  done: "plain",
  erased: "plain",
};

interface OpinionTableProps {
  readonly ward: WardView;
  readonly opinions: readonly OpinionCase[];
  /** Seconds. */
  readonly now: number;
  readonly titleOf: ArticleTitle;
  readonly onOpen: (jti: string) => void;
}
