import { useId, useMemo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isWithin } from "../../../domain/ids.ts";
import { OPINION_KINDS } from "../../../domain/kinds/opinion-given.ts";
import type { OpinionCase, OpinionFilter } from "../../../domain/matters/opinion-cases.ts";
import { compareNumbers } from "../../../domain/vietnamese.ts";
import { hasEnded } from "../../../domain/ward/open-areas.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { placeTitle } from "../../parts/words/area-names.ts";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { useOpenAreas } from "../../parts/hooks/use-open-areas.ts";
import { isoDate } from "../../parts/words/when.ts";
import type { ArticleTitle } from "./use-opinions.ts";

/** How they stand, where they were given, what they are, and about which article. */
export function OpinionFilters({ ward, all, titleOf, filter, onFilter }: OpinionFiltersProps) {
  const { t } = useTranslation("officeOpinions");
  const articles = useMemo(
    () => [...new Set(all.map(({ article }) => String(article ?? "")))].sort(compareNumbers),
    [all],
  );
  const { now } = usePhone();
  const today = isoDate(now(ward.slug));
  const open = useOpenAreas(ward);
  // One that has ended is looked for only where something was said in it.
  const places = ward.areas.filter(
    (one) => open.includes(one) || all.some(({ area }) => area !== null && isWithin(area, one.code)),
  );
  return (
    <div className="opinions-filters office-noprint">
      <Filter
        label={t("filter.state")}
        value={filter.state ?? ANY}
        onChoose={(state) => onFilter({ ...filter, state: STATES.find((one) => one === state) ?? null })}
      >
        {STATES.map((one) => (
          <option key={one} value={one}>
            {t(`states.${one}`)}
          </option>
        ))}
      </Filter>
      <Filter
        label={t("filter.area")}
        value={filter.area ?? ANY}
        onChoose={(area) => onFilter({ ...filter, area: area === ANY ? null : area })}
      >
        {places.map(({ code }) => (
          <option key={code} value={code}>
            {hasEnded(ward.areas, code, today)
              ? t("filter.ended", { area: placeTitle(ward, code) })
              : placeTitle(ward, code)}
          </option>
        ))}
      </Filter>
      <Filter
        label={t("filter.kind")}
        value={filter.kind ?? ANY}
        onChoose={(kind) => onFilter({ ...filter, kind: KINDS.find((one) => one === kind) ?? null })}
      >
        {KINDS.map((one) => (
          <option key={one} value={one}>
            {t(`kinds.${one}`)}
          </option>
        ))}
      </Filter>
      <Filter
        label={t("filter.article")}
        value={filter.article ?? ANY}
        onChoose={(article) => onFilter({ ...filter, article: article === ANY ? null : article })}
      >
        {articles.map((one) => (
          <option key={one} value={one}>
            {one === ""
              ? t("noArticle")
              : t("article", { number: one, title: titleOf(filter.area, one) ?? titleOf(null, one) ?? "" })}
          </option>
        ))}
      </Filter>
    </div>
  );
}

const STATES = ["late", "open", "forwarded", "answered", "done", "erased", "crossing"] as const;
const KINDS = [...OPINION_KINDS, "none"] as const;
/** No value of any filter: "" stands for an opinion about no article. */
const ANY = "*";

function Filter({ label, value, onChoose, children }: FilterProps) {
  const { t } = useTranslation("officeOpinions");
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChoose(target.value)}>
        <option value={ANY}>{t("filter.any")}</option>
        {children}
      </select>
    </div>
  );
}

interface FilterProps {
  readonly label: string;
  readonly value: string;
  readonly onChoose: (value: string) => void;
  readonly children: ReactNode;
}

interface OpinionFiltersProps {
  readonly ward: WardView;
  readonly all: readonly OpinionCase[];
  readonly titleOf: ArticleTitle;
  readonly filter: OpinionFilter;
  readonly onFilter: (filter: OpinionFilter) => void;
}
