import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AmendmentCase, NewStep, Step, TakenStep } from "../../../domain/amendment/amendment-case.ts";
import { openingDraft, stepDraft } from "../../../domain/amendment/amendment-statements.ts";
import { stateOf } from "../../../domain/amendment/count.ts";
import { nextSteps } from "../../../domain/amendment/next-steps.ts";
import { formatDate } from "../../../domain/words/vietnamese-format.ts";
import type { HouseholdRow, WardView } from "../../../phone/api/phone.ts";
import { areaName } from "../../parts/words/area-names.ts";
import { Button, ButtonLink } from "../../parts/Button.tsx";
import { ChoiceChip, Choices } from "../../parts/Chip.tsx";
import { UndoToast } from "../../parts/UndoToast.tsx";
import { useRecording } from "../use-recording.ts";
import { amendmentAddress } from "./addresses.ts";
import { StateChip } from "./AmendmentList.tsx";
import { Collected } from "./Collected.tsx";
import { NewEdition } from "./NewEdition.tsx";
import { StepForm } from "./StepForm.tsx";
import { Timeline } from "./Timeline.tsx";

/** One file: what was done, what the law asks of the next step, and the form to record it. */
export function AmendmentFile({ ward, rows, file }: AmendmentFileProps) {
  const { t } = useTranslation("amendment");
  const { record, undo, close, told, trouble, busy } = useRecording(ward.slug);
  const [chosen, choose] = useState<Step | null>(null);
  const [correcting, correct] = useState<TakenStep | null>(null);
  const next = nextSteps(file);
  const step = next.find((one) => one === chosen) ?? next[0];
  const title = file.title === "" ? t("untitled") : file.title;
  const state = stateOf(file);
  const hasDraft = [...file.steps, ...file.past].some(({ step: name }) => name === "posting");
  const isRecognised = state === "recognised" || state === "inForce";
  const again = (taken: NewStep) => stepDraft(file, taken);

  async function keep(said: NewStep): Promise<boolean> {
    const drop = correcting
      ? { drop: { jti: correcting.jti, place: file.area, again: again(correcting) } }
      : {};
    const done = await record({
      says: [again(said)],
      ...drop,
      words: t("kept", { step: t(`steps.${said.step}`) }),
    });
    if (done) {
      correct(null);
      choose(null);
    }
    return done;
  }

  function takeBack(taken: TakenStep) {
    correct(null);
    void record({ drop: { jti: taken.jti, place: file.area, again: again(taken) }, words: t("dropped") });
  }

  return (
    <>
      <div className="amendment-head">
        <h2>{title}</h2>
        <StateChip state={state} />
        <ButtonLink look="quiet" icon={ArrowLeft} href={amendmentAddress()}>
          {t("back")}
        </ButtonLink>
      </div>
      <p className="quiet">
        {t(`kinds.${file.kind}`)} · {areaName(ward, file.area)} · {t("opened", { date: formatDate(file.at) })}
        {file.money && ` · ${t("new.money")}`}
      </p>
      <p className="amendment-intro">{t("noVoting")}</p>
      <p className="amendment-intro">{t("noMixing")}</p>
      <div className="office-columns">
        <div className="office-column">
          {correcting ? (
            <>
              <Button onClick={() => correct(null)}>{t("cancel")}</Button>
              <StepForm
                key={correcting.jti}
                {...{ ward, rows, file, busy, trouble }}
                step={correcting.step}
                of={correcting}
                onRecord={keep}
              />
            </>
          ) : (
            step && (
              <>
                {next.length > 1 && (
                  <Choices label={t("choose")}>
                    {next.map((one) => (
                      <ChoiceChip key={one} chosen={one === step} onChoose={() => choose(one)}>
                        {t(`steps.${one}`)}
                      </ChoiceChip>
                    ))}
                  </Choices>
                )}
                <StepForm
                  key={step}
                  {...{ ward, rows, file, step, busy, trouble }}
                  of={null}
                  onRecord={keep}
                />
              </>
            )
          )}
          {isRecognised && !correcting && <NewEdition ward={ward} file={file} />}
          {hasDraft && <Collected ward={ward} file={file} />}
          {file.steps.length === 0 && file.disputed.length === 0 && (
            <Button look="quiet" onClick={() => void record({ drop: dropped(), words: t("dropped") })}>
              {t("dropFile")}
            </Button>
          )}
        </div>
        <div className="office-column amendment-timeline">
          <Timeline ward={ward} file={file} next={next} onCorrect={correct} onDrop={takeBack} />
        </div>
      </div>
      {told && (
        <UndoToast key={told.id} words={told.words} undone={t("undone")} onUndo={undo} onClose={close} />
      )}
    </>
  );

  function dropped() {
    return { jti: file.jti, place: file.area, again: openingDraft(file) };
  }
}

interface AmendmentFileProps {
  readonly ward: WardView;
  readonly rows: readonly HouseholdRow[];
  readonly file: AmendmentCase;
}
