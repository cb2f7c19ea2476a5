import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CampaignDraft } from "../../../domain/campaign/campaign-draft.ts";
import { CheckBox } from "../../parts/CheckBox.tsx";
import { FOCUSABLE } from "../../parts/hooks/focusable.ts";
import "../../pledge/ItemsStep.css";

/** What a household sees first at the door as it pledges, and what it is asked to consent to; ticks here are for trying. */
export function CampaignPreview({ draft }: { readonly draft: CampaignDraft }) {
  const { t } = useTranslation(["covenant", "pledge"]);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const tick = (key: string, on: boolean) =>
    setTicked(on ? [...ticked, key] : ticked.filter((one) => one !== key));
  const items = draft.items.filter(({ text }) => text.trim() !== "");
  const purposes = draft.purposes.filter(({ text }) => text.trim() !== "");
  return (
    <section className="covenant-preview" aria-label={t("campaign.preview")}>
      <h3>{t("campaign.preview")}</h3>
      <div className="covenant-phone" role="region" aria-label={t("campaign.previewRegion")} {...FOCUSABLE}>
        <div className="covenant-phone-page">
          <h4>{t("pledge:items.title")}</h4>
          <p>{t("pledge:items.text")}</p>
          {items.length === 0 && <p className="quiet">{t("campaign.previewEmpty")}</p>}
          <fieldset className="pledge-items">
            <legend className="only-heard">{t("pledge:items.legend")}</legend>
            {items.map(({ text, article }, at) => {
              const key = `item ${at}`;
              return (
                <CheckBox key={key} boxed checked={ticked.includes(key)} onChange={(on) => tick(key, on)}>
                  <span lang="vi">{text}</span> <small>{t("pledge:items.article", { article })}</small>
                </CheckBox>
              );
            })}
          </fieldset>
          <h4>{t("campaign.previewConsent")}</h4>
          {purposes.map(({ text }, at) => {
            const key = `purpose ${at}`;
            return (
              <CheckBox key={key} boxed checked={ticked.includes(key)} onChange={(on) => tick(key, on)}>
                <span lang="vi">{text}</span>
              </CheckBox>
            );
          })}
        </div>
      </div>
    </section>
  );
}
