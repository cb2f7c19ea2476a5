import { useTranslation } from "react-i18next";
import { isWithin } from "../../domain/ids.ts";
import type { Membership, WardView } from "../../phone/api/phone.ts";
import { useOpenAreas } from "../parts/hooks/use-open-areas.ts";
import { placeTitle } from "../parts/words/area-names.ts";
import { SelectField } from "../parts/SelectField.tsx";

/** Chooses a tổ of this phone's areas. */
export function AreaField({ label, codes, ward, value, onChange }: AreaFieldProps) {
  const { t } = useTranslation("listing");
  return (
    <SelectField label={label} value={value} onChange={onChange}>
      {value === "" && <option value="">{t("chooseArea")}</option>}
      {codes.map((code) => (
        <option key={code} value={code}>
          {placeTitle(ward, code)}
        </option>
      ))}
    </SelectField>
  );
}

interface AreaFieldProps {
  readonly label: string;
  readonly codes: readonly string[];
  readonly ward: WardView;
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** The tổ in which this phone may list a household: areas to be chosen that hold no other. */
export function useGroups(ward: WardView, { role, areas }: Membership): readonly string[] {
  const codes = ward.areas.map(({ code }) => code);
  const leaves = useOpenAreas(ward)
    .map(({ code }) => code)
    .filter((code) => !codes.some((other) => other !== code && isWithin(other, code)));
  return role === "office" ? leaves : leaves.filter((code) => areas.some((own) => isWithin(code, own)));
}
