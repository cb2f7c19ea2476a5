import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Draft } from "../../domain/statement.ts";
import type { Campaign } from "../../domain/ward-facts.ts";
import type { HouseholdRow, Membership, WardView } from "../../phone/api/phone.ts";
import { pledgeDraftKey } from "../../phone/drafts/pledge-draft-key.ts";
import { Button } from "../parts/Button.tsx";
import { CheckBox } from "../parts/CheckBox.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { householdName } from "../parts/words/household-names.ts";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { useDraft } from "../parts/hooks/use-draft.ts";
import { useSay } from "../parts/hooks/use-say.ts";
import { useWardLanguage } from "../parts/hooks/use-ward-language.ts";
import {
  asAsked,
  changeDraft,
  lackingAt,
  PHOTO_PURPOSE,
  readPledgeDraft,
  type PledgeDraft,
} from "../pledge/pledge-draft.ts";
import { ConsentWords } from "../pledge/ConsentWords.tsx";
import { deliveryOf, pledgeStatements } from "../pledge/pledge-statements.ts";
import { HaltedCovenant } from "../pledge/HaltedCovenant.tsx";
import { SignatureField } from "../pledge/SignatureField.tsx";
import { strokePath } from "../pledge/stroke-path.ts";
import { UnsignedNotice } from "../pledge/UnsignedNotice.tsx";
import { MeetingSigner } from "./MeetingSigner.tsx";
import type { Attending } from "./use-meeting.ts";

/**
 * One household's pledge on one sheet: who signs, what it agrees and consents to, and the signature. The same draft and the same
 * statements as at a door, so that a half-filled one is found again there, too.
 */
