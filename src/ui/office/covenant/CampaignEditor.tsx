import { Plus, Send, Trash2 } from "lucide-react";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import {
  campaignDraftKey,
  campaignOfDraft,
  draftOfCampaign,
  readCampaignDraft,
  type CampaignDraft,
  type CampaignFlaw,
} from "../../../domain/campaign-draft.ts";
import type { WardView } from "../../../phone/phone.ts";
import { useAnnounce } from "../../parts/Announcer.tsx";
import { areaName } from "../../parts/area-names.ts";
import { Button, ButtonLink } from "../../parts/Button.tsx";
import { Card } from "../../parts/Card.tsx";
import { usePhone } from "../../parts/PhoneContext.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { useDraft, type DraftState } from "../../parts/use-draft.ts";
import { useSay } from "../../parts/use-say.ts";
import { TextField, today } from "../form-parts.tsx";
import { covenantAddress } from "./addresses.ts";
import { CampaignPreview } from "./CampaignPreview.tsx";
import { areasToWrite } from "./CovenantList.tsx";

/** `/phuong/so-tay/dot-cam-ket`: opens a campaign, or changes one; what is half written is found again. */
export function CampaignEditor({ ward, id }: { readonly ward: WardView; readonly id: string }) {
  const { i18n } = useTranslation();
  const { now } = usePhone();
  const day = today(now(ward.slug));
  const read = useCallback(
    (kept: unknown): CampaignDraft => {
      const standing = ward.campaigns.find((one) => one.id === id);
      // What is proposed goes into the log, in Vietnamese.
      const t = i18n.getFixedT("vi", "covenant");
      return (
        readCampaignDraft(kept) ??
        (standing ? draftOfCampaign(standing) : firstDraft(ward, day, (key) => t(`campaign.proposed.${key}`)))
      );
    },
    [ward, id, day, i18n],
  );
  const draft = useDraft(campaignDraftKey(ward.slug), read);
  return draft ? <Writing ward={ward} draft={draft} /> : null;
}

