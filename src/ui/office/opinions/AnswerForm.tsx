import { useEffect, useId, useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { isRecord } from "../../../domain/jws.ts";
import type { OpinionCase } from "../../../domain/matters/opinion-cases.ts";
import { Button } from "../../parts/Button.tsx";
import { CheckBox } from "../../parts/CheckBox.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { useDraft } from "../../parts/hooks/use-draft.ts";
import { AnsweredFirst } from "../AnsweredFirst.tsx";
import { useAnsweredFirst } from "../use-answered-first.ts";
import { namesIn, type Answer } from "./opinion-statements.ts";

/** The words of an answer, kept while they are written; printed in the handbook only where its giver agreed, and without a name. */
export function AnswerForm({ ward, opinion, busy, trouble, onAnswer, onCancel }: AnswerFormProps) {
  const { t } = useTranslation("officeOpinions");
  const { t: common } = useTranslation("common");
  const id = useId();
  const draft = useDraft(`answer/${ward}/${opinion.jti}`, readHalf);
  const [wrong, setWrong] = useState<string | null>(null);
  const { answer, status, settledAt } = opinion;
  const standing = settledAt === null ? null : `${settledAt} ${status} ${answer ?? ""}`;
  const { isAnswered, readIt, say } = useAnsweredFirst(standing, draft);
  const box = useRef<HTMLTextAreaElement>(null);
  const isReady = draft !== undefined;
  useEffect(() => {
    if (isReady) box.current?.focus();
  }, [isReady]);
  if (!draft) return null;
  const half: Half = draft.begun ? draft.value : { ...EMPTY, question: opinion.text ?? "" };
  const change = (part: Partial<Half>) => {
    setWrong(null);
    draft.keep({ ...half, ...part });
  };

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isAnswered) return undefined;
    const [text, question] = [half.text.trim(), half.question.trim()];
    const isPrinted = opinion.mayPublish && half.publish;
    if (text === "" || (isPrinted && question === "")) return setWrong(t("answer.lacking"));
    const names = isPrinted ? namesIn(`${question} ${text}`, opinion) : [];
    if (names.length > 0) return setWrong(t("answer.named", { name: names.join(", ") }));
    void keep({ text, isDone: half.isDone, question: isPrinted ? question : null });
    return undefined;
  }

  async function keep(said: Answer) {
    draft?.release();
    const isKept = await say(() => onAnswer(said, draft?.key ?? ""));
    if (!isKept) draft?.keepAgain(half);
  }

  return (
    <form onSubmit={submit}>
      {isAnswered && (
        <AnsweredFirst onRead={readIt}>
          <p className="opinions-answer">
            {answer === undefined ? t("states.done") : t("answered", { answer })}
          </p>
        </AnsweredFirst>
      )}
      <div className="field">
        <label htmlFor={`${id}-text`}>{t("answer.label")}</label>
        <textarea
          ref={box}
          id={`${id}-text`}
          rows={5}
          maxLength={5000}
          value={half.text}
          onChange={({ target }) => change({ text: target.value })}
        />
        <p className="field-hint">{t("answer.hint")}</p>
      </div>
      <CheckBox checked={half.isDone} onChange={(isDone) => change({ isDone })}>
        {t("answer.isDone")}
      </CheckBox>
      {opinion.mayPublish ? (
        <CheckBox checked={half.publish} onChange={(publish) => change({ publish })}>
          {t("answer.publish")}
        </CheckBox>
      ) : (
        <p className="quiet">{t("answer.noPublish")}</p>
      )}
      {opinion.mayPublish && half.publish && (
        <div className="field">
          <label htmlFor={`${id}-question`}>{t("answer.question")}</label>
          <textarea
            id={`${id}-question`}
            rows={3}
            maxLength={2000}
            value={half.question}
            onChange={({ target }) => change({ question: target.value })}
          />
          <p className="field-hint">{t("answer.questionHint")}</p>
        </div>
      )}
      <Trouble text={wrong ?? trouble} />
      <div className="dialog-acts">
        <Button
          onClick={() => {
            void draft.flush();
            onCancel();
          }}
        >
          {common("cancel")}
        </Button>
        {!isAnswered && (
          <Button type="submit" look="primary" disabled={busy}>
            {t("act.sendAnswer")}
          </Button>
        )}
      </div>
    </form>
  );
}

interface Half {
  readonly text: string;
  readonly isDone: boolean;
  readonly publish: boolean;
  readonly question: string;
}

const EMPTY: Half = { text: "", isDone: false, publish: false, question: "" };

function readHalf(kept: unknown): Half {
  if (!isRecord(kept)) return EMPTY;
  const { text, isDone, publish, question } = kept;
  return {
    text: typeof text === "string" ? text : "",
    isDone: isDone === true,
    publish: publish === true,
    question: typeof question === "string" ? question : "",
  };
}

interface AnswerFormProps {
  readonly ward: string;
  readonly opinion: OpinionCase;
  readonly busy: boolean;
  readonly trouble: string | null;
  /** With the key of the draft that it was. Tells whether it was kept. */
  readonly onAnswer: (answer: Answer, draft: string) => Promise<boolean>;
  readonly onCancel: () => void;
}
