import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DiaryLine, Household } from "../../../domain/household-facts.ts";
import type { Membership, WardView } from "../../../phone/api/phone.ts";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { useAnnounce } from "../../parts/Announcer.tsx";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { Toast } from "../../parts/Toast.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { useSay } from "../../parts/hooks/use-say.ts";
import { useLive } from "../../parts/hooks/use-live.ts";
import { correctingStatements, correctionKey, isCorrectable, type Instead } from "./correcting.ts";
import { DiaryItem } from "./DiaryItem.tsx";
import "./Diary.css";

/** Few correct, and seldom: it comes when it is opened. */
const CorrectSheet = lazy(async () => ({ default: (await import("./CorrectSheet.tsx")).CorrectSheet }));

/** What was said of this household, the latest first; what its person said can be corrected or taken back here later too. */
export function Diary({ household, membership, ward, onGone }: DiaryProps) {
  const { t } = useTranslation("household");
  const { t: common } = useTranslation("common");
  const { act, now, newId } = usePhone();
  const { run, busy, trouble } = useSay();
  const announce = useAnnounce();
  const [all, setAll] = useState(false);
  const [asked, setAsked] = useState<DiaryLine | null>(null);
  const [correcting, setCorrecting] = useState<DiaryLine | null>(null);
  const [done, setDone] = useState<{ readonly what: "takenBack" | "corrected" } | null>(null);
  const photo = useLive("photo", correcting === null ? null : ward.slug, correcting?.jti ?? null);
  const lines = all ? household.diary : household.diary.slice(0, FIRST);

  // Each has its own time: what was said of one does not go with the one before.
  useEffect(() => {
    if (!done) return undefined;
    const timer = setTimeout(() => setDone(null), 4000);
    return () => clearTimeout(timer);
  }, [done]);

  async function takeBack(line: DiaryLine) {
    const taken = await run(() => act.retract(membership.ward, line.jti, household.id));
    if (taken.ok) tell("takenBack", line);
  }

  async function correct(line: DiaryLine, instead: Instead, draft: string): Promise<boolean> {
    const jti = newId();
    const said = correctingStatements(line, household, { ...instead, jti });
    // A photo is found by the statement that names it: it goes along while it is still here.
    const photos = photo ? [{ of: jti, bytes: photo }] : [];
    const kept = await run(() => act.say(membership.ward, said, draft, photos));
    if (kept.ok) tell("corrected", line);
    return kept.ok;
  }

  function tell(what: "takenBack" | "corrected", line: DiaryLine) {
    onGone(line);
    void act.dropDraft(correctionKey(ward.slug, household.id, line));
    setAsked(null);
    setCorrecting(null);
    setDone({ what });
    announce(t(`done.${what}`));
  }

  return (
    <section aria-labelledby="diary">
      <h2 id="diary" className="diary-title">
        {t("diary.title")}
      </h2>
      {household.diary.length === 0 && <p className="quiet">{t("diary.empty")}</p>}
      {!correcting && <Trouble text={trouble} />}
      <ol className="diary">
        {lines.map((line) => (
          <DiaryItem
            key={line.jti}
            line={line}
            ward={ward}
            now={now(ward.slug)}
            busy={busy}
            corrected={household.diary.find(({ jti }) => jti === line.corrects)}
            onCorrect={isCorrectable(line, membership, ward) ? () => setCorrecting(line) : null}
          />
        ))}
      </ol>
      {lines.length < household.diary.length && (
        <Button look="quiet" onClick={() => setAll(true)}>
          {t("diary.more")}
        </Button>
      )}
      {correcting && (
        <Suspense fallback={null}>
          <CorrectSheet
            {...{ household, ward, trouble, busy }}
            line={correcting}
            now={now(ward.slug)}
            onKeep={(...kept) => correct(correcting, ...kept)}
            onTakeBack={() => askOrTakeBack(correcting)}
            onClose={() => setCorrecting(null)}
          />
        </Suspense>
      )}
      {asked && (
        <Dialog title={t("takeBack.title")} onClose={() => setAsked(null)}>
          <p>{t("takeBack.text")}</p>
          <div className="dialog-acts">
            <Button onClick={() => setAsked(null)}>{common("cancel")}</Button>
            <Button look="primary" disabled={busy} onClick={() => void takeBack(asked)}>
              {t("takeBack.button")}
            </Button>
          </div>
        </Dialog>
      )}
      {done && <Toast>{t(`done.${done.what}`)}</Toast>}
    </section>
  );

  // A pledge is the household's: before it goes, a question.
  function askOrTakeBack(line: DiaryLine) {
    if (line.type !== "pledge.signed") return void takeBack(line);
    setCorrecting(null);
    setAsked(line);
    return undefined;
  }
}

interface DiaryProps {
  readonly household: Household;
  readonly membership: Membership;
  readonly ward: WardView;
  /** A line was taken back or corrected. */
  readonly onGone: (line: DiaryLine) => void;
}

const FIRST = 12;
