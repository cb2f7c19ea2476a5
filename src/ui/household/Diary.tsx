import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DiaryLine, Household } from "../../domain/household-facts.ts";
import type { Membership, WardView } from "../../phone/phone.ts";
import { Button } from "../parts/Button.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { usePhone } from "../parts/PhoneContext.tsx";
import { Toast } from "../parts/Toast.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { useSay } from "../parts/use-say.ts";
import { DiaryItem } from "./DiaryItem.tsx";
import "./Diary.css";

/** What was said of this household, the latest first; what this phone said can be taken back here later too. */
export function Diary({ household, membership, ward }: DiaryProps) {
  const { t } = useTranslation("household");
  const { t: common } = useTranslation("common");
  const { act, now } = usePhone();
  const { run, busy, trouble } = useSay();
  const [all, setAll] = useState(false);
  const [asked, setAsked] = useState<DiaryLine | null>(null);
  const [done, setDone] = useState(false);
  const lines = all ? household.diary : household.diary.slice(0, FIRST);

  async function takeBack({ jti }: DiaryLine) {
    const taken = await run(() => act.retract(membership.ward, jti, household.id));
    if (!taken.ok) return;
    setAsked(null);
    setDone(true);
    setTimeout(() => setDone(false), 4000);
  }

  return (
    <section aria-labelledby="diary">
      <h2 id="diary" className="diary-title">
        {t("diary.title")}
      </h2>
      {household.diary.length === 0 && <p className="quiet">{t("diary.empty")}</p>}
      <Trouble text={trouble} />
      <ol className="diary">
        {lines.map((line) => (
          <DiaryItem
            key={line.jti}
            line={line}
            ward={ward}
            now={now(ward.slug)}
            busy={busy}
            onTakeBack={isOwn(line, membership) ? takeBackOf(line) : null}
          />
        ))}
      </ol>
      {lines.length < household.diary.length && (
        <Button look="quiet" onClick={() => setAll(true)}>
          {t("diary.more")}
        </Button>
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
      {done && <Toast>{t("done.takenBack")}</Toast>}
    </section>
  );

  // A pledge is the household's: before it goes, a question.
  function takeBackOf(line: DiaryLine): () => void {
    return () => (line.type === "pledge.signed" ? setAsked(line) : void takeBack(line));
  }
}

interface DiaryProps {
  readonly household: Household;
  readonly membership: Membership;
  readonly ward: WardView;
}

const FIRST = 12;
const TAKEN_BACK_HERE = new Set(["visit.logged", "handbook.delivered", "pledge.signed"]);

function isOwn({ kid, type, retracted }: DiaryLine, { device }: Membership): boolean {
  return kid === device && !retracted && TAKEN_BACK_HERE.has(type);
}
