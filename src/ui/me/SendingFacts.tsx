import { useTranslation } from "react-i18next";
import { ButtonLink } from "../parts/Button.tsx";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { problemWords } from "../parts/words/sending-words.ts";
import { useApartWords } from "../parts/hooks/use-apart-words.ts";
import { clockGap } from "../parts/words/clock-gap.ts";
import { useLive } from "../parts/hooks/use-live.ts";
import { momentWords } from "../parts/words/when.ts";
import { useNumbers } from "../text/use-numbers.ts";
import { sending as words } from "../text/vi/sending.ts";
import { daysSince, isLate, minutesOff } from "../parts/words/days-since.ts";
import { Fact } from "./DeviceFacts.tsx";

/** When this phone last reached the ward, what waits, and what is wrong with its clock. */
export function SendingFacts({ ward }: { readonly ward: string }) {
  useApartWords("sending", words);
  const { t } = useTranslation("me");
  const { t: sendingWords } = useTranslation("sending");
  const numbers = useNumbers();
  const { t: common } = useTranslation("common");
  const { now } = usePhone();
  const sending = useLive("sending", ward);
  if (!sending) return null;
  const { unsent, lastSuccess, clockOffset } = sending;
  const days = daysSince(lastSuccess, now(ward));
  const off = minutesOff(clockOffset);
  const gap = off === null ? null : clockGap(off);
  const problem = problemWords(sendingWords, sending);
  return (
    <section>
      <h2>{t("sending.title")}</h2>
      {isLate(days) && <p className="trouble">{t("sending.late", { days })}</p>}
      {problem !== null && <p className="trouble">{problem}</p>}
      {gap && (
        <p className="trouble">
          {t(`sending.clock${gap.unit}`, { count: gap.count, minutes: numbers.integer(gap.count) })}
        </p>
      )}
      <dl className="facts">
        <Fact
          name={t("sending.last")}
          value={lastSuccess === null ? t("sending.never") : momentWords(common, lastSuccess, now(ward))}
        />
        <Fact
          name={t("sending.waiting")}
          value={t("sending.waitingCount", { count: unsent, number: numbers.integer(unsent) })}
        />
      </dl>
      <ButtonLink href="/so-gui">{t("sending.open")}</ButtonLink>
    </section>
  );
}
