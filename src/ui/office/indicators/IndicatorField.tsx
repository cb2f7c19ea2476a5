import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { WardView } from "../../../phone/api/phone.ts";

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
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t("indicator")}</label>
      <select id={id} value={indicator} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{t("choose")}</option>
        {Object.values(ward.indicators).map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </div>
  );
}
