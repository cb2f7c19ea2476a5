import { Send } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Sending } from "../../phone/phone.ts";
import { Button } from "../parts/Button.tsx";
import { usePhone } from "../parts/PhoneContext.tsx";
import { useLive } from "../parts/use-live.ts";
import { useNumbers } from "../text/use-numbers.ts";

/** Tries to send at once, and says in words how that went. */
export function SendNow({ ward }: { readonly ward: string }) {
  const { t } = useTranslation("outbox");
  const numbers = useNumbers();
  const { act } = usePhone();
  const sending = useLive("sending", ward);
  const [tried, setTried] = useState<"no" | "running" | { readonly had: number }>("no");

  async function send() {
    if (tried === "running") return;
    const had = sending?.unsent ?? 0;
    setTried("running");
    await act.exchange(ward);
    setTried({ had });
  }

  const result = tried !== "no" && tried !== "running" && sending ? resultOf(tried.had, sending) : null;
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
        {result === null
          ? t("sendHint")
          : t(result, { left: numbers.integer(sending?.unsent || (sending?.photos ?? 0)) })}
      </p>
    </div>
  );
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
