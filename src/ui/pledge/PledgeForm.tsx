import { ShieldCheck } from "lucide-react";
import { Suspense, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { Draft } from "../../domain/statement.ts";
import type { Campaign } from "../../domain/ward-facts.ts";
import type { HouseholdRow, Membership, Photo, WardView } from "../../phone/api/phone.ts";
import { whenIdle } from "../../phone/time/when-idle.ts";
import { useTellLastAct } from "../household/tell-last-act.ts";
import { useAnnounce } from "../parts/Announcer.tsx";
import { Button } from "../parts/Button.tsx";
import { householdName } from "../parts/words/household-names.ts";
import { later } from "../parts/later.tsx";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { onTap } from "../parts/on-tap.ts";
import { Screen } from "../parts/Screen.tsx";
import { isoDate } from "../parts/words/when.ts";
import { Trouble } from "../parts/Trouble.tsx";
import type { DraftState } from "../parts/hooks/use-draft.ts";
import { useSay } from "../parts/hooks/use-say.ts";
import { ConsentStep } from "./ConsentStep.tsx";
import { HaltedCovenant } from "./HaltedCovenant.tsx";
import { ItemsStep } from "./ItemsStep.tsx";
import { pledgeHome } from "./pledge-home.ts";
import { deliveryOf, pledgeStatements, type Signing } from "./pledge-statements.ts";
import {
  asAsked,
  changeDraft,
  lackingAt,
  lackingOnPaper,
  type Missing,
  type PledgeDraft,
  type Step,
} from "./pledge-draft.ts";
import { Progress } from "./Progress.tsx";
import { SavedElsewhere } from "./SavedElsewhere.tsx";
import { strokePath } from "./stroke-path.ts";
import { UnsignedNotice } from "./UnsignedNotice.tsx";
import { useSavedElsewhere } from "./use-saved-elsewhere.ts";
import "./PledgeForm.css";

/** The three steps: what is promised, who signs and consents to what, the signature. One command keeps it all. */
export function PledgeForm(props: PledgeFormProps) {
  const { membership, ward, household, head, campaign, edition, draft, onKept } = props;
  const { t } = useTranslation("pledge");
  const { t: common } = useTranslation("common");
  const phone = usePhone();
  const announce = useAnnounce();
  const tellLast = useTellLastAct(membership.ward);
  const [, navigate] = useLocation();
  const { run, busy, trouble } = useSay();
  const [missing, setMissing] = useState<Missing>(null);
  const { keep } = draft;
  const value = useMemo(() => asAsked(draft.value, campaign), [draft.value, campaign]);
  const { step } = value;
  // A photo is ready seconds after it was taken: it goes into what stands by then, not into what stood when it was taken.
  const latest = useRef(value);
  // Ready before it is asked for: a long scrawl takes a cheap phone a moment.
  const signature = useMemo(() => strokePath(value.strokes), [value.strokes]);
  const own = membership.role === "household";
  // Whoever signs by itself has opened it on this very phone.
  const hasHandbook = own || household.delivered;
  const page = pledgeHome(membership, household.id);
  const { isElsewhere, saveHere } = useSavedElsewhere(draft.key, household.status);
  const today = isoDate(phone.now(membership.ward));

  useLayoutEffect(() => {
    latest.current = value;
  }, [value]);
  useEffect(() => whenIdle(() => void SignStep.fetch().catch(() => undefined)), []);

  function change(part: Partial<PledgeDraft>) {
    setMissing(null);
    latest.current = changeDraft(latest.current, part);
    keep(latest.current);
  }

  function go(to: Step) {
    change({ step: to, reasked: false });
    void draft.flush();
  }

  function goOn() {
    const lacking = lackingAt(value, campaign);
    if (lacking === null) return go(step === 1 ? 2 : 3);
    setMissing(lacking);
  }

  function statementsOf(by: Signing["by"]) {
    const now = phone.now(membership.ward);
    return pledgeStatements(value, { household: household.id, campaign, edition, by, now, hasHandbook, own });
  }

  /** A finger takes a tenth of a second to be lifted: enough to sign. */
  function getReady() {
    if (value.medium === "paper" || signature === null) return;
    phone.act.getReady(membership.ward, statementsOf({ strokes: signature }));
  }

  async function save() {
    const signed = value.medium === "paper" ? onPaper() : onScreen();
    if (signed === null) return;
    if (await say(statementsOf(signed.by), signed.photos)) onKept(value.ids.pledge);
  }

  function onScreen() {
    if (signature === null) setMissing("signature");
    return signature === null ? null : { by: { strokes: signature }, photos: [] };
  }

  function onPaper() {
    const { photo, signedOn, ids } = value;
    const lacking = lackingOnPaper(value, campaign, today);
    setMissing(lacking);
    if (lacking !== null || photo === null) return null;
    return { by: { on: signedOn ?? today }, photos: [{ of: ids.pledge, bytes: photo }] };
  }

  async function saveDelivery() {
    const { ids } = value;
    if (hasHandbook) await draft.drop();
    else if (!(await say([deliveryOf(ids.delivery, household.id, edition)]))) return;
    // On the household's own phone nothing was said.
    if (own) return navigate(page, { replace: true });
    tellLast({
      sub: household.id,
      number: household.number,
      jtis: hasHandbook ? [] : [ids.delivery],
      words: t(hasHandbook ? "who.dropped" : "who.keptDelivery"),
      what: t(hasHandbook ? "who.dropped" : "who.delivery"),
      // What was taken back stays so: a handbook that is handed over after all is another record.
      dropped: { ...value, ids: { ...ids, delivery: phone.newId() } },
    });
    navigate(page, { replace: true });
  }

  /** Keeps what was said in place of the draft, both in one transaction; where that fails the draft stays. */
  async function say(statements: readonly Draft[], photos: readonly Photo[] = []): Promise<boolean> {
    draft.release();
    const isKept = await saveHere(async () => {
      const done = await run(() => phone.act.say(membership.ward, statements, draft.key, photos));
      return done.ok;
    });
    if (isKept) announce(common("say.kept"));
    // What came meanwhile too: a photo taken just before may have been shrunk by now.
    else draft.keepAgain(value);
    return isKept;
  }

  const bar = {
    title: t("title", { campaign: campaign.id }),
    subtitle: householdName(common, household),
    close: page,
    tabs: false,
  };
  if (isElsewhere) {
    return (
      <Screen {...bar}>
        <SavedElsewhere page={page} />
      </Screen>
    );
  }
  return (
    <Screen
      {...bar}
      actions={<span className="pledge-count">{t("step", { step })}</span>}
      footer={
        <>
          <UnsignedNotice {...value} />
          <Trouble
            text={trouble ?? (missing === null || missing === "consent" ? null : t(MISSING[missing]))}
          />
          {step < 3 ? (
            <Button look="primary" wide onClick={goOn}>
              {t("next")}
            </Button>
          ) : (
            <>
              <Button
                look="primary"
                wide
                disabled={busy}
                onPointerDown={getReady}
                {...onTap(() => void save())}
              >
                {t("sign.save")}
              </Button>
              <p className="pledge-promise">
                <ShieldCheck aria-hidden /> {t("sign.saved")}
              </p>
            </>
          )}
        </>
      }
    >
      <Progress step={step} onBack={go} />
      {step !== 2 && <HaltedCovenant {...{ ward, campaign }} area={household.area} brief={step === 3} />}
      {step === 1 && <ItemsStep {...{ value, change, campaign }} />}
      {step === 2 && (
        <ConsentStep
          {...{ value, change, head, campaign, missing, hasHandbook, busy }}
          ward={ward.name}
          now={phone.now(membership.ward)}
          onDelivery={() => void saveDelivery()}
        />
      )}
      {step === 3 && (
        <Suspense>
          <SignStep.Screen
            {...{ value, change, campaign, hasHandbook, today, own }}
            ward={ward.name}
            now={phone.now(membership.ward)}
            flush={draft.flush}
          />
        </Suspense>
      )}
      {draft.full && <Trouble text={t("draftFull")} />}
      {step === 1 && draft.begun && (
        <Button look="quiet" wide onClick={() => void draft.drop()}>
          {t("startOver")}
        </Button>
      )}
    </Screen>
  );
}

/** Nobody signs before two other steps: it comes while those are read. */
const SignStep = later(async () => (await import("./SignStep.tsx")).SignStep);

/** What is said beside the button; a missing consent is answered at more length where it is asked for. */
const MISSING = {
  items: "items.none",
  signer: "who.signerMissing",
  signature: "sign.missing",
  signedOn: "paper.dayMissing",
  photoConsent: "paper.consentMissing",
  photo: "paper.photoMissing",
} as const;

/** What the form shows of the household that signs. */
export type Signatory = Omit<HouseholdRow, "search">;

export interface PledgeFormProps {
  readonly membership: Membership;
  readonly ward: WardView;
  readonly household: Signatory;
  /** Name of its head; "" where nobody is told it. */
  readonly head: string;
  readonly campaign: Campaign;
  readonly edition: number | string;
  readonly draft: DraftState<PledgeDraft>;
  /** Told the id of the pledge once it is kept. */
  readonly onKept: (pledge: string) => void;
}
