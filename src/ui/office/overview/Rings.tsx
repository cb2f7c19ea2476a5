import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Totals } from "../../../domain/ward/totals.ts";
import type { Numbers } from "../../../domain/words/number-format.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import type { Tone } from "../../parts/Chip.tsx";
import { useLive } from "../../parts/hooks/use-live.ts";
import { figuresOf } from "../../handbook/chapters/figures.ts";
import { useMeasures } from "../../text/use-measures.ts";
import { Ring } from "./Ring.tsx";

/** The large figures: handbooks delivered, households signed, and what the ward counts every year. */
export function Rings({
  ward,
  totals: { households, delivered, signed, awaiting },
  signedLately,
  deliveredBefore = 0,
}: {
  readonly ward: WardView;
  readonly totals: Totals;
  /** Null where only sums are known. */
  readonly signedLately: number | null;
  /** Of the delivered handbooks those that households had before the campaign began. */
  readonly deliveredBefore?: number;
}) {
  const { t } = useTranslation("office");
  const numbers = useMeasures();
  const view = useLive("handbook", ward.slug, ward.books[0]?.area ?? null);
  const figures = view
    ? figuresOf(view, numbers).filter(({ ofWard, share }) => ofWard && share !== null && share <= 1)
    : [];
  // As the report and the table have it: what stands in a ring is to be read from afar.
  const exact = (part: number) => t("ringExact", { share: numbers.percent(part, households) });
  return (
    <div className="rings">
      <RingCard
        tone="given"
        share={delivered / households}
        value={wholePercent(numbers, delivered, households)}
      >
        <p>
          <strong>{numbers.integer(delivered)}</strong> {t("delivered")}
        </p>
        <p className="quiet">{exact(delivered)}</p>
        {deliveredBefore > 0 && (
          <p className="quiet">
            {t("deliveredBefore", { count: deliveredBefore, number: numbers.integer(deliveredBefore) })}
          </p>
        )}
        <p className="quiet">
          {t("deliveredLeft", {
            count: awaiting,
            number: numbers.integer(awaiting),
          })}
        </p>
      </RingCard>
      <RingCard tone="signed" share={signed / households} value={wholePercent(numbers, signed, households)}>
        <p>
          <strong>{numbers.integer(signed)}</strong> {t("signed")}
        </p>
        <p className="quiet">{exact(signed)}</p>
        {signedLately !== null && (
          <p className="quiet">{t("signedLately", { number: numbers.integer(signedLately) })}</p>
        )}
      </RingCard>
      {figures.slice(0, 2).map(({ indicator, share, value, before, period }) => (
        <RingCard key={indicator.id} tone="again" share={share ?? 0} value={value}>
          <p>{indicator.name}</p>
          <p className="quiet">
            {period}
            {before && <> · {t("ringBefore", before)}</>}
          </p>
        </RingCard>
      ))}
    </div>
  );
}

function RingCard({
  tone,
  share,
  value,
  children,
}: {
  readonly tone: Tone;
  readonly share: number;
  readonly value: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="ring-card">
      <Ring tone={tone} share={share} value={value} />
      <div>{children}</div>
    </div>
  );
}

/** In whole per cent, but 100 % only where nobody is left out, and 0 % where there is nobody. */
function wholePercent(numbers: Numbers, part: number, whole: number): string {
  if (part * 100 < whole) return numbers.percent(part, whole);
  return numbers.percent(Math.floor((part * 100) / whole), 100);
}
