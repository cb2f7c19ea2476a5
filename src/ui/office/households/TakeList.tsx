import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, type Answer, type Answers } from "../../../domain/import/answers.ts";
import { areasOf, importDrafts } from "../../../domain/import/import-drafts.ts";
import type { ImportPlan } from "../../../domain/import/plan-import.ts";
import { formatInteger } from "../../../domain/vietnamese-format.ts";
import type { WardView } from "../../../phone/phone.ts";
import { Button } from "../../parts/Button.tsx";
import { usePhone } from "../../parts/PhoneContext.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { importKey, type KeptImport } from "./kept-import.ts";
import { NewAreas } from "./NewAreas.tsx";
import { PreviewTable } from "./PreviewTable.tsx";
import { previewRows } from "./preview-rows.ts";
import type { ListReading } from "./read-list.ts";

/** What taking a list would do, and the button that takes it; until then nothing is kept. */
export function TakeList({ ward, file, reading, onTaken }: TakeListProps) {
  const { examined } = reading;
  const [answers, setAnswers] = useState<Answers>({});
  if (!examined.plan.ok) return null;
  return (
    <OpenList
      {...{ ward, file, reading, onTaken, answers }}
      plan={examined.plan.value}
      onAnswer={(key, answer) => setAnswers({ ...answers, [key]: answer })}
    />
  );
}

interface TakeListProps {
  readonly ward: WardView;
  readonly file: string;
  readonly reading: ListReading;
  /** It is kept. */
  readonly onTaken: () => void;
}

interface OpenListProps extends TakeListProps {
  readonly plan: ImportPlan;
  readonly answers: Answers;
  readonly onAnswer: (key: string, answer: Answer) => void;
}

function OpenList({ ward, file, reading, plan, answers, onAnswer, onTaken }: OpenListProps) {
  const { t } = useTranslation("households");
  const { t: common } = useTranslation("common");
  const { act, newId, now } = usePhone();
  const [full, setFull] = useState(false);
  const { examined } = reading;
  const codes = useMemo(() => new Set(ward.areas.map(({ code }) => code)), [ward.areas]);
  // What is in doubt stays in sight, whatever was said of it.
  const rows = useMemo(() => previewRows(plan, examined, (area) => codes.has(area)), [plan, examined, codes]);
  const taken = useMemo(() => {
    const all = answered(plan, examined, answers);
    return { ...all, add: all.add.filter(({ area }) => codes.has(area)) };
  }, [plan, examined, answers, codes]);
  const newAreas = useMemo(() => areasOf(plan.add).filter(({ code }) => !codes.has(code)), [plan, codes]);
  const withheld = rows.filter(({ kind }) => kind === "noArea").length;
  const isNothing = taken.add.length + taken.change.length === 0;

  async function take() {
    const kept: KeptImport = {
      file,
      at: now(ward.slug),
      add: taken.add.length,
      change: taken.change.length,
      drafts: importDrafts(taken, newId).map((draft) => ({ ...draft, jti: newId() })),
    };
    const done = await act.keepDraft(importKey(ward.slug), kept);
    setFull(!done.ok);
    if (done.ok) onTaken();
  }

  return (
    <>
      <NewAreas ward={ward.slug} areas={newAreas} />
      <PreviewTable ward={ward} rows={rows} answers={answers} onAnswer={onAnswer} />
      <div className="import-take">
        <p role="status">
          {isNothing
            ? t("take.nothing")
            : t("take.sum", {
                add: formatInteger(taken.add.length),
                change: formatInteger(taken.change.length),
                refused: formatInteger(taken.refused.length + withheld),
                missing: formatInteger(taken.missing.length),
              })}
        </p>
        <Trouble text={full ? common("say.full") : null} />
        <Button look="primary" disabled={isNothing} onClick={() => void take()}>
          {t("take.button")}
        </Button>
      </div>
    </>
  );
}
