import type { Area } from "../../domain/ward-facts.ts";
import type { WardView } from "../../phone/api/phone.ts";
import { useTranslation } from "react-i18next";
import { useOpenAreas } from "../parts/hooks/use-open-areas.ts";
import { SelectField } from "../parts/SelectField.tsx";

/** Chooses the whole ward, a khu phố or a tổ; "" stands for the ward. Areas that ended are left out once nobody stands in them. */
export function AreaSelect({
  ward,
  label,
  area,
  onChoose,
}: {
  readonly ward: WardView;
  readonly label: string;
  readonly area: string;
  readonly onChoose: (area: string) => void;
}) {
  const { t } = useTranslation("office");
  const open = useOpenAreas(ward);
  return (
    <SelectField label={label} value={area} onChange={onChoose}>
      <option value="">{t("table.total")}</option>
      {inOrder(open).map(({ code, name }) => (
        <option key={code} value={code}>
          {code.includes("/") ? `  · ${name}` : name}
        </option>
      ))}
    </SelectField>
  );
}

/** Each khu phố with its tổ behind it. */
function inOrder(open: readonly Area[]) {
  return open
    .filter(({ code }) => !code.includes("/"))
    .flatMap((area) => [area, ...open.filter(({ code }) => code.startsWith(`${area.code}/`))]);
}
