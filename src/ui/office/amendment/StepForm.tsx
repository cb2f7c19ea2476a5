import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type {
  AmendmentCase,
  NewStep,
  Refusal,
  Step,
  TakenStep,
} from "../../../domain/amendment/amendment-case.ts";
import { refusalsOf } from "../../../domain/amendment/check-step.ts";
import { legalDays } from "../../../domain/amendment/deadlines.ts";
import { correctionRefusals } from "../../../domain/amendment/fold-amendments.ts";
import type { HouseholdRow, WardView } from "../../../phone/api/phone.ts";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { useDraft } from "../../parts/hooks/use-draft.ts";
import { useNumbers } from "../../text/use-numbers.ts";
import { FormCard, TextField, today } from "../form-parts.tsx";
import { Days } from "./Days.tsx";
import { HeldMeeting } from "./HeldMeeting.tsx";
import { Need } from "./Need.tsx";
import { PaperButtons } from "./PaperButtons.tsx";
import { refusalWords } from "./refusal-words.ts";
import { StepFieldInput } from "./StepFieldInput.tsx";
import { fieldsOf, readValues, stepFrom, valuesOf, type StepValues } from "./step-values.ts";
import { useUsualValues } from "./use-usual-values.ts";

/** Records a step, or says one anew: what the law asks of it stands above, what cannot be is told in a sentence. */
export function StepForm({ ward, rows, file, step, of, busy, trouble, onRecord }: StepFormProps) {
  const { t } = useTranslation("amendment");
  const numbers = useNumbers();
  const { now } = usePhone();
  const [refused, refuse] = useState<Refusal | null>(null);
  const form = useRef<HTMLDivElement>(null);
  const usual = useUsualValues(ward, rows, file, step);
  const first = useMemo(() => (of ? valuesOf(of) : usual), [of, usual]);
  const read = useCallback((kept: unknown): StepValues => ({ ...first, ...readValues(kept) }), [first]);
  const draft = useDraft(`amendment/${ward.slug}/${file.id}/${of ? of.jti : step}`, read);
  const field = refused?.field;
  useEffect(() => {
    if (field === undefined) return;
    form.current?.querySelector<HTMLElement>(`[data-field="${field}"] :is(input, select, textarea)`)?.focus();
  }, [field]);
  if (!draft) return null;
  const { value, keep } = draft;
  const said = stepFrom(step, value, numbers);

  async function record() {
    const day = today(now(ward.slug));
    const [refusal] = of ? correctionRefusals(file, of.jti, said, day) : refusalsOf(file, said, day);
    refuse(refusal ?? null);
    if (refusal) return;
    const done = await onRecord(said);
    if (done) await draft?.drop();
  }

  const change = (more: StepValues) => {
    refuse(null);
    keep({ ...value, ...more });
  };

  return (
    <div ref={form} className="amendment-form">
      <FormCard
        title={of ? t("correcting", { step: t(`steps.${step}`) }) : t(`steps.${step}`)}
        button={of ? t("saveCorrection") : t("save")}
        trouble={refused ? refusalWords(t, numbers, refused) : trouble}
        busy={busy}
        asked={of !== null}
        onSubmit={() => void record()}
      >
        <p className="amendment-law">{t(`law.${step}`)}</p>
        <Days {...legalDays(file, step)} />
        <div data-field="date">
          <TextField
            label={t("fields.date")}
            type="date"
            value={value["date"] ?? ""}
            onChange={(date) => change({ date })}
          />
        </div>
        {step === "meeting" && (
          <HeldMeeting
            ward={ward}
            rows={rows}
            area={file.area}
            value={value["heldMeeting"] ?? ""}
            onChange={change}
          />
        )}
        {fieldsOf(step, value).map((one) => (
          <div key={one.name} data-field={one.name}>
            <StepFieldInput
              ward={ward}
              file={file}
              rows={rows}
              field={one}
              values={value}
              onChange={change}
            />
          </div>
        ))}
        <Need file={file} said={said} />
        <PaperButtons ward={ward} file={file} said={said} isTyped />
      </FormCard>
    </div>
  );
}

interface StepFormProps {
  readonly ward: WardView;
  readonly rows: readonly HouseholdRow[];
  readonly file: AmendmentCase;
  readonly step: Step;
  /** The recorded step that is said anew; null for a new one. */
  readonly of: TakenStep | null;
  readonly busy: boolean;
  readonly trouble: string | null;
  readonly onRecord: (said: NewStep) => Promise<boolean>;
}
