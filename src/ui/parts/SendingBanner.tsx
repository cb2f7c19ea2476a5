import { CloudCheck, CloudOff, CloudUpload, Copy, TriangleAlert } from "lucide-react";
import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import type { Sending } from "../../phone/api/phone.ts";
import { useNumbers } from "../text/use-numbers.ts";
import { sending as words } from "../text/vi/sending.ts";
import { Banner } from "./Banner.tsx";
import { CallWard } from "./CallWard.tsx";
import { useHere } from "./hooks/HereContext.tsx";
import { usePhone } from "./hooks/PhoneContext.tsx";
import { isOffline, sendingLine } from "./words/sending-words.ts";
import { useApartWords } from "./hooks/use-apart-words.ts";
import { useLive } from "./hooks/use-live.ts";

/**
 * Whether the ward can be reached, and how many records wait: by the last attempt, not by the browser's word. Above it what
 * only the ward can mend. `Part` speaks instead while the ward has come in part only.
 */
export function SendingBanner({ ward, Part }: SendingBannerProps) {
  useApartWords("sending", words);
  const { t } = useTranslation("sending");
  const { membership } = useHere();
  const isCopied = membership?.ward === ward && membership.copied === true && !membership.revoked;
  return (
    <>
      {isCopied && (
        <Banner tone="refused" icon={Copy}>
          {t("copied")}
        </Banner>
      )}
      <SendingLine ward={ward} Part={Part} />
    </>
  );
}

function SendingLine({ ward, Part }: SendingBannerProps) {
  const { t } = useTranslation("sending");
  const numbers = useNumbers();
  const { now } = usePhone();
  const { membership } = useHere();
  const sending = useLive("sending", ward);
  if (!sending) return null;
  const { busy, problem } = sending;
  if (membership?.ward === ward && membership.revoked) {
    return (
      <Banner tone="refused" icon={TriangleAlert}>
        {t("revoked")}
        <CallWard slug={ward} area={membership.areas[0]} />
      </Banner>
    );
  }
  if (busy && busy.of > 0) {
    return (
      <Banner tone="given" icon={CloudUpload}>
        {t("busy", { sent: numbers.integer(busy.sent), of: numbers.integer(busy.of) })}
      </Banner>
    );
  }
  if (Part && !sending.whole) return <Part sending={sending} />;
  const line = sendingLine(t, sending, now(ward));
  if (!line) return null;
  if (line.isWell) {
    return (
      <Banner tone="signed" icon={CloudCheck}>
        {line.words}
      </Banner>
    );
  }
  const waits = problem === null ? CloudUpload : TriangleAlert;
  return (
    <Banner tone="again" icon={isOffline(sending) ? CloudOff : waits}>
      {line.words}
    </Banner>
  );
}

interface SendingBannerProps {
  readonly ward: string;
  readonly Part?: ComponentType<{ readonly sending: Sending }> | undefined;
}
