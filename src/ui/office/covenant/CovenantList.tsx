import { QrCode } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { WardView } from "../../../phone/api/phone.ts";
import { ButtonLink } from "../../parts/Button.tsx";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { isoDate } from "../../parts/words/when.ts";
import { printedAddress } from "./addresses.ts";
import { areasToBegin, areasToWrite } from "./areas-to-write.ts";
import { CampaignCard } from "./CampaignCard.tsx";
import { CovenantRow } from "./CovenantRow.tsx";

/** The areas that have a covenant or may get one, with what stands there. */
export function CovenantList({ ward }: { readonly ward: WardView }) {
  const { t } = useTranslation(["covenant", "office"]);
  const { now } = usePhone();
  const areas = areasToWrite(ward);
  const open = areasToBegin(ward, isoDate(now(ward.slug)));
  return (
    <div className="covenant-page">
      <CampaignCard ward={ward} />
      <p className="quiet">{t("intro")}</p>
      <h2>{t("list")}</h2>
      {areas.length === 0 ? (
        <p>{t("office:noAreas")}</p>
      ) : (
        <ul className="covenant-areas">
          {areas.map((area) => (
            <CovenantRow key={area} ward={ward} area={area} isOpen={open.includes(area)} />
          ))}
        </ul>
      )}
      {ward.books.length > 0 && (
        <p className="covenant-acts">
          <ButtonLink icon={QrCode} href={printedAddress()}>
            {t("addresses.title")}
          </ButtonLink>
        </p>
      )}
    </div>
  );
}
