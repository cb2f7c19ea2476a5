import { useId, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { searcher } from "../../../domain/words/searcher.ts";
import type { HouseholdRow, WardView } from "../../../phone/api/phone.ts";
import { placeTitle } from "../../parts/words/area-names.ts";
import { householdName } from "../../parts/words/household-names.ts";
import { SearchField } from "../../parts/SearchField.tsx";

/** Finds one household of the ward and chooses it. */
export function HouseholdField({ ward, rows, household, onChoose }: HouseholdFieldProps) {
  const { t } = useTranslation("praise");
  const { t: common } = useTranslation("common");
  const id = useId();
  const [query, setQuery] = useState("");
  const found = useMemo(
    () => (query.trim() === "" ? [] : rows.filter(({ search }) => searcher(query)(search))),
    [rows, query],
  );
  const chosen = rows.find((row) => row.id === household);
  const shown = found.slice(0, MOST);
  const all = chosen && !shown.includes(chosen) ? [chosen, ...shown] : shown;
  return (
    <>
      <SearchField label={t("findHousehold")} initial="" onSearch={setQuery} />
      <fieldset className="praise-choices">
        <legend className="only-heard">{t("household")}</legend>
        {all.map((row) => (
          <label key={row.id}>
            <input type="radio" name={id} checked={row.id === household} onChange={() => onChoose(row.id)} />
            <span>
              {householdName(common, row)} · {placeTitle(ward, row.area)}
            </span>
          </label>
        ))}
        {query.trim() !== "" && found.length === 0 && <p role="status">{t("noneFound")}</p>}
        {found.length > MOST && <p className="quiet">{t("moreFound")}</p>}
      </fieldset>
    </>
  );
}

const MOST = 6;

interface HouseholdFieldProps {
  readonly ward: WardView;
  readonly rows: readonly HouseholdRow[];
  readonly household: string;
  readonly onChoose: (household: string) => void;
}