function Writing({ ward, draft }: WritingProps) {
  const { t } = useTranslation("covenant");
  const { act } = usePhone();
  const { run, busy, trouble } = useSay();
  const announce = useAnnounce();
  const [, navigate] = useLocation();
  const [isTold, tell] = useState(false);
  const { value, keep } = draft;
  const change = (fields: Partial<CampaignDraft>) => keep({ ...value, ...fields });
  const read = campaignOfDraft(value);
  const flaws = read.ok ? [] : read.error;
  const standing = ward.campaigns.find(({ id }) => id === value.campaign.trim());
  const isOvertaken = standing !== undefined && standing.jti !== value.basis;

  async function open() {
    tell(true);
    if (!read.ok || isOvertaken) return undefined;
    const { campaign, body } = read.value;
    const said = { type: "campaign.opened", sub: campaign, body: { ...body, over: standing?.jti ?? "" } };
    draft.release();
    const done = await run(() => act.say(ward.slug, [said], draft.key));
    if (!done.ok) return keep(value);
    announce(t("campaign.opened", { title: body.title }));
    navigate(covenantAddress());
    return act.exchange(ward.slug);
  }

  return (
    <div className="office-columns covenant-campaign-form">
      <form
        className="office-column"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void open();
        }}
      >
        <ButtonLink look="quiet" href={covenantAddress()}>
          {t("back")}
        </ButtonLink>
        <section className="office-card">
          <h2>{t(standing ? "campaign.changeTitle" : "campaign.openTitle")}</h2>
          <TextField
            label={t("campaign.id")}
            hint={t("campaign.idHint")}
            value={value.campaign}
            onChange={(campaign) => change({ campaign })}
          />
          <TextField
            label={t("campaign.title")}
            value={value.title}
            onChange={(title) => change({ title })}
          />
          <div className="covenant-fields">
            <TextField
              label={t("campaign.from")}
              type="date"
              value={value.from}
              onChange={(from) => change({ from })}
            />
            <TextField
              label={t("campaign.to")}
              type="date"
              value={value.to}
              onChange={(to) => change({ to })}
            />
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
        <section className="office-card">
          <h2>{t("campaign.items")}</h2>
          <p className="field-hint">{t("campaign.itemsHint")}</p>
          {value.items.map((item, at) => {
            // Their places are all that tells them apart while they are empty.
            const key = `item ${at}`;
            return (
              <fieldset key={key} className="covenant-row">
                <legend>{t("campaign.item", { number: at + 1 })}</legend>
                <div className="field">
                  <label htmlFor={`campaign-item-${at}`}>{t("campaign.itemText")}</label>
                  <textarea
                    id={`campaign-item-${at}`}
                    rows={2}
                    maxLength={2000}
                    value={item.text}
                    onChange={({ target }) =>
                      change({ items: value.items.with(at, { ...item, text: target.value }) })
                    }
                  />
                </div>
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
        <section className="office-card">
          {isOvertaken && (
            <div role="alert">
              <Card tone="again">
                <p>{t("campaign.overtaken", { id: standing.id, title: standing.title })}</p>
                <Button onClick={() => change({ basis: standing.jti })}>{t("campaign.replace")}</Button>
              </Card>
            </div>
          )}
          {isTold && flaws.length > 0 && (
            <div role="alert">
              <ul className="covenant-wrong">
                {flaws.map((flaw) => (
                  <li key={`${flaw.field} ${flaw.code}`}>{flawWords(flaw)}</li>
                ))}
              </ul>
            </div>
          )}
          <Trouble text={trouble} />
          {draft.full && <p className="trouble">{t("full")}</p>}
          <Button look="primary" wide icon={Send} type="submit" aria-disabled={busy || isOvertaken}>
            {t(standing ? "campaign.saveChange" : "campaign.openIt")}
          </Button>
          <Button look="quiet" wide onClick={() => void draft.drop()}>
            {t("campaign.dropDraft")}
          </Button>
        </section>
      </form>
      <div className="office-column">
        <CampaignPreview draft={value} />
      </div>
    </div>
  );

  function flawWords({ field, code }: CampaignFlaw): string {
    const [list = "", at, part] = field.split(".");
    const where =
      list === "items" && at !== undefined
        ? `${t("campaign.item", { number: Number(at) + 1 })}, ${t(part === "article" ? "campaign.article" : "campaign.itemText")}`
        : list === "editions" && at !== undefined
          ? areaName(ward, at)
          : t(`campaign.${FIELDS[list] ?? "title"}`);
    return `${where}: ${t(`campaign.flaws.${code}`)}`;
  }
}

const FIELDS: Readonly<
  Record<string, "id" | "title" | "from" | "to" | "editions" | "items" | "version" | "consent">
> = {
  campaign: "id",
  title: "title",
  from: "from",
  to: "to",
  editions: "editions",
  items: "items",
  version: "version",
  purposes: "consent",
};

/** What a new campaign begins with: this year, the editions that stand, the items and purposes of the one before. */
function firstDraft(
  ward: WardView,
  day: string,
  proposed: (key: "title" | "record" | "photo") => string,
): CampaignDraft {
  const last = ward.campaigns.at(-1);
  const before = last && draftOfCampaign(last);
  const year = day.slice(0, 4);
  const taken = new Set(ward.campaigns.map((one) => one.id));
  const id = [year, ...[2, 3, 4, 5, 6, 7, 8, 9].map((number) => `${year}-${number}`)].find(
    (one) => !taken.has(one),
  );
  return {
    basis: "",
    campaign: id ?? "",
    title: `${proposed("title")} ${year}`,
    from: day,
    to: `${year}-12-31`,
    editions: areasToWrite(ward).map((area) => ({
      area,
      edition: String(ward.books.find((book) => book.area === area)?.edition ?? ""),
    })),
    items: before?.items ?? [{ id: "", text: "", article: "" }],
    version: before?.version ?? "1",
    purposes: before?.purposes ?? [
      { id: "record", text: proposed("record") },
      { id: "photo", text: proposed("photo") },
    ],
  };
}

interface WritingProps {
  readonly ward: WardView;
  readonly draft: DraftState<CampaignDraft>;
}
