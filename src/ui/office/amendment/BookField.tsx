import { useTranslation } from "react-i18next";
import type { WardView } from "../../../phone/api/phone.ts";
import { Field } from "../../parts/Field.tsx";
import { areaName } from "../../parts/words/area-names.ts";

/** Chooses whose covenant is meant, among some areas. */
export function BookField({ ward, areas, label, area, onChoose }: BookFieldProps) {
  const { t } = useTranslation("office");
  return (
    <Field label={label}>
      {(tied) => (
        <>
          <select {...tied} value={area} onChange={({ target }) => onChoose(target.value)}>
            {areas.map((code) => (
              <option key={code} value={code}>
                {areaName(ward, code)}
              </option>
            ))}
          </select>
          {areas.length === 0 && <p className="field-hint">{t("noAreas")}</p>}
        </>
      )}
    </Field>
  );
}

interface BookFieldProps {
  readonly ward: WardView;
  readonly areas: readonly string[];
  readonly label: string;
  readonly area: string;
  readonly onChoose: (area: string) => void;
}
