import { useId } from "react";
import type { WardView } from "../../phone/phone.ts";
import { useTranslation } from "react-i18next";

/** Chooses the whole ward, a khu phố or a tổ; "" stands for the ward. Areas that ended are left out. */
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
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={area} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{t("table.total")}</option>
        {inOrder(ward).map(({ code, name }) => (
          <option key={code} value={code}>
            {code.includes("/") ? `  · ${name}` : name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Each khu phố with its tổ behind it. */
function inOrder({ areas }: WardView) {
  const open = areas.filter(({ to }) => to === undefined);
  return open
    .filter(({ code }) => !code.includes("/"))
    .flatMap((area) => [area, ...open.filter(({ code }) => code.startsWith(`${area.code}/`))]);
}
