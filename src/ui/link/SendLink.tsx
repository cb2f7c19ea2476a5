import { Link as LinkIcon, Printer, Undo2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Household } from "../../domain/household-facts.ts";
import { isNameless } from "../../domain/household/nameless.ts";
import { statusOf } from "../../domain/household/status.ts";
import type { Membership, WardView } from "../../phone/api/phone.ts";
import { ErasedHousehold } from "../household/ErasedHousehold.tsx";
import { useAnnounce } from "../parts/Announcer.tsx";
import { Button } from "../parts/Button.tsx";
import { Card } from "../parts/Card.tsx";
import { EmptyState } from "../parts/EmptyState.tsx";
import { isAtWork, useHere } from "../parts/hooks/HereContext.tsx";
import { householdName } from "../parts/words/household-names.ts";
import { keepFocus } from "../parts/hooks/keep-focus.ts";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { QrCode } from "../parts/QrCode.tsx";
import { Screen } from "../parts/Screen.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { useGapWords } from "../parts/hooks/use-gap-words.ts";
import { useLive } from "../parts/hooks/use-live.ts";
import { useSay } from "../parts/hooks/use-say.ts";
import { momentWords } from "../parts/words/when.ts";
import { DoorSlip } from "./DoorSlip.tsx";
import { ShareButton } from "./ShareButton.tsx";
import { useHouseholdLink, type LinkState } from "./use-household-link.ts";
import "./SendLink.css";

/** `/ho/<id>/tu-ky`: a one-time link by which a household that is hard to meet reads and signs by itself. */
export function SendLink({ id }: { readonly id: string }) {
  const { t } = useTranslation("link");
  const { membership, ward } = useHere();
  const household = useLive("household", membership === undefined ? null : (membership?.ward ?? ""), id);
  const close = `/ho/${id}`;
  if (membership === null || household === null || (membership && !isAtWork(membership))) {
    return (
      <Screen title={t("title")} tabs={false} close={close}>
        <EmptyState title={t("unknown")} />
      </Screen>
    );
  }
  if (!membership || !ward || !household) return <Screen title={t("title")} tabs={false} close={close} />;
  if (isNameless(household)) {
    return (
      <ErasedHousehold title={t("title")} household={household} as="step">
        <p>{t("erased")}</p>
      </ErasedHousehold>
    );
  }
  return <OpenSendLink {...{ membership, ward, household }} />;
}

function OpenSendLink({ membership, ward, household }: OpenSendLinkProps) {
  const { t } = useTranslation("link");
  const { t: common } = useTranslation("common");
  const { now } = usePhone();
  const gap = useGapWords(membership.ward);
  const made = useHouseholdLink(ward, household.id, now(ward.slug));
  const isSigned = statusOf(household, ward.campaign).word === "signed";
  return (
    <Screen
      title={t("title")}
      subtitle={householdName(common, household)}
      close={`/ho/${household.id}`}
      tabs={false}
    >
      <div ref={keepFocus} className="send-link">
        {isSigned && <Card tone="signed">{t("signed")}</Card>}
        {!ward.campaign && <Card>{gap(t("noCampaign"))}</Card>}
        {made?.state === "open" ? (
          <OpenLink {...{ ward, household, made }} />
        ) : (
          <>
            {made && <WhatBecame made={made} now={now(ward.slug)} />}
            {made?.state !== "used" && <p>{t("text")}</p>}
            {made !== undefined && ward.campaign && (
              <MakeLink ward={membership.ward} household={household.id} again={made !== null} />
            )}
          </>
        )}
      </div>
    </Screen>
  );
}

function MakeLink({ ward, household, again }: MakeLinkProps) {
  const { t } = useTranslation("link");
  const { act } = usePhone();
  const announce = useAnnounce();
  const { run, busy, trouble } = useSay();

  async function make() {
    await run(async () => {
      const link = await act.signInvite(ward, household);
      return link.ok ? { ok: true, value: [link.value.jti] } : link;
    }).then((done) => done.ok && announce(t("ready")));
  }

  return (
    <>
      <Trouble text={trouble} />
      <Button look="primary" wide icon={LinkIcon} disabled={busy} onClick={() => void make()}>
        {busy ? t("busy") : t(again ? "again" : "make")}
      </Button>
    </>
  );
}

/** A link that is still good: to be scanned, sent, printed, or called back. */
function OpenLink({ ward, household, made }: OpenLinkProps) {
  const { t, i18n } = useTranslation("link");
  const { t: common } = useTranslation("common");
  const { act, now } = usePhone();
  const { run, busy, trouble } = useSay();
  const [printing, setPrinting] = useState(false);
  const { code, exp, jti } = made.link;
  const url = `${window.location.origin}/vao#${ward.slug}.${code}`;
  const until = momentWords(common, exp, now(ward.slug));

  async function callBack() {
    await run(() => act.say(ward.slug, [{ type: "invite.cancelled", sub: jti, body: {} }]));
  }

  return (
    <>
      <p tabIndex={-1} className="send-link-until">
        {t("until", { until })}
      </p>
      <div className="send-link-code">
        <QrCode text={url} label={t("qr")} />
        <p className="quiet">{t("scan")}</p>
      </div>
      <ShareButton
        look="primary"
        url={url}
        title={t("shareTitle")}
        text={i18n.getFixedT("vi", "link")("shareText")}
        words={t("share")}
      />
      <Button wide icon={Printer} onClick={() => setPrinting(true)}>
        {t("print")}
      </Button>
      <Trouble text={trouble} />
      <p className="quiet send-link-back">{t("cancelText")}</p>
      <Button look="quiet" wide icon={Undo2} disabled={busy} onClick={() => void callBack()}>
        {t("cancel")}
      </Button>
      {printing && <DoorSlip {...{ ward, household, url, until }} onPrinted={() => setPrinting(false)} />}
    </>
  );
}

function WhatBecame({ made, now }: { readonly made: LinkState; readonly now: number }) {
  const { t } = useTranslation("link");
  const { t: common } = useTranslation("common");
  const { state, device } = made;
  return (
    <div role="status" tabIndex={-1}>
      <Card tone={state === "used" ? "signed" : "again"}>
        {state === "used" && (
          <>
            <h2>{t("used")}</h2>
            <p>{t("usedText", { time: momentWords(common, device?.enrolledAt ?? now, now) })}</p>
          </>
        )}
        {state === "cancelled" && (
          <>
            <h2>{t("cancelled")}</h2>
            <p>{t("cancelledText")}</p>
          </>
        )}
        {state === "expired" && <h2>{t("expired")}</h2>}
      </Card>
    </div>
  );
}

interface OpenSendLinkProps {
  readonly membership: Membership;
  readonly ward: WardView;
  readonly household: Household;
}

interface OpenLinkProps extends Omit<OpenSendLinkProps, "membership"> {
  readonly made: LinkState;
}

interface MakeLinkProps {
  readonly ward: string;
  readonly household: string;
  /** There was one before. */
  readonly again: boolean;
}
