import { CloudCheck, CloudOff, CloudUpload, Copy, TriangleAlert } from "lucide-react";
import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { formatDate, formatTime } from "../../domain/vietnamese-format.ts";
import type { Sending } from "../../phone/phone.ts";
import { useNumbers } from "../text/use-numbers.ts";
import { Banner } from "./Banner.tsx";
import { useHere } from "./HereContext.tsx";
import { usePhone } from "./PhoneContext.tsx";
import { useLive } from "./use-live.ts";

/**
 * Whether the ward can be reached, and how many records wait: by the last attempt, not by the browser's word. Above it what
 * only the ward can mend. `Part` speaks instead while the ward has come in part only.
 */
export function SendingBanner({ ward, Part }: SendingBannerProps) {
  const { t } = useTranslation("common");
  const { membership } = useHere();
  const isCopied = membership?.ward === ward && membership.copied === true && !membership.revoked;
  return (
    <>
      {isCopied && (
        <Banner tone="refused" icon={Copy}>
          {t("sending.copied")}
        </Banner>
      )}
      <SendingLine ward={ward} Part={Part} />
    </>
  );
}

function SendingLine({ ward, Part }: SendingBannerProps) {
  const { t } = useTranslation("common");
  const numbers = useNumbers();
  const { now } = usePhone();
  const { membership } = useHere();
  const sending = useLive("sending", ward);
  if (!sending) return null;
  const { unsent, reached, busy, lastSuccess, problem } = sending;
  const count = { count: unsent };
  if (membership?.ward === ward && membership.revoked) {
    return (
      <Banner tone="refused" icon={TriangleAlert}>
        {t("sending.revoked")}
      </Banner>
    );
  }
  if (busy && busy.of > 0) {
    return (
      <Banner tone="given" icon={CloudUpload}>
        {t("sending.busy", { sent: numbers.integer(busy.sent), of: numbers.integer(busy.of) })}
      </Banner>
    );
  }
  if (Part && !sending.whole) return <Part sending={sending} />;
  if (reached === false) {
    return (
      <Banner tone="again" icon={CloudOff}>
        {unsent > 0 ? t("sending.offlineWaiting", count) : t("sending.offline")}
      </Banner>
    );
  }
  if (unsent > 0) {
    return (
      <Banner tone="again" icon={CloudUpload}>
        {t(waitingKey({ reached, problem }), count)}
      </Banner>
    );
  }
  if (reached === null || lastSuccess === null) return null;
  return (
    <Banner tone="signed" icon={CloudCheck}>
      {t("sending.reachedAt", { time: whenSent(lastSuccess, now(ward)) })}
    </Banner>
  );
}

interface SendingBannerProps {
  readonly ward: string;
  readonly Part?: ComponentType<{ readonly sending: Sending }> | undefined;
}

function waitingKey({ reached, problem }: Pick<Sending, "reached" | "problem">) {
  if (problem !== null) return "sending.problem" as const;
  return reached ? ("sending.reachedWaiting" as const) : ("sending.waiting" as const);
}

/** The hour of today, the day otherwise. */
function whenSent(at: number, now: number): string {
  return formatDate(at) === formatDate(now) ? formatTime(at) : formatDate(at).slice(0, 5);
}
