import { useTranslation } from "react-i18next";
import { endOf } from "../../../domain/ward/open-areas.ts";
import { formatDate } from "../../../domain/words/vietnamese-format.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { areaName } from "../../parts/words/area-names.ts";
import { Chip } from "../../parts/Chip.tsx";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { isoDate } from "../../parts/words/when.ts";

/** Marks an area that has ended, with its last day and its heir; draws nothing for any other. */
export function Ended({ ward, area }: { readonly ward: WardView; readonly area: string }) {
  const { t } = useTranslation("covenant");
  const { now } = usePhone();
  const end = endOf(ward.areas, area, isoDate(now(ward.slug)));
  if (!end) return null;
  const date = formatDate(end.to);
  return (
    <p>
      <Chip tone="again">
        {end.into === undefined
          ? t("addresses.ended", { date })
          : t("addresses.endedInto", { date, into: areaName(ward, end.into) })}
      </Chip>
    </p>
  );
}
