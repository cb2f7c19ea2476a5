import { BadgeCheck, Signature } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { consentAt, itemsAt } from "../../domain/campaign/campaign-words.ts";
import { countingPledge, type Household, type Pledge } from "../../domain/household-facts.ts";
import { isUnmet } from "../../domain/household/met.ts";
import type { Campaign } from "../../domain/ward-facts.ts";
import type { Membership, WardView } from "../../phone/api/phone.ts";
import { pledgeDraftKey } from "../../phone/drafts/pledge-draft-key.ts";
import { Button, ButtonLink } from "../parts/Button.tsx";
import { Card } from "../parts/Card.tsx";
import { keepFocus } from "../parts/hooks/keep-focus.ts";
import { QrCode } from "../parts/QrCode.tsx";
import { useGapWords } from "../parts/hooks/use-gap-words.ts";
import { useLive } from "../parts/hooks/use-live.ts";
import { saidWords } from "../parts/words/when.ts";
import { useIsFresh } from "../receipt/use-is-fresh.ts";
import { useReceiptLink } from "../receipt/use-receipt-link.ts";
import { momentOf } from "../receipt/verdict-words.ts";
import { ShareButton } from "../link/ShareButton.tsx";
import { FormerPledges } from "./FormerPledges.tsx";
import { WithdrawPledge } from "./WithdrawPledge.tsx";

/** The household's pledge for the campaign that runs: how it stands, or the way to it. */
export function OwnPledgeCard({ membership, ward, household }: OwnPledgeCardProps) {
  const { t } = useTranslation("own");
  const draft = useLive("draft", pledgeDraftKey(membership.ward, household.id));
  const gap = useGapWords(membership.ward);
  const { campaign } = ward;
  const former = <FormerPledges ward={ward} household={household} but={campaign?.id} />;
  if (!campaign) {
    return (
      <div ref={keepFocus} className="own-pledge">
        <p>{gap(t("pledge.noCampaign"))}</p>
        {former}
      </div>
    );
  }
  const pledge = countingPledge(household, campaign.id);
  return (
    <div ref={keepFocus} className="own-pledge">
      {pledge ? (
        <Signed {...{ membership, ward, household, campaign, pledge }} />
      ) : (
        <Unsigned resuming={Boolean(draft)} campaign={campaign.id} />
      )}
      {former}
    </div>
  );
}

function Unsigned({ resuming, campaign }: UnsignedProps) {
  const { t } = useTranslation("own");
  return (
    <section>
      <Card>
        <h2 tabIndex={-1}>{t("pledge.none", { campaign })}</h2>
        <p>{t("pledge.noneText")}</p>
        <ButtonLink look="primary" wide icon={Signature} href="/ho-cua-toi/ky">
          {resuming ? t("pledge.resume") : t("pledge.sign")}
        </ButtonLink>
      </Card>
    </section>
  );
}

function Signed({ membership, ward, household, campaign, pledge }: SignedProps) {
  const { t } = useTranslation("own");
  const { t: common } = useTranslation("common");
  const [shown, setShown] = useState(false);
  const link = useReceiptLink(ward.slug, pledge.jti);
  const isFresh = useIsFresh(ward.slug);
  const { agreed, declined, medium, signer, seq, at } = pledge;
  const unmet = isUnmet(household, campaign.id);
  const consent = household.consents.find(({ jti }) => jti === pledge.consent);
  const asked = consent && consentAt(campaign, consent.version, consent.at);
  const purposes = asked?.purposes.filter(({ id }) => consent?.purposes.includes(id)) ?? [];
  return (
    <section>
      <Card tone="signed">
        <h2 tabIndex={-1} className="own-signed">
          <BadgeCheck aria-hidden />
          {t("pledge.signed", { campaign: campaign.id })}
        </h2>
        <p>
          {t("pledge.signedAt", {
            time: saidWords(common, pledge, momentOf(at)),
            agreed: agreed.length,
            all: agreed.length + declined.length,
          })}
        </p>
        {signer !== undefined && <p>{t("pledge.signer", { signer })}</p>}
        <p>{medium === "link" ? t(unmet ? "pledge.unmet" : "pledge.met") : t(`pledge.medium.${medium}`)}</p>
        <p className="own-standing">{seq === null ? t("pledge.waiting") : t("pledge.taken", { seq })}</p>
      </Card>
      <details>
        <summary>{t("pledge.items")}</summary>
        <ul lang="vi">
          {itemsAt(campaign, agreed, at).map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
        {purposes.length > 0 && (
          <>
            <p>{t("pledge.consented")}</p>
            <ul lang="vi">
              {purposes.map(({ id, text }) => (
                <li key={id}>{text}</li>
              ))}
            </ul>
          </>
        )}
      </details>
      {link !== null && (
        <>
          {shown ? (
            <div className="own-receipt" tabIndex={-1}>
              <QrCode text={link} label={t("receipt.qr")} />
              <p className="quiet">{t("receipt.text")}</p>
            </div>
          ) : (
            <Button wide onClick={() => setShown(true)}>
              {t("receipt.show")}
            </Button>
          )}
          <ShareButton url={link} title={t("receipt.shareTitle")} words={t("receipt.share")} />
        </>
      )}
      {membership.device === pledge.kid && isFresh(pledge) && (
        <Suspense fallback={null}>
          <UndoPledge ward={ward.slug} {...{ household, pledge }} home="/ho-cua-toi" />
        </Suspense>
      )}
      <WithdrawPledge ward={ward.slug} household={household.id} campaign={campaign.id} />
    </section>
  );
}

// Nobody needs it who did not sign just now.
const UndoPledge = lazy(async () => ({ default: (await import("../receipt/UndoPledge.tsx")).UndoPledge }));

interface OwnPledgeCardProps {
  readonly membership: Membership;
  readonly ward: WardView;
  readonly household: Household;
}

interface UnsignedProps {
  /** Whether a pledge was begun and left. */
  readonly resuming: boolean;
  readonly campaign: string;
}

interface SignedProps extends OwnPledgeCardProps {
  readonly campaign: Campaign;
  readonly pledge: Pledge;
}
