import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Observation } from "../../../domain/ward-facts.ts";
import { periodsOf } from "../../../domain/ward/indicators.ts";
import type { HouseholdRow, WardView } from "../../../phone/api/phone.ts";
import { ChoiceChip, Choices } from "../../parts/Chip.tsx";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { UndoToast } from "../../parts/UndoToast.tsx";
import { useApartWords } from "../../parts/hooks/use-apart-words.ts";
import { useLive } from "../../parts/hooks/use-live.ts";
import { indicators as words } from "../../text/vi/indicators.ts";
import { today } from "../form-parts.tsx";
import { StillLoading } from "../overview/StillLoading.tsx";
import type { SectionProps } from "../section-props.ts";
import { useRecording } from "../use-recording.ts";
import { CountForm } from "./CountForm.tsx";
import { DefineForm } from "./DefineForm.tsx";
import { IndicatorCard } from "./IndicatorCard.tsx";
import { ObserveForm } from "./ObserveForm.tsx";
import "./Indicators.css";

/** `/phuong/chi-tieu`: what the ward counts, by place and period, this period against the one before. */
export function IndicatorsPage({ ward }: Pick<SectionProps, "ward">) {
  useApartWords("indicators", words);
  const rows = useLive("round", ward.slug);
  const sending = useLive("sending", ward.slug);
  const observations = useLive("observations", ward.slug);
  if (!rows || !sending || !observations) return null;
  if (!sending.whole) return <StillLoading sending={sending} />;
  return <Indicators ward={ward} rows={rows} observations={observations} />;
}

function Indicators({
  ward,
  rows,
  observations,
}: {
  readonly ward: WardView;
  readonly rows: readonly HouseholdRow[];
  readonly observations: readonly Observation[];
}) {
  const { t } = useTranslation("indicators");
  const { now } = usePhone();
  const year = today(now(ward.slug)).slice(0, 4);
  const periods = useMemo(
    () => periodsOf([...observations, { period: year }]).slice(0, PERIODS),
    [observations, year],
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const [form, setForm] = useState<Form>({ kind: "observe", of: "", times: 0 });
  const { record, undo, close, told, trouble, busy } = useRecording(ward.slug);
  const all = Object.values(ward.indicators);
  // What was counted last is looked at first; before anything was counted in a year, the year itself.
  const period = chosen ?? periodsOf(observations)[0] ?? year;
  const open = (kind: Form["kind"], of = "") => setForm({ kind, of, times: form.times + 1 });

  const onDone = () => open(form.kind === "define" ? "observe" : form.kind, form.of);

  const shared = {
    ward,
    rows,
    observations,
    period: chosen ?? year,
    of: form.of,
    busy,
    onRecord: record,
    onDone,
  };
  return (
    <>
      <Choices label={t("period")}>
        {periods.map((one) => (
          <ChoiceChip key={one} chosen={one === period} onChoose={() => setChosen(one)}>
            {t("ofPeriod", { period: one })}
          </ChoiceChip>
        ))}
      </Choices>
      <div className="office-columns indicators">
        <div className="office-column">
          {all.length === 0 && <p className="quiet">{t("none")}</p>}
          {all.map((indicator) => (
            <IndicatorCard
              key={indicator.id}
              ward={ward}
              rows={rows}
              indicator={indicator}
              observations={observations}
              period={period}
              onOpen={open}
            />
          ))}
        </div>
        <div className="office-column indicators-forms">
          <Choices label={t("forms")}>
            {FORMS.map((one) => (
              <ChoiceChip key={one} chosen={form.kind === one} onChoose={() => open(one, form.of)}>
                {t(one)}
              </ChoiceChip>
            ))}
          </Choices>
          <Trouble text={trouble} />
          {form.kind === "observe" && <ObserveForm key={form.times} {...shared} asked={form.of !== ""} />}
          {form.kind === "count" && <CountForm key={form.times} {...shared} asked={form.of !== ""} />}
          {form.kind === "define" && <DefineForm key={form.times} {...shared} asked={form.of !== ""} />}
        </div>
      </div>
      {told && (
        <UndoToast key={told.id} words={told.words} undone={t("undone")} onUndo={undo} onClose={close} />
      )}
    </>
  );
}

/** The form that is open, and the indicator that it was asked for at; "" for none. */
interface Form {
  readonly kind: (typeof FORMS)[number];
  readonly of: string;
  readonly times: number;
}

const FORMS = ["observe", "count", "define"] as const;
const PERIODS = 8;
