import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isWithin } from "../../domain/ids.ts";
import type { WardView } from "../../phone/api/phone.ts";
import { useOpenAreas } from "../parts/hooks/use-open-areas.ts";
import { isChosen, toggleArea } from "./chosen-areas.ts";
import "./AreaBoxes.css";

/** Boxes for the khu phố and, within each, its tổ. */
export function AreaBoxes({
  ward,
  chosen,
  onChoose,
}: {
  readonly ward: WardView;
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}) {
  const { t } = useTranslation("office");
  // What is chosen from the start is seen.
  const [begun] = useState(chosen);
  const areas = useOpenAreas(ward);
  return (
    <fieldset className="area-boxes">
      <legend>{t("invite.areas")}</legend>
      <p className="field-hint">{t(areas.length > 0 ? "invite.areasHint" : "noAreas")}</p>
      {areas
        .filter(({ code }) => !code.includes("/"))
        .map(({ code, name }) => (
          <div key={code}>
            <Box
              name={name}
              checked={chosen.includes(code)}
              onChange={() => onChoose(toggleArea(chosen, code))}
            />
            {areas.some((one) => one.code !== code && isWithin(one.code, code)) && (
              <details open={begun.some((one) => one !== code && isWithin(one, code))}>
                <summary>{t("invite.groupsOf", { area: name })}</summary>
                <div className="area-boxes-groups">
                  {areas
                    .filter((one) => one.code !== code && isWithin(one.code, code))
                    .map((group) => (
                      <Box
                        key={group.code}
                        name={group.name}
                        checked={isChosen(chosen, group.code)}
                        disabled={chosen.includes(code)}
                        onChange={() => onChoose(toggleArea(chosen, group.code))}
                      />
                    ))}
                </div>
              </details>
            )}
          </div>
        ))}
    </fieldset>
  );
}

function Box({
  name,
  checked,
  disabled,
  onChange,
}: {
  readonly name: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: () => void;
}) {
  return (
    <label className="area-box">
      <input type="checkbox" checked={checked} disabled={disabled ?? false} onChange={onChange} /> {name}
    </label>
  );
}
