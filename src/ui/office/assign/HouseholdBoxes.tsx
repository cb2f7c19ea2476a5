import { useTranslation } from "react-i18next";
import { isLeft } from "../../../domain/round/assignments.ts";
import type { HouseholdRow } from "../../../phone/api/phone.ts";
import { CheckBox } from "../../parts/CheckBox.tsx";
import { householdName } from "../../parts/words/household-names.ts";

/** Boxes for the households of a tổ that somebody still has to go to; none ticked means all of the tổ. */
export function HouseholdBoxes({
  rows,
  chosen,
  onChoose,
}: {
  readonly rows: readonly HouseholdRow[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}) {
  const { t } = useTranslation("assign");
  const { t: common } = useTranslation("common");
  return (
    <details className="assign-households">
      <summary>{t("onlySome", { count: chosen.length })}</summary>
      <div className="assign-household-list">
        {rows.filter(isLeft).map((row) => (
          <CheckBox
            key={row.id}
            checked={chosen.includes(row.id)}
            onChange={(checked) =>
              onChoose(checked ? [...chosen, row.id] : chosen.filter((one) => one !== row.id))
            }
          >
            {householdName(common, row)}
          </CheckBox>
        ))}
      </div>
    </details>
  );
}
