import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { WardView } from "../../../phone/api/phone.ts";
import { placeTitle } from "../../parts/words/area-names.ts";
import { useOpenAreas } from "../../parts/hooks/use-open-areas.ts";
import { STATUS_WORDS, type StatusWord } from "../../round/select-rows.ts";

/** Chooses a khu phố or tổ, and how households stand. */
export function TableFilters({ ward, area, state, setArea, setState }: TableFiltersProps) {
  const { t } = useTranslation("households");
  const { t: common } = useTranslation("common");
  const id = useId();
  const areas = useOpenAreas(ward);
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}-area`}>{t("place")}</label>
        <select id={`${id}-area`} value={area} onChange={({ target }) => setArea(target.value)}>
          <option value="">{t("wholeWard")}</option>
          {areas.map(({ code }) => (
            <option key={code} value={code}>
              {placeTitle(ward, code)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-state`}>{t("state")}</label>
        <select
          id={`${id}-state`}
          value={state}
          onChange={({ target }) => setState(STATUS_WORDS.find((word) => word === target.value) ?? "")}
        >
          <option value="">{t("anyState")}</option>
          {STATUS_WORDS.map((word) => (
            <option key={word} value={word}>
              {common(`status.${word}`)}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}

interface TableFiltersProps {
  readonly ward: WardView;
  readonly area: string;
  readonly state: StatusWord | "";
  readonly setArea: (area: string) => void;
  readonly setState: (state: StatusWord | "") => void;
}
