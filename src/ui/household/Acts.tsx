import { BookUp, CalendarClock, DoorClosed, DoorOpen, Hand, Signature } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { Household } from "../../domain/household-facts.ts";
import type { HouseholdStatus } from "../../domain/household/status.ts";
import type { Draft } from "../../domain/statement.ts";
import { formatTime } from "../../domain/words/vietnamese-format.ts";
import type { Membership, WardView } from "../../phone/api/phone.ts";
import { pledgeDraftKey } from "../../phone/drafts/pledge-draft-key.ts";
import { Button } from "../parts/Button.tsx";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { useGapWords } from "../parts/hooks/use-gap-words.ts";
import { useKept } from "../parts/hooks/use-kept.tsx";
import { useSay } from "../parts/hooks/use-say.ts";
import { dayWords } from "../parts/words/when.ts";
import { ComeBackSheet } from "./ComeBackSheet.tsx";
import { editionFor } from "./edition.ts";
import type { LastAct } from "./use-last-act.ts";
import { printedCopies } from "./printed-copies.ts";
import { RefuseDialog } from "./RefuseDialog.tsx";
import { SignAgainDialog } from "./SignAgainDialog.tsx";
import "./Acts.css";

/**
 * What can be done at this door. The first tap says how it was; 'Gặp được' makes what is done with somebody the next thing to
 * do, and whoever taps that at once has met somebody, too. One tap is enough where it can be undone; a refusal and a second
 * pledge are asked about.
 */
export function Acts({ membership, ward, household, status, draft, onKept }: ActsProps) {
  const { t } = useTranslation("household");
  const { t: common } = useTranslation("common");
  const phone = usePhone();
  const [, navigate] = useLocation();
  const { run, busy, trouble } = useSay();
  const [open, setOpen] = useState<"come-back" | "refuse" | "again" | null>(null);
  // Remembered while the app is open, so that whoever comes back from a half-filled pledge still stands before somebody.
  const [wasMet, setWasMet] = useKept(`met/${household.id}`, false);
  const [times, setTimes] = useState(0);
  const isHalf = draft !== null;
  const met = wasMet || isHalf;
  const metActs = useRef<HTMLDivElement>(null);
  const edition = editionFor(ward, household.area);
  const gap = useGapWords(membership.ward);
  // Two phones at one door count one copy, unless the later one knew of the first.
  const another = printedCopies(household, edition).length > 0 || undefined;
  const missing = new Set<string>();
  if (!ward.campaign) missing.add(gap(t("noCampaign")));
  if (edition === undefined) missing.add(gap(t("noBook")));
  const sub = household.id;
  const half = pledgeDraftKey(membership.ward, sub);
  const keys = {
    comeBack: `come-back/${membership.ward}/${sub}`,
    refuse: `refuse/${membership.ward}/${sub}`,
  };

  /** Says it in the place of a draft, of which `dropped` is what comes back where this is undone; tells whether it was kept. */
  async function say(
    said: Omit<Draft, "sub">,
    [words, what]: readonly [words: string, what: string],
    draftKey?: string,
    dropped: unknown = null,
  ): Promise<boolean> {
    const done = await run(() => phone.act.say(membership.ward, [{ ...said, sub }], draftKey));
    const [jti] = done.ok ? done.value : [];
    if (jti === undefined) return false;
    const at = phone.now(membership.ward);
    onKept({ ward: membership.ward, sub, number: household.number, at, jtis: [jti], words, what, dropped });
    setOpen(null);
    return true;
  }

  function refuse(note: string | undefined) {
    const said = { type: "visit.logged", body: { outcome: "refused" }, personal: { note } };
    // What the household has said no to is not left ready to be saved.
    return say(said, [t(isHalf ? "done.refusedHalf" : "done.refused"), t("refused")], half, draft);
  }

  function comeBack(at: number, note: string | undefined) {
    const when = { time: formatTime(at), day: dayWords(common, at, phone.now(membership.ward)) };
    const said = { type: "visit.logged", body: { outcome: "comeBack", at }, personal: { note } };
    return say(said, [t("done.comeBack", when), t("notice.comeBack", when)], keys.comeBack);
  }

  useEffect(() => {
    if (times > 0) metActs.current?.querySelector<HTMLElement>("button:enabled")?.focus();
  }, [times]);

  function meet() {
    setWasMet(true);
    setTimes(times + 1);
  }

  return (
    <section aria-label={t("acts")}>
      <div className="acts" role="group" aria-label={t("first")}>
        <Button
          look={met || status.word === "signed" ? "plain" : "primary"}
          icon={DoorOpen}
          aria-pressed={met}
          onClick={meet}
        >
          {t("met")}
        </Button>
        <Button
          icon={DoorClosed}
          disabled={busy}
          onClick={() => void say(ABSENT, [t("done.absent"), t("absent")])}
        >
          {t("absent")}
        </Button>
        <Button icon={CalendarClock} onClick={() => setOpen("come-back")}>
          {t("comeBack")}
        </Button>
        <Button icon={Hand} onClick={() => setOpen("refuse")}>
          {t("refused")}
        </Button>
      </div>
      <div ref={metActs} className="acts acts-met" role="group" aria-label={t("metActs")}>
        <Button
          look={met && status.word !== "signed" ? "primary" : "plain"}
          icon={Signature}
          disabled={!ward.campaign || edition === undefined}
          onClick={() => (status.word === "signed" && !isHalf ? setOpen("again") : navigate(`/ho/${sub}/ky`))}
        >
          {t("pledge")}
        </Button>
        <Button
          icon={BookUp}
          disabled={busy || edition === undefined}
          onClick={() =>
            void say({ type: "handbook.delivered", body: { edition, how: "hand", another } }, [
              t("done.deliver"),
              t("deliver"),
            ])
          }
        >
          {t("deliver")}
        </Button>
      </div>
      {[...missing].map((words) => (
        <p key={words} className="field-hint">
          {words}
        </p>
      ))}
      {open === null && <Trouble text={trouble} />}
      {open === "come-back" && (
        <ComeBackSheet
          draftKey={keys.comeBack}
          now={phone.now(membership.ward)}
          trouble={trouble}
          busy={busy}
          onKeep={comeBack}
          onClose={() => setOpen(null)}
        />
      )}
      {open === "refuse" && (
        <RefuseDialog
          draftKey={keys.refuse}
          trouble={trouble}
          busy={busy}
          isHalf={isHalf}
          onKeep={refuse}
          onClose={() => setOpen(null)}
        />
      )}
      {open === "again" && (
        <SignAgainDialog
          day={status.at === null ? "" : dayWords(common, status.at, phone.now(membership.ward))}
          onSign={() => navigate(`/ho/${sub}/ky?lai=1`)}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}

const ABSENT = { type: "visit.logged", body: { outcome: "absent" } };

interface ActsProps {
  readonly membership: Membership;
  readonly ward: WardView;
  readonly household: Household;
  readonly status: HouseholdStatus;
  /** The half-filled pledge; null where there is none. */
  readonly draft: unknown;
  readonly onKept: (last: LastAct) => void;
}
