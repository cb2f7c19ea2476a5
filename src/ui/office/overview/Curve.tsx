import { useTranslation } from "react-i18next";
import type { CurveDay, Reached } from "../../../domain/campaign/campaign-curves.ts";
import type { Span } from "../../../domain/days/campaign-days.ts";
import { formatDate } from "../../../domain/words/vietnamese-format.ts";
import { useNumbers } from "../../text/use-numbers.ts";
import { curveLine, HIGH, WIDE } from "./curve-line.ts";

/** One curve, with how far it has come in words and what the campaign before had by the same day. */
export function Curve({
  word,
  households,
  span,
  curve,
  before,
}: {
  readonly word: keyof Reached;
  readonly households: number;
  readonly span: Span;
  readonly curve: readonly CurveDay[];
  readonly before: readonly CurveDay[] | null;
}) {
  const { t } = useTranslation("curves");
  const numbers = useNumbers();
  const last = curve.at(-1);
  if (!last) return null;
  // A campaign that was shorter stays as it was on its last day.
  const same = before && (before[curve.length - 1] ?? before.at(-1));
  const days = Math.max(curve.length, before?.length ?? 0);
  const values = curve.map((day) => day[word]);
  const former = before?.map((day) => day[word]) ?? [];
  const counted = { number: numbers.integer(last[word]), of: numbers.integer(households) };
  const sentence = t(`now.${word}`, { ...counted, day: numbers.integer(last.day) });
  const compared = same ? t("same", { number: numbers.integer(same[word]) }) : "";
  return (
    <figure className={`curve curve-of-${word}`}>
      <figcaption>
        {t(word)}
        <br />
        <strong>{counted.number}</strong>{" "}
        <span className="quiet">
          / {counted.of} · {numbers.percent(last[word], households)}
        </span>
      </figcaption>
      <svg
        viewBox={`-4 -4 ${WIDE + 8} ${HIGH + 8}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${sentence} ${compared}`.trim()}
      >
        <path className="curve-ground" d={`M0 0H${WIDE}M0 ${HIGH / 2}H${WIDE}M0 ${HIGH}H${WIDE}`} />
        <path className="curve-before" d={curveLine(former, days, households)} />
        <path className="curve-now" d={curveLine(values, days, households)} />
      </svg>
      <p className="curve-days quiet" aria-hidden>
        <span>{formatDate(span.from).slice(0, 5)}</span>
        <span>{t("day", { day: numbers.integer(days) })}</span>
      </p>
      {compared !== "" && <p className="quiet">{compared}</p>}
    </figure>
  );
}
