import { CalendarPlus, PencilLine } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { campaignDraftKey, readCampaignDraft } from "../../../domain/campaign/campaign-draft.ts";
import type { Campaign } from "../../../domain/ward-facts.ts";
import { formatDate } from "../../../domain/words/vietnamese-format.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { Button, ButtonLink } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { UndoToast } from "../../parts/UndoToast.tsx";
import { useLive } from "../../parts/hooks/use-live.ts";
import { momentWords, saidWords } from "../../parts/words/when.ts";
import { useRecording } from "../use-recording.ts";
import { campaignAddress } from "./addresses.ts";

/** The campaign that runs: the way to change or close it, or to open one; older ones can be opened again. */
export function CampaignCard({ ward }: { readonly ward: WardView }) {
  const { t } = useTranslation("covenant");
  const kept = useLive("draft", campaignDraftKey(ward.slug));
  const [closing, setClosing] = useState<Campaign | null>(null);
  const { record, undo, close, told, trouble, busy } = useRecording(ward.slug);
  const { campaign } = ward;
  const draft = readCampaignDraft(kept);

  async function closeIt(one: Campaign) {
    const said = { type: "campaign.closed", sub: one.id, body: {} };
    if (await record({ says: [said], words: t("campaign.closed", { title: one.title }) })) setClosing(null);
  }

  return (
    <section className="office-card covenant-campaign">
      <h2>{t("campaign.heading")}</h2>
      {campaign ? (
        <>
          <p>
            <strong>{campaign.title}</strong>
            <br />
            {t("campaign.days", { from: formatDate(campaign.from), to: formatDate(campaign.to) })} ·{" "}
            {t("campaign.count", {
              items: campaign.items.length,
              areas: Object.keys(campaign.editions).length,
            })}
          </p>
          {campaign.unseen && <Unseen ward={ward} campaign={campaign} unseen={campaign.unseen} />}
        </>
      ) : (
        <p className="quiet">{t("campaign.none")}</p>
      )}
      {draft && <p className="covenant-half">{t("campaign.half", { title: draft.title })}</p>}
      <div className="covenant-acts">
        {campaign && !draft && (
          <ButtonLink icon={PencilLine} href={campaignAddress(campaign.id)}>
            {t("campaign.change")}
          </ButtonLink>
        )}
        <ButtonLink icon={CalendarPlus} href={campaignAddress()}>
          {t(draft ? "campaign.goOn" : "campaign.open")}
        </ButtonLink>
        {campaign && (
          <Button look="quiet" onClick={() => setClosing(campaign)}>
            {t("campaign.close")}
          </Button>
        )}
      </div>
      {closing && (
        <Dialog title={t("campaign.closeTitle", { title: closing.title })} onClose={() => setClosing(null)}>
          <p>{t("campaign.closeText")}</p>
          <Trouble text={trouble} />
          <div className="dialog-acts">
            <Button onClick={() => setClosing(null)}>{t("campaign.keepOpen")}</Button>
            <Button look="primary" disabled={busy} onClick={() => void closeIt(closing)}>
              {t("campaign.close")}
            </Button>
          </div>
        </Dialog>
      )}
      {told && (
        <UndoToast
          key={told.id}
          words={told.words}
          undone={t("campaign.reopened")}
          onUndo={undo}
          onClose={close}
        />
      )}
    </section>
  );
}

/** Another office had opened the same campaign, and this one did not know: both are told, and one of them looks at it. */
function Unseen({ ward, campaign, unseen }: UnseenProps) {
  const { t } = useTranslation("covenant");
  const { t: common } = useTranslation("common");
  const { now } = usePhone();
  const nameOf = (kid: string) => ward.devices[kid]?.personName ?? t("campaign.someOffice");
  return (
    <p className="covenant-remark" role="status">
      {t("campaign.unseen", {
        id: campaign.id,
        first: nameOf(unseen.kid),
        firstAt: saidWords(common, unseen, momentWords(common, unseen.at, now(ward.slug))),
        second: nameOf(campaign.kid),
        secondAt: saidWords(common, campaign, momentWords(common, campaign.at, now(ward.slug))),
      })}
    </p>
  );
}

interface UnseenProps {
  readonly ward: WardView;
  readonly campaign: Campaign;
  readonly unseen: NonNullable<Campaign["unseen"]>;
}
