import { useTranslation } from "react-i18next";
import {
  STEPS,
  stepOf,
  type AmendmentCase,
  type Step,
  type TakenStep,
} from "../../../domain/amendment/amendment-case.ts";
import { legalDays } from "../../../domain/amendment/deadlines.ts";
import { formatDate } from "../../../domain/words/vietnamese-format.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { Button } from "../../parts/Button.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { useNumbers } from "../../text/use-numbers.ts";
import { Days } from "./Days.tsx";
import { refusalWords } from "./refusal-words.ts";
import { TakenCard } from "./TakenCard.tsx";

/** The steps of a file in the law's order: what was done and what it lacks, what comes next and until when. */
export function Timeline({ ward, file, next, onCorrect, onDrop }: TimelineProps) {
  const { t } = useTranslation("amendment");
  const numbers = useNumbers();
  const last = file.steps.toSorted((a, b) => (a.date === b.date ? b.at - a.at : a.date < b.date ? 1 : -1))[0];
  return (
    <section className="office-card">
      <h3>{t("timeline")}</h3>
      <ol className="amendment-steps">
        {shownSteps(file, next).map((step) => {
          const taken = stepOf(file, step);
          return (
            <li key={step} className={taken ? "amendment-done" : undefined}>
              <h4>
                {t(`steps.${step}`)} <StepChip taken={taken} isNext={step === next[0]} />
              </h4>
              {taken ? (
                <TakenCard
                  ward={ward}
                  file={file}
                  taken={taken}
                  onCorrect={() => onCorrect(taken)}
                  {...(taken === last ? { onDrop: () => onDrop(taken) } : {})}
                />
              ) : (
                <>
                  <p className="quiet">{t(`law.${step}`)}</p>
                  <Days {...legalDays(file, step)} />
                </>
              )}
            </li>
          );
        })}
      </ol>
      {file.disputed.length > 0 && (
        <>
          <h3>{t("disputed")}</h3>
          <ul className="amendment-disputed">
            {file.disputed.map(({ taken, refusals }) => (
              <li key={taken.jti}>
                <strong>
                  {t("pastItem", { date: formatDate(taken.date), step: t(`steps.${taken.step}`) })}
                </strong>
                {refusals.map((refusal) => (
                  <p key={refusal.code}>{refusalWords(t, numbers, refusal)}</p>
                ))}
                <Button
                  look="quiet"
                  aria-label={t("dropOf", { step: t(`steps.${taken.step}`) })}
                  onClick={() => onDrop(taken)}
                >
                  {t("drop")}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {file.past.length > 0 && (
        <details>
          <summary>{t("past")}</summary>
          <ul>
            {file.past.map((taken) => (
              <li key={taken.jti}>
                {t("pastItem", { date: formatDate(taken.date), step: t(`steps.${taken.step}`) })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function StepChip({ taken, isNext }: { readonly taken: TakenStep | undefined; readonly isNext: boolean }) {
  const { t } = useTranslation("amendment");
  if (taken?.seq === null) return <Chip tone="again">{t("waiting")}</Chip>;
  if (taken) return <Chip tone="signed">{t("done")}</Chip>;
  return isNext ? <Chip tone="given">{t("isNext")}</Chip> : <Chip>{t("later")}</Chip>;
}

/** All but the ways that a file has not gone: ballots where the meeting decides, the vote where it cannot. */
function shownSteps(file: AmendmentCase, next: readonly Step[]): readonly Step[] {
  const hasBallots = stepOf(file, "ballots") !== undefined || next.includes("ballots");
  return STEPS.filter((step) => {
    if (step === "ended") return stepOf(file, step) !== undefined;
    if (step === "ballots") return hasBallots;
    return step !== "result" || !hasBallots;
  });
}

interface TimelineProps {
  readonly ward: WardView;
  readonly file: AmendmentCase;
  readonly next: readonly Step[];
  readonly onCorrect: (taken: TakenStep) => void;
  readonly onDrop: (taken: TakenStep) => void;
}
