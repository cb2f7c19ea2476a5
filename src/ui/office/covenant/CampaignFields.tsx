import { Plus, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { CampaignDraft } from "../../../domain/campaign/campaign-draft.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { areaName } from "../../parts/words/area-names.ts";
import { Button } from "../../parts/Button.tsx";
import { TextAreaField } from "../../parts/TextAreaField.tsx";
import { TextField } from "../form-parts.tsx";

/** How a campaign is called, when it is, and which editions it speaks of. */
export function CampaignDays({
  value,
  change,
  ward,
  isChange,
}: FieldProps & { readonly ward: WardView; readonly isChange: boolean }) {
  const { t } = useTranslation("covenant");
  return (
    <section className="office-card">
      <h2>{t(isChange ? "campaign.changeTitle" : "campaign.openTitle")}</h2>
      <TextField
        label={t("campaign.id")}
        hint={t("campaign.idHint")}
        value={value.campaign}
        onChange={(campaign) => change({ campaign })}
      />
      <TextField label={t("campaign.title")} value={value.title} onChange={(title) => change({ title })} />
      <div className="covenant-fields">
        <TextField
          label={t("campaign.from")}
          type="date"
          value={value.from}
          onChange={(from) => change({ from })}
        />
        <TextField label={t("campaign.to")} type="date" value={value.to} onChange={(to) => change({ to })} />
      </div>
      <h3>{t("campaign.editions")}</h3>
      <p className="field-hint">{t("campaign.editionsHint")}</p>
      <div className="covenant-fields">
        {value.editions.map((one, at) => (
          <TextField
            key={one.area}
            label={areaName(ward, one.area)}
            value={one.edition}
            onChange={(edition) => change({ editions: value.editions.with(at, { ...one, edition }) })}
          />
        ))}
      </div>
    </section>
  );
}

/** What a household is read out and agrees to, one by one. */
export function CampaignItems({ value, change }: FieldProps) {
  const { t } = useTranslation("covenant");
  return (
    <section className="office-card">
      <h2>{t("campaign.items")}</h2>
      <p className="field-hint">{t("campaign.itemsHint")}</p>
      {value.items.map((item, at) => {
        // Their places are all that tells them apart while they are empty.
        const key = `item ${at}`;
        return (
          <fieldset key={key} className="covenant-row">
            <legend>{t("campaign.item", { number: at + 1 })}</legend>
            <TextAreaField
              label={t("campaign.itemText")}
              rows={2}
              maxLength={2000}
              value={item.text}
              onChange={(text) => change({ items: value.items.with(at, { ...item, text }) })}
            />
            <TextField
              label={t("campaign.article")}
              value={item.article}
              onChange={(article) => change({ items: value.items.with(at, { ...item, article }) })}
            />
            <Button
              look="quiet"
              icon={Trash2}
              onClick={() => change({ items: value.items.filter((_, index) => index !== at) })}
            >
              {t("campaign.removeItem", { number: at + 1 })}
            </Button>
          </fieldset>
        );
      })}
      <Button
        icon={Plus}
        onClick={() => change({ items: [...value.items, { id: "", text: "", article: "" }] })}
      >
        {t("campaign.addItem")}
      </Button>
    </section>
  );
}

/** What a household is asked to agree to about its data, each by itself. */
export function CampaignConsent({ value, change }: FieldProps) {
  const { t } = useTranslation("covenant");
  return (
    <section className="office-card">
      <h2>{t("campaign.consent")}</h2>
      <p className="field-hint">{t("campaign.consentHint")}</p>
      <TextField
        label={t("campaign.version")}
        hint={t("campaign.versionHint")}
        value={value.version}
        onChange={(version) => change({ version })}
      />
      {value.purposes.map((purpose, at) => {
        const key = `purpose ${at}`;
        return (
          <TextField
            key={key}
            label={t("campaign.purpose", { number: at + 1 })}
            value={purpose.text}
            onChange={(text) => change({ purposes: value.purposes.with(at, { ...purpose, text }) })}
          />
        );
      })}
      <Button icon={Plus} onClick={() => change({ purposes: [...value.purposes, { id: "", text: "" }] })}>
        {t("campaign.addPurpose")}
      </Button>
    </section>
  );
}

interface FieldProps {
  readonly value: CampaignDraft;
  readonly change: (fields: Partial<CampaignDraft>) => void;
}
