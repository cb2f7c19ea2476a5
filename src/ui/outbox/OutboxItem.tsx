import { CheckCheck, Clock, Hourglass, Share2, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { OutboxLine } from "../../phone/api/phone.ts";
import { Button } from "../parts/Button.tsx";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { momentWords, saidWords } from "../parts/words/when.ts";
import { useNumbers } from "../text/use-numbers.ts";
import { handedWords } from "./handed-words.ts";
import { reasonWords } from "./reason-words.ts";
import { shareRecord } from "./share-record.ts";
import { typeWords } from "./type-words.ts";

/** One record: whose, what, when, where it stands, and why where the ward did not take it. */
export function OutboxItem({ ward, line }: { readonly ward: string; readonly line: OutboxLine }) {
  const { t } = useTranslation("outbox");
  const numbers = useNumbers();
  const { t: common } = useTranslation("common");
  const { now } = usePhone();
  const { household, standing, seq, at } = line;
  const Icon = ICONS[standing];
  const reason = reasonWords(line);
  const words = (
    <>
      <span className="outbox-number">
        {household?.number === undefined ? (
          <span aria-hidden>–</span>
        ) : (
          <>
            <span className="only-heard">{t("household", { number: household.number })}: </span>
            <span aria-hidden>{household.number}</span>
          </>
        )}
      </span>
      <span className="outbox-words">
        <span className="outbox-what">{typeWords(t, line)}</span>
        <span className="quiet">
          {household?.head !== undefined && <>{household.head} · </>}
          {saidWords(common, line, momentWords(common, at, now(ward)))}
          {line.photoUnsent && <> · {t("photoUnsent")}</>}
          {seq !== null && <> · {t("seq", { seq: numbers.integer(seq) })}</>}
        </span>
      </span>
      <span className={`outbox-standing outbox-${standing}`}>
        <Icon aria-hidden />
        <span className={standing === "unsent" || standing === "received" ? "only-heard" : ""}>
          {t(`standing.${standing}`)}
        </span>
      </span>
    </>
  );
  return (
    <li className="outbox-item">
      {household ? (
        <Link href={`/ho/${household.id}`} className="outbox-row">
          {words}
        </Link>
      ) : (
        <div className="outbox-row">{words}</div>
      )}
      {reason !== null && <p className="outbox-reason">{t(reason)}</p>}
      {line.note !== undefined && <p className="outbox-reason">{t("officeNote", { note: line.note })}</p>}
      {(standing === "rejected" || standing === "refused") && <ShareButton ward={ward} jti={line.jti} />}
    </li>
  );
}

const ICONS = {
  unsent: Clock,
  held: Hourglass,
  received: CheckCheck,
  refused: TriangleAlert,
  rejected: TriangleAlert,
} as const;

function ShareButton({ ward, jti }: { readonly ward: string; readonly jti: string }) {
  const { t } = useTranslation("outbox");
  const { act } = usePhone();
  const [said, setSaid] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);

  async function share() {
    const file = await act.parcelFile(ward, jti);
    if (!file.ok) return setFailed(true);
    const { name, text } = file.value;
    const done = await shareRecord(text, { name, title: t("shareText", { ward }) });
    if (done === "cancelled") return;
    setFailed(done === "failed");
    setSaid(done === "failed" ? null : handedWords(t, done, file.value));
  }

  return (
    <>
      <Button icon={Share2} onClick={() => void share()}>
        {t("shareFile")}
      </Button>
      <p className="quiet" role="status">
        {said}
      </p>
      <Trouble text={failed ? t("shareFailed") : null} />
    </>
  );
}
