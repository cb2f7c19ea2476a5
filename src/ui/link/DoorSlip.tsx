import { useEffect, useEffectEvent } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import type { Household } from "../../domain/household-facts.ts";
import { formatDate } from "../../domain/words/vietnamese-format.ts";
import type { WardView } from "../../phone/api/phone.ts";
import { areaName } from "../parts/words/area-names.ts";
import { householdPlace } from "../parts/words/household-names.ts";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { QrCode } from "../parts/QrCode.tsx";
import { useLive } from "../parts/hooks/use-live.ts";
import "./DoorSlip.css";

/**
 * A note to leave at a door, on a quarter of A4: printed as soon as it is drawn, and nothing beside it. It says 'Hộ 18,
 * tổ 7' and no name, since anybody may find it.
 */
export function DoorSlip({ ward, household, url, until, onPrinted }: DoorSlipProps) {
  // For whoever lives there, whatever the volunteer's own screen speaks.
  const { i18n } = useTranslation();
  const t = i18n.getFixedT("vi", "link");
  const common = i18n.getFixedT("vi", "common");
  const { now } = usePhone();
  const printed = useEffectEvent(onPrinted);
  const area = household.area ?? "";
  const [neighbourhood = ""] = area.split("/");
  const book = useLive("handbook", ward.slug, neighbourhood);
  const contact = book?.handbook?.contacts[0];
  const isReady = book !== undefined;

  useEffect(() => {
    if (!isReady) return undefined;
    const after = () => printed();
    document.body.classList.add("prints-slip");
    window.addEventListener("afterprint", after);
    window.print();
    return () => {
      document.body.classList.remove("prints-slip");
      window.removeEventListener("afterprint", after);
    };
  }, [isReady]);

  return createPortal(
    <article className="slip" aria-hidden>
      <p className="slip-from">{t("slip.from", { area: areaName(ward, neighbourhood), ward: ward.name })}</p>
      <p>
        <b>
          {t("slip.greeting", {
            household: householdPlace(common, { number: household.number, area }, ward),
          })}
        </b>
      </p>
      <p>
        {t("slip.came", { date: formatDate(now(ward.slug)) })} {t("slip.invite")}
      </p>
      <div className="slip-way">
        <QrCode text={url} label={t("qr")} />
        <ol>
          <li>{t("slip.stepScan")}</li>
          <li>{t("slip.stepOpen")}</li>
          <li>{t("slip.stepSign")}</li>
        </ol>
      </div>
      <p>{t("slip.voluntary")}</p>
      <p>
        {contact
          ? t("slip.noPhone", { phone: contact.phone, office: contact.office })
          : t("slip.noPhonePlain")}
      </p>
      <p className="slip-until">{t("slip.until", { until })}</p>
    </article>,
    document.body,
  );
}

interface DoorSlipProps {
  readonly ward: WardView;
  readonly household: Household;
  readonly url: string;
  /** In words. */
  readonly until: string;
  readonly onPrinted: () => void;
}
