import { useTranslation } from "react-i18next";
import { dateOf, dayOf } from "../../../domain/days/campaign-days.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { TextField } from "../form-parts.tsx";

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
  return (
    <div className="assign-span">
      <TextField
        label={t("from")}
        type="date"
        value={span.from}
        onChange={(from) => onChange({ ...span, from })}
      />
      <TextField label={t("to")} type="date" value={span.to} onChange={(to) => onChange({ ...span, to })} />
    </div>
  );
}
