import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, type Answer, type Answers } from "../../../domain/import/answers.ts";
import { areasOf, importDrafts } from "../../../domain/import/import-drafts.ts";
import type { ImportPlan } from "../../../domain/import/plan-import.ts";
import type { NamedDraft } from "../../../domain/statement.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { Button } from "../../parts/Button.tsx";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { useNumbers } from "../../text/use-numbers.ts";
import { IN_PIECE, keepImport } from "./kept-import.ts";
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

  return (
    <>
      <NewAreas ward={ward.slug} areas={newAreas} />
      <PreviewTable ward={ward} rows={rows} answers={answers} onAnswer={onAnswer} />
      <TakeBar ward={ward.slug} {...{ file, taken, withheld, onTaken }} />
    </>
  );
}

/** What is taken, and how much of it is kept by now: told a piece at a time, and nothing above it is drawn again for that. */
function TakeBar({ ward, file, taken, withheld, onTaken }: TakeBarProps) {
  const { t } = useTranslation("households");
  const numbers = useNumbers();
  const { t: common } = useTranslation("common");
  const phone = usePhone();
  const [full, setFull] = useState(false);
  /** How much of it is kept by now; null while nobody takes it. */
  const [kept, setKept] = useState<number | null>(null);
  const [add, change] = [taken.add.length, taken.change.length];
  const isNothing = add + change === 0;

  async function take() {
    setKept(0);
    const list = { file, add, change, all: add + change };
    const done = await keepImport(phone, ward, list, piecesOf(taken, phone.newId), setKept);
    setKept(null);
    setFull(!done.ok);
    if (done.ok) onTaken();
  }

  return (
    <div className="import-take">
      <p role="status">
        {kept !== null &&
          t("take.keeping", { done: numbers.integer(kept), all: numbers.integer(add + change) })}
        {kept === null && isNothing && t("take.nothing")}
        {kept === null &&
          !isNothing &&
          t("take.sum", {
            add: numbers.integer(add),
            change: numbers.integer(change),
            refused: numbers.integer(taken.refused.length + withheld),
            missing: numbers.integer(taken.missing.length),
          })}
      </p>
      <Trouble text={full ? common("say.full") : null} />
      <Button look="primary" disabled={isNothing || kept !== null} onClick={() => void take()}>
        {t("take.button")}
      </Button>
    </div>
  );
}

interface TakeBarProps extends Pick<TakeListProps, "file" | "onTaken"> {
  readonly ward: string;
  readonly taken: ImportPlan;
  /** Rows that wait for their area. */
  readonly withheld: number;
}

/** What taking a list says, each with an id, made a piece at a time as it is kept. */
function* piecesOf(plan: ImportPlan, newId: () => string): Generator<readonly NamedDraft[]> {
  const { add, change } = plan;
  for (let from = 0; from < add.length + change.length; from += IN_PIECE) {
    const to = from + IN_PIECE;
    const some = {
      ...plan,
      add: add.slice(from, to),
      change: change.slice(Math.max(0, from - add.length), Math.max(0, to - add.length)),
    };
    yield importDrafts(some, newId).map((draft) => ({ ...draft, jti: newId() }));
  }
}
