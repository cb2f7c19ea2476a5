import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { DataRequest } from "../../domain/matters/data-requests.ts";
import { dueAt, isOverdue } from "../../domain/matters/request-clock.ts";
import { formatDate } from "../../domain/words/vietnamese-format.ts";
import { Button } from "../parts/Button.tsx";
import { CallWard } from "../parts/CallWard.tsx";
import { dayWords } from "../parts/words/when.ts";

/** What the household asked, how far it has come, until when the ward answers by law, and what it answered. */
export function OwnRequests({ requests, ward, area, now, busy, onTakeBack }: OwnRequestsProps) {
  const { t } = useTranslation("own");
  const { t: common } = useTranslation("common");
  const id = useId();
  return (
    <ul className="own-requests">
      {requests.map((request) => {
        const { jti, at, kind, text, answer, channel } = request;
        return (
          <li key={jti}>
            <span id={`${id}${jti}`}>
              {t("rights.sent", { day: dayWords(common, at, now), what: t(`rights.${kind}`) })}
            </span>
            {text !== undefined && <> “{text}”</>}
            <p className="own-request-answer">
              {answer === null
                ? t("rights.waiting")
                : [t(`rights.outcomes.${answer.outcome}`), answer.text].filter(Boolean).join(" ")}
            </p>
            {answer && <p className="quiet">{t("rights.answeredOn", { day: formatDate(answer.at) })}</p>}
            <Clock request={request} now={now} />
            {isOverdue(request, now) && <CallWard slug={ward} area={area} />}
            {/* What came on paper the ward has written down: that one is not this phone's to take back. */}
            {answer === null && channel === "app" && (
              <Button
                look="quiet"
                aria-describedby={`${id}${jti}`}
                disabled={busy}
                onClick={() => onTakeBack(jti)}
              >
                {t("rights.takeBack")}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Where the ward has not got it yet, that; else the law's day for an answer, or for what was agreed to. */
function Clock({ request, now }: { readonly request: DataRequest; readonly now: number }) {
  const { t } = useTranslation("own");
  if (request.seq === null) return <p className="quiet">{t("rights.unsent")}</p>;
  const due = dueAt(request);
  if (due === null) return null;
  const words = isOverdue(request, now) ? "late" : request.answer === null ? "answerBy" : "doneBy";
  return <p className="quiet">{t(`rights.${words}`, { day: formatDate(due) })}</p>;
}

interface OwnRequestsProps {
  readonly requests: readonly DataRequest[];
  readonly ward: string;
  readonly area: string | undefined;
  /** Seconds. */
  readonly now: number;
  readonly busy: boolean;
  readonly onTakeBack: (jti: string) => void;
}
