import { useTranslation } from "react-i18next";
import {
  crossingIn,
  daysOpen,
  isLate,
  stateOf,
  type OpinionCase,
  type OpinionState,
} from "../../../domain/matters/opinion-cases.ts";
import { formatDate } from "../../../domain/words/vietnamese-format.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { placeTitle } from "../../parts/words/area-names.ts";
import { Chip, type Tone } from "../../parts/Chip.tsx";
import { ScrollSideways } from "../../parts/ScrollSideways.tsx";
import { saidWords } from "../../parts/words/when.ts";
import { byNumber, byText, type Sort } from "../tables/order-rows.ts";
import { SortHeading } from "../tables/SortHeading.tsx";
import { useTable } from "../tables/use-table.ts";
import type { ArticleTitle } from "./use-opinions.ts";

/** A line for each opinion, with no name: who gave it stands where it is opened. */
export function OpinionTable({ ward, opinions, now, titleOf, onOpen }: OpinionTableProps) {
  const { t } = useTranslation("officeOpinions");
  const { t: common } = useTranslation("common");
  const { t: office } = useTranslation("office");
  const table = useTable(opinions, { sorts: sortsOf(ward, now) });
  return (
    <ScrollSideways label={t("table.scroll")}>
      <table className="office-table opinions-table">
        <thead>
          <tr>
            <th scope="col">{t("table.opinion")}</th>
            <SortHeading of={table} column="from">
              {t("table.from")}
            </SortHeading>
            <SortHeading of={table} column="days" isFalling>
              {t("table.days")}
            </SortHeading>
            <SortHeading of={table} column="state">
              {t("table.state")}
            </SortHeading>
          </tr>
        </thead>
        <tbody>
          {table.shown.map((one) => {
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
                  {crossingIn(one).length > 0 && (
                    <p>
                      <Chip tone="refused">{office("crossing.chip")}</Chip>
                    </p>
                  )}
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

function sortsOf(
  ward: WardView,
  now: number,
): Readonly<Record<"from" | "days" | "state", Sort<OpinionCase>>> {
  return {
    // What the whole ward was told has no place of its own.
    from: byText(({ area }) => area),
    days: byNumber((one) => daysOpen(one, now)),
    // What waits too long first, then in the order of the way that each goes.
    state: byNumber((one) => (isLate(one, now, ward.opinionDays) ? -1 : STATES.indexOf(stateOf(one)))),
  };
}

const STATES: readonly OpinionState[] = ["open", "forwarded", "answered", "done", "erased"];

interface OpinionTableProps {
  readonly ward: WardView;
  readonly opinions: readonly OpinionCase[];
  /** Seconds. */
  readonly now: number;
  readonly titleOf: ArticleTitle;
  readonly onOpen: (jti: string) => void;
}
