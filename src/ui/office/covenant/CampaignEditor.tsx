import { Send } from "lucide-react";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { asChangeOf, changesWords } from "../../../domain/campaign/campaign-change.ts";
import {
  campaignDraftKey,
  campaignOfDraft,
  draftOfCampaign,
  readCampaignDraft,
  type CampaignDraft,
  type CampaignFlaw,
} from "../../../domain/campaign/campaign-draft.ts";
import type { CampaignDays as SignedDays } from "../../../domain/days/campaign-days.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { useAnnounce } from "../../parts/Announcer.tsx";
import { areaName } from "../../parts/words/area-names.ts";
import { Button, ButtonLink } from "../../parts/Button.tsx";
import { Card } from "../../parts/Card.tsx";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { useDraft, type DraftState } from "../../parts/hooks/use-draft.ts";
import { useLive } from "../../parts/hooks/use-live.ts";
import { useSay } from "../../parts/hooks/use-say.ts";
import { today } from "../form-parts.tsx";
import { covenantAddress } from "./addresses.ts";
import { CampaignConsent, CampaignDays, CampaignItems } from "./CampaignFields.tsx";
import { CampaignPreview } from "./CampaignPreview.tsx";
import { ChangeWordsDialog } from "./ChangeWordsDialog.tsx";
import { firstCampaign } from "./first-campaign.ts";
import { useCampaignAreas } from "./use-campaign-areas.ts";

/** `/phuong/so-tay/dot-cam-ket`: opens a campaign, or changes one; what is half written is found again. */
export function CampaignEditor({ ward, id }: { readonly ward: WardView; readonly id: string }) {
  const { i18n } = useTranslation();
  const { now } = usePhone();
  const day = today(now(ward.slug));
  const areas = useCampaignAreas(ward);
  const read = useCallback(
    (kept: unknown): CampaignDraft => {
      const standing = ward.campaigns.find((one) => one.id === id);
      // What is proposed goes into the log, in Vietnamese.
      const t = i18n.getFixedT("vi", "covenant");
      return (
        readCampaignDraft(kept) ??
        (standing
          ? draftOfCampaign(standing)
          : firstCampaign(ward, areas, day, (key) => t(`campaign.proposed.${key}`)))
      );
    },
    [ward, areas, id, day, i18n],
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
  const [isAsked, ask] = useState(false);
  const signed = useSigned(ward.slug, standing?.id ?? null);
  // Until it is known whether anybody has signed nothing is changed.
  const waits = busy || isOvertaken || signed === undefined;

  function begin() {
    tell(true);
    if (waits || !read.ok) return;
    if (standing && signed > 0 && changesWords(standing, read.value)) ask(true);
    else void open();
  }

  async function open() {
    // Another office may have changed it while the question stood.
    if (!read.ok || isOvertaken) return ask(false);
    const { campaign, body } = standing ? asChangeOf(standing, read.value) : read.value;
    const said = { type: "campaign.opened", sub: campaign, body: { ...body, over: standing?.jti ?? "" } };
    draft.release();
    const done = await run(() => act.say(ward.slug, [said], draft.key));
    ask(false);
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
          begin();
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
          <Button look="primary" wide icon={Send} type="submit" aria-disabled={waits}>
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
      {isAsked && signed !== undefined && (
        <ChangeWordsDialog {...{ signed, busy }} onClose={() => ask(false)} onChange={() => void open()} />
      )}
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

/** How many households have signed in a campaign, as far as this phone knows; undefined until it is read. */
function useSigned(ward: string, campaign: string | null): number | undefined {
  const rows = useLive("counts", campaign === null ? null : ward);
  if (campaign === null) return 0;
  const isSigned = (days: SignedDays) => days.campaign === campaign && days.pledged !== undefined;
  return rows?.filter((row) => row.days?.some(isSigned)).length;
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
