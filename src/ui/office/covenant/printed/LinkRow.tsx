import { useTranslation } from "react-i18next";
import type { LinkedAddress } from "../../../../domain/covenant/printed-addresses.ts";
import type { WardView } from "../../../../phone/api/phone.ts";
import { areaName } from "../../../parts/words/area-names.ts";
import { QrCode } from "../../../parts/QrCode.tsx";

/** An address that stands in the words of handbooks, and where. */
export function LinkRow({ ward, link }: { readonly ward: WardView; readonly link: LinkedAddress }) {
  const { t } = useTranslation("covenant");
  const { address, places } = link;
  return (
    <li className="printed-row">
      <QrCode text={address} label={t("cover.label", { address })} />
      <div>
        <h4>
          {/^https?:/i.test(address) ? (
            <a href={address} target="_blank" rel="noreferrer">
              {address}
            </a>
          ) : (
            address
          )}
        </h4>
        <ul className="printed-places">
          {places.map(({ area, article }) => (
            <li key={`${area} ${article ?? ""}`}>
              {article === null
                ? t("addresses.around", { area: areaName(ward, area) })
                : t("addresses.article", { number: article, area: areaName(ward, area) })}
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}
