import { useTranslation } from "react-i18next";
import type { HouseholdRow, WardView } from "../../phone/api/phone.ts";
import { areaName, placeTitle } from "../parts/words/area-names.ts";
import { ChoiceChip, Choices } from "../parts/Chip.tsx";
import { SelectField } from "../parts/SelectField.tsx";

/** Chips for the tổ, a box to choose from where there are more than fit; nothing where there is one. */
export function AreaChoice({ ward, groups, area, onChoose }: AreaChoiceProps) {
  const { t } = useTranslation("round");
  const codes = [...groups.keys()];
  if (codes.length < 2) return null;
  if (codes.length > MOST_CHIPS) {
    return (
      <SelectField label={t("areas")} value={area} onChange={onChoose}>
        <option value="">{t("allAreas")}</option>
        {codes.map((code) => (
          <option key={code} value={code}>
            {placeTitle(ward, code)}
          </option>
        ))}
      </SelectField>
    );
  }
  return (
    <Choices label={t("areas")}>
      {["", ...codes].map((code) => (
        <ChoiceChip key={code} chosen={area === code} onChoose={() => onChoose(code)}>
          {code === "" ? t("allAreas") : areaName(ward, code)}
        </ChoiceChip>
      ))}
    </Choices>
  );
}

interface AreaChoiceProps {
  readonly ward: WardView;
  readonly groups: ReadonlyMap<string, readonly HouseholdRow[]>;
  readonly area: string;
  readonly onChoose: (area: string) => void;
}

const MOST_CHIPS = 8;
