import { useTranslation } from "react-i18next";
import type { WardView } from "../../../phone/api/phone.ts";
import { SelectField } from "../../parts/SelectField.tsx";

/** Chooses one of the ward's indicators. */
export function IndicatorField({
  ward,
  indicator,
  onChoose,
}: {
  readonly ward: WardView;
  readonly indicator: string;
  readonly onChoose: (indicator: string) => void;
}) {
  const { t } = useTranslation("indicators");
  return (
    <SelectField label={t("indicator")} value={indicator} onChange={onChoose}>
      <option value="">{t("choose")}</option>
      {Object.values(ward.indicators).map((one) => (
        <option key={one.id} value={one.id}>
          {one.name}
        </option>
      ))}
    </SelectField>
  );
}
