import { Send } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Sending } from "../../phone/api/phone.ts";
import { Button } from "../parts/Button.tsx";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { isOffline, lateDays, problemWords } from "../parts/words/sending-words.ts";
import { useApartWords } from "../parts/hooks/use-apart-words.ts";
import { useLive } from "../parts/hooks/use-live.ts";
import { useNumbers } from "../text/use-numbers.ts";
import { sendAdvice } from "../text/vi/send-advice.ts";
import { sending as words } from "../text/vi/sending.ts";

/** Tries to send at once, and says in words how that went. */
export function SendNow({ ward }: { readonly ward: string }) {
  useApartWords("sending", words);
  useApartWords("sendAdvice", sendAdvice);
  const { t } = useTranslation("outbox");
  const { t: advice } = useTranslation("sendAdvice");
  const { t: sendingWords } = useTranslation("sending");
  const numbers = useNumbers();
  const { act, now } = usePhone();
  const sending = useLive("sending", ward);
  const [tried, setTried] = useState<"no" | "running" | { readonly had: number }>("no");

  async function send() {
    if (tried === "running") return;
    const had = sending?.unsent ?? 0;
    setTried("running");
    await act.exchange(ward);
    setTried({ had });
  }

  function said(had: number, stands: Sending): string {
    const problem = problemWords(sendingWords, stands);
    if (problem !== null) return `${problem}.`;
    return t(resultOf(had, stands), { left: numbers.integer(stands.unsent || (stands.photos ?? 0)) });
  }

  const hasTried = tried !== "no" && tried !== "running";
  const isStuck = hasTried && sending && !isOffline(sending) && sending.problem !== null && waits(sending);
  const late = sending ? lateDays(sending, now(ward)) : null;
  return (
    <div className="outbox-send">
      <Button
        look={(sending?.unsent ?? 0) > 0 ? "primary" : "plain"}
        icon={Send}
        wide
        aria-disabled={tried === "running"}
        onClick={() => void send()}
      >
        {t("send")}
      </Button>
      <p className="quiet" role="status">
        {!hasTried || !sending ? t("sendHint") : said(tried.had, sending)}
        {late !== null && ` ${sendingWords("lateText", { days: late })}`}
      </p>
      <div aria-live="polite">{isStuck && <p className="quiet">{advice(adviceOn(sending.problem))}</p>}</div>
    </div>
  );
}

function waits({ unsent, photos = 0 }: Sending): boolean {
  return unsent + photos > 0;
}

/** What to do about it, by the slug of the ward's problem. */
function adviceOn(problem: Sending["problem"]) {
  if (problem === "too-often") return "wait" as const;
  if (problem === "store-full") return "wardFull" as const;
  return problem === "unknown-device" || problem === "bad-token" ? ("stranger" as const) : ("file" as const);
}

function resultOf(
  had: number,
  { unsent, photos = 0, reached }: Pick<Sending, "unsent" | "photos" | "reached">,
) {
  if (reached === true && unsent === 0 && photos > 0) return "photosLeft" as const;
  if (reached !== true) return "unreachable" as const;
  if (unsent > 0) return "sentSome" as const;
  return had > 0 ? ("sentAll" as const) : ("sentNone" as const);
}
