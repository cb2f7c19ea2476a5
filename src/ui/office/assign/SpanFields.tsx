import { useId } from "react";
import { useTranslation } from "react-i18next";
import { dateOf, dayOf } from "../../../domain/days/campaign-days.ts";
import type { WardView } from "../../../phone/api/phone.ts";

/** Dates `2026-11-28`, both included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** From today to the last day of the campaign, or for a month where none runs. */
export function spanOf({ campaign }: Pick<WardView, "campaign">, today: string): Span {
  return { from: today, to: campaign && campaign.to >= today ? campaign.to : dateOf(dayOf(today) + 30) };
}

/** The first and the last day. */
export function SpanFields({
  span,
  onChange,
}: {
  readonly span: Span;
  readonly onChange: (span: Span) => void;
}) {
  const { t } = useTranslation("assign");
  const id = useId();
  return (
    <div className="assign-span">
      <div className="field">
        <label htmlFor={`${id}-from`}>{t("from")}</label>
        <input
          id={`${id}-from`}
          type="date"
          value={span.from}
          onChange={(event) => onChange({ ...span, from: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-to`}>{t("to")}</label>
        <input
          id={`${id}-to`}
          type="date"
          value={span.to}
          onChange={(event) => onChange({ ...span, to: event.target.value })}
        />
      </div>
    </div>
  );
}
