import { useTranslation } from "react-i18next";
import type { WardView } from "../../../phone/api/phone.ts";
import { placeTitle } from "../../parts/words/area-names.ts";
import { useOpenAreas } from "../../parts/hooks/use-open-areas.ts";
import { STATUS_WORDS, type StatusWord } from "../../round/select-rows.ts";
import { SelectField } from "../../parts/SelectField.tsx";

/** Chooses a khu phố or tổ, and how households stand. */
export function TableFilters({ ward, area, state, setArea, setState }: TableFiltersProps) {
  const { t } = useTranslation("households");
  const { t: common } = useTranslation("common");
  const areas = useOpenAreas(ward);
  return (
    <>
      <SelectField label={t("place")} value={area} onChange={setArea}>
        <option value="">{t("wholeWard")}</option>
        {areas.map(({ code }) => (
          <option key={code} value={code}>
            {placeTitle(ward, code)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t("state")}
        value={state}
        onChange={(chosen) => setState(STATUS_WORDS.find((word) => word === chosen) ?? "")}
      >
        <option value="">{t("anyState")}</option>
        {STATUS_WORDS.map((word) => (
          <option key={word} value={word}>
            {common(`status.${word}`)}
          </option>
        ))}
      </SelectField>
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