export function MeetingSign(props: MeetingSignProps) {
  const { membership, ward, row, campaign, edition, handsOut, onHandsOut, attend, onKept, onClose } = props;
  const { t } = useTranslation("walk");
  const { t: pledge } = useTranslation("pledge");
  const { t: common } = useTranslation("common");
  const phone = usePhone();
  const { run, busy, trouble } = useSay();
  const [missing, setMissing] = useState<string | null>(null);
  const { newId } = phone;
  const head = row.head ?? "";
  const read = useCallback(
    (kept: unknown) => readPledgeDraft(kept, { campaign: campaign.id, head, newId }),
    [campaign.id, head, newId],
  );
  const lang = useWardLanguage();
  const draft = useDraft(pledgeDraftKey(membership.ward, row.id), read);
  const written = draft?.value;
  const asked = useMemo(() => written && asAsked(written, campaign), [written, campaign]);
  const strokes = asked?.strokes;
  const signature = useMemo(() => strokePath(strokes ?? []), [strokes]);
  if (!draft || !asked) return null;
  const { keep, begun, flush } = draft;
  const value: PledgeDraft = asked;
  const delivered = begun ? value.delivered : handsOut;
  const items = campaign.items.map(({ id }) => id);
  const agreesToAll = items.every((id) => value.agreed.includes(id));
  const now = phone.now(membership.ward);

  function change(part: Partial<PledgeDraft>) {
    setMissing(null);
    keep(changeDraft({ ...value, delivered, medium: "screen" }, part));
  }

  function consent(purpose: string, on: boolean) {
    const others = value.purposes.filter((one) => one !== purpose);
    const purposes = on ? [...others, purpose] : others;
    change({ purposes, consentedAt: purposes.length > 0 ? now : null });
  }

  function handOut(on: boolean) {
    onHandsOut(on);
    change({ delivered: on });
  }

  function pledgeOf(path: string) {
    const signing = { household: row.id, campaign, edition, by: { strokes: path }, how: "meeting" as const };
    const said = { ...value, delivered };
    return pledgeStatements(said, {
      ...signing,
      now: phone.now(membership.ward),
      hasHandbook: row.delivered,
    });
  }

  /** A finger takes a tenth of a second to be lifted: enough to sign. */
  function getReady() {
    if (signature === null) return;
    phone.act.getReady(membership.ward, [...pledgeOf(signature), ...attend().says]);
  }

  async function save() {
    const lacking = lackingHere(value, campaign);
    if (lacking !== null) return setMissing(WORDS[lacking]());
    if (signature === null) return setMissing(t("meeting.signatureMissing"));
    await say(pledgeOf(signature), "signed");
  }

  async function say(about: readonly Draft[], how: "signed" | "handbook") {
    draft?.release();
    // Who signs or takes a handbook here is here.
    const here = attend();
    const statements = [...about, ...here.says];
    const done = await run(() => phone.act.say(membership.ward, statements, draft?.key));
    if (done.ok) onKept(done.value, how, here);
    else draft?.keepAgain(value);
  }

  const WORDS = {
    items: () => t("meeting.itemsMissing"),
    signer: () => pledge("who.signerMissing"),
    consent: () => t("meeting.consentMissing"),
  };

  return (
    <Dialog as="sheet" title={householdName(common, row)} onClose={onClose}>
      <div className="meeting-sign">
        <HaltedCovenant {...{ ward, campaign }} area={row.area} brief />
        <MeetingSigner {...{ value, change, head }} />
        <CheckBox boxed checked={agreesToAll} onChange={(on) => change({ agreed: on ? items : [] })}>
          {t("meeting.agreeAll", { count: items.length })}
        </CheckBox>
        <details>
          <summary>{t("meeting.each")}</summary>
          {campaign.items.map(({ id, text }) => (
            <CheckBox
              key={id}
              checked={value.agreed.includes(id)}
              onChange={(on) =>
                change({ agreed: on ? [...value.agreed, id] : value.agreed.filter((one) => one !== id) })
              }
            >
              <span lang={lang}>{text}</span>
            </CheckBox>
          ))}
        </details>
        {/* Nothing on paper is photographed here. */}
        {campaign.consent.purposes
          .filter(({ id }) => id !== PHOTO_PURPOSE)
          .map((purpose) => (
            <CheckBox
              key={purpose.id}
              boxed
              checked={value.purposes.includes(purpose.id)}
              onChange={(on) => consent(purpose.id, on)}
            >
              <ConsentWords which="first" ward={ward.name} purpose={purpose.text} />
            </CheckBox>
          ))}
        {!row.delivered && (
          <CheckBox boxed checked={delivered} onChange={handOut}>
            {t("meeting.delivered")}
          </CheckBox>
        )}
        <UnsignedNotice {...value} />
        {/* A pledge on paper is recorded on the household's own page. */}
        <SignatureField {...{ value, change, flush }} hint={t("meeting.signatureHint")} />
        {draft.full && <Trouble text={pledge("draftFull")} />}
        <Trouble text={trouble ?? missing} />
        <Button look="primary" wide disabled={busy} onPointerDown={getReady} onClick={() => void save()}>
          {t("meeting.save")}
        </Button>
        {!row.delivered && (
          <Button
            look="quiet"
            wide
            disabled={busy}
            onClick={() => void say([deliveryOf(value.ids.delivery, row.id, edition, "meeting")], "handbook")}
          >
            {t("meeting.onlyHandbook")}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

/** What of the two first steps at a door is lacking on the one sheet here. */
function lackingHere(value: PledgeDraft, campaign: Campaign): "items" | "signer" | "consent" | null {
  const lacking = lackingAt({ ...value, step: 1 }, campaign) ?? lackingAt({ ...value, step: 2 }, campaign);
  return lacking === "items" || lacking === "signer" || lacking === "consent" ? lacking : null;
}

interface MeetingSignProps {
  readonly membership: Membership;
  readonly ward: WardView;
  readonly row: HouseholdRow;
  readonly campaign: Campaign;
  readonly edition: number | string;
  /** Whether those before were handed a handbook. */
  readonly handsOut: boolean;
  readonly onHandsOut: (on: boolean) => void;
  /** With the ids of all that is kept. */
  readonly onKept: (ids: readonly string[], how: "signed" | "handbook", here: Attending) => void;
  /** What says that the household is at this meeting. */
  readonly attend: () => Attending;
  readonly onClose: () => void;
}
