import { Send } from "lucide-react";
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
import { today } from "../form-parts.tsx";
import { covenantAddress } from "./addresses.ts";
import { CampaignConsent, CampaignDays, CampaignItems } from "./CampaignFields.tsx";
import { CampaignPreview } from "./CampaignPreview.tsx";
import { firstCampaign } from "./first-campaign.ts";

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
        (standing
          ? draftOfCampaign(standing)
          : firstCampaign(ward, day, (key) => t(`campaign.proposed.${key}`)))
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
        <CampaignDays {...{ ward, value, change }} isChange={standing !== undefined} />
        <CampaignItems {...{ value, change }} />
        <CampaignConsent {...{ value, change }} />
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

interface WritingProps {
  readonly ward: WardView;
  readonly draft: DraftState<CampaignDraft>;
}
