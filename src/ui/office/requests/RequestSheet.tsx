import { useId, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { standsFor } from "../../../domain/household/stands-for.ts";
import type { AnswerWord } from "../../../domain/matters/crossing.ts";
import { REQUEST_OUTCOMES, type RequestOutcome } from "../../../domain/matters/data-requests.ts";
import { formatDate } from "../../../domain/words/vietnamese-format.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { Button } from "../../parts/Button.tsx";
import { CheckBox } from "../../parts/CheckBox.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { useDraft } from "../../parts/hooks/use-draft.ts";
import { useLive } from "../../parts/hooks/use-live.ts";
import { useSay } from "../../parts/hooks/use-say.ts";
import { AnsweredFirst } from "../AnsweredFirst.tsx";
import { CrossingAnswers } from "../CrossingAnswers.tsx";
import { sayingAgain } from "../say-again.ts";
import { useAnsweredFirst } from "../use-answered-first.ts";
import type { RequestDone, RequestLine } from "./request-line.ts";
import { RequestName } from "./RequestName.tsx";
import { answeringRequest } from "./request-statements.ts";

/** One request whole, how it is done, and the office's answer. */
export function RequestSheet({ ward, line, onDone, onClose }: RequestSheetProps) {
  const { request, household, words, crossing } = line;
  const { t } = useTranslation("officeRequests");
  const { t: common } = useTranslation("common");
  const { act } = usePhone();
  const { run, busy, trouble } = useSay();
  const facts = useLive("household", ward.slug, household.id);
  const id = useId();
  // Two answers are read before a third is written.
  const [opening] = useState(crossing.length > 0 ? { first: "h2" } : {});
  // Nothing is chosen before: what was asked is done, or refused, by whoever says so.
  const [outcome, setOutcome] = useState<RequestOutcome | null>(null);
  // By its key it goes with the household's erasure.
  const half = useDraft(`request-answer/${request.jti}/${ward.slug}/${household.id}`, readWords);
  const text = half?.value ?? "";
  const [withdraw, setWithdraw] = useState(true);
  const [erase, setErase] = useState(false);
  const [lacking, setLacking] = useState<Lacking | null>(null);
  const { kind, answer } = request;
  const standing = answer && `${answer.at} ${answer.outcome} ${answer.text ?? ""}`;
  const { isAnswered, readIt, say } = useAnsweredFirst(standing, half);
  const isDone = outcome === "done";
  const agreed = facts?.purposes ?? [];
  const merged = facts ? standsFor(facts).filter((one) => one !== household.id) : [];
  const withWithdrawal = kind === "withdraw" && isDone && agreed.length > 0;
  const withErasure = kind === "erase" && isDone;
  // Of one that was erased in part the name stays.
  const isErased = facts?.erased === true && facts.head === undefined;

  function lack(): Lacking | null {
    if (outcome === null) return "needOutcome";
    if (outcome === "refused" && text.trim() === "") return "needReason";
    return withErasure && !erase && !isErased ? "needErasure" : null;
  }

  function choose(one: RequestOutcome) {
    setOutcome(one);
    setLacking(null);
  }

  function tickErasure(on: boolean) {
    setErase(on);
    setLacking(null);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    const lacks = lack();
    setLacking(lacks);
    if (isAnswered || lacks !== null || outcome === null) return;
    const written = text.trim();
    const erased = withErasure && erase;
    const purposes = withWithdrawal && withdraw ? agreed : [];
    const answered = { outcome, text: written, purposes, erase: erased };
    const drafts = answeringRequest(request, words, { household: household.id, merged }, answered);
    half?.release();
    const isKept = await say(async () => {
      const said = await run(() => act.say(ward.slug, drafts, half?.key));
      // An erasure takes nothing back, and what came with it stays.
      const [jti] = said.ok && drafts.length === 1 ? said.value : [];
      if (said.ok)
        onDone({ what: erased ? "erased" : "answered", jti: jti ?? null, household: household.id });
      return said.ok;
    });
    if (!isKept) half?.keepAgain(text);
  }

  async function sayAgain(one: AnswerWord) {
    await say(async () => {
      const kept = await run(() => act.say(ward.slug, [sayingAgain(one, words, household.id)]));
      const [jti = null] = kept.ok ? kept.value : [];
      if (kept.ok) onDone({ what: "answered", jti, household: household.id });
      return kept.ok;
    });
  }

  return (
    <Dialog title={t("sheet")} {...opening} onClose={onClose}>
      <RequestName line={line} />
      {request.text !== undefined && <blockquote>{t("words", { text: request.text })}</blockquote>}
      {answer && !isAnswered && <p>{answerWords(answer)}</p>}
      {crossing.length > 0 && (
        <CrossingAnswers
          ward={ward}
          words={crossing}
          wordsOf={saidIn}
          busy={busy}
          onKeep={(one) => void sayAgain(one)}
        />
      )}
      <p className="quiet">{t(`how.${kind}`)}</p>
      <p>
        <Link href={`/ho/${household.id}`}>{t("open")}</Link>
      </p>
      <form onSubmit={(event) => void submit(event)}>
        {answer && isAnswered && (
          <AnsweredFirst onRead={readIt}>
            <p>{answerWords(answer)}</p>
          </AnsweredFirst>
        )}
        <fieldset className="requests-outcomes">
          <legend>{t("outcome")}</legend>
          {REQUEST_OUTCOMES.map((one) => (
            <label key={one} className="requests-outcome">
              <input
                type="radio"
                name={`${id}-outcome`}
                checked={outcome === one}
                onChange={() => choose(one)}
              />
              {t(`outcomes.${one}`)}
            </label>
          ))}
        </fieldset>
        <div className="field">
          <label htmlFor={`${id}-text`}>{t("text")}</label>
          <textarea
            id={`${id}-text`}
            rows={3}
            maxLength={2000}
            value={text}
            onChange={({ target }) => half?.keep(target.value)}
          />
          <p className="field-hint">{t("textHint")}</p>
          {request.channel !== "app" && <p className="field-hint">{t("tellThem")}</p>}
        </div>
        {withWithdrawal && (
          <CheckBox checked={withdraw} onChange={setWithdraw}>
            {t("alsoWithdraw")}
          </CheckBox>
        )}
        {withErasure && isErased && <p>{t("alreadyErased")}</p>}
        {withErasure && (
          <CheckBox checked={erase} onChange={tickErasure} boxed>
            {t("alsoErase")}
            {merged.length > 0 && <>. {t("alsoMerged", { count: merged.length })}</>}
          </CheckBox>
        )}
        <Trouble text={lacking === null ? trouble : t(lacking)} />
        <div className="dialog-acts">
          <Button onClick={onClose}>{common("cancel")}</Button>
          {!isAnswered && (
            <Button
              type="submit"
              look={withErasure && erase ? "danger" : "primary"}
              disabled={busy || facts === undefined}
            >
              {t(withErasure && erase ? "answerErase" : "answer")}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );

  function answerWords({ at, outcome: what, text: told }: NonNullable<RequestLine["request"]["answer"]>) {
    const said = [t(`states.${what}`), told].filter(Boolean).join(". ");
    return t("answered", { on: formatDate(at), text: said });
  }

  function saidIn({ body, personal }: AnswerWord) {
    const what = REQUEST_OUTCOMES.find((one) => one === body["outcome"]) ?? "done";
    return [t(`states.${what}`), personal["text"]].filter(Boolean).join(". ");
  }
}

function readWords(kept: unknown): string {
  return typeof kept === "string" ? kept : "";
}

/** What keeps an answer from being kept, by the name of its words. */
type Lacking = "needOutcome" | "needReason" | "needErasure";

interface RequestSheetProps {
  readonly ward: WardView;
  readonly line: RequestLine;
  readonly onDone: (what: RequestDone) => void;
  readonly onClose: () => void;
}
