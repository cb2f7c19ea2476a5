import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { AnswerWord } from "../../../domain/matters/crossing.ts";
import { crossingIn, daysOpen, stateOf, type OpinionCase } from "../../../domain/matters/opinion-cases.ts";
import type { Draft } from "../../../domain/statement.ts";
import { formatDate } from "../../../domain/words/vietnamese-format.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { placeTitle } from "../../parts/words/area-names.ts";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { householdName } from "../../parts/words/household-names.ts";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { useSay } from "../../parts/hooks/use-say.ts";
import { saidWords } from "../../parts/words/when.ts";
import { CrossingAnswers } from "../CrossingAnswers.tsx";
import { sayingAgain } from "../say-again.ts";
import { AnswerForm } from "./AnswerForm.tsx";
import { ForwardForm } from "./ForwardForm.tsx";
import { answering, finishing, forwarding, withdrawing, type Answer } from "./opinion-statements.ts";
import type { ArticleTitle } from "./use-opinions.ts";

/** What was just done about one, and what takes it back. */
export interface Done {
  readonly what: "forward" | "answer" | "finish";
  readonly jti: string;
  readonly place: string;
}

/** One opinion whole: who gave it, what became of it, and what the office can do. */
export function OpinionSheet({ ward, opinion, all, now, titleOf, onDone, onClose }: OpinionSheetProps) {
  const { t } = useTranslation("officeOpinions");
  const { t: common } = useTranslation("common");
  const { act } = usePhone();
  const { run, busy, trouble } = useSay();
  const [doing, setDoing] = useState<"forward" | "answer" | "withdraw" | null>(null);
  const { household, area, article, amendment, by, forwarded, answer, published } = opinion;
  // Without its words nobody can answer it.
  const isErased = opinion.erasedAt !== undefined;
  const crossing = crossingIn(opinion);

  async function say(what: Done["what"], draft: Draft, kept?: string) {
    const said = await run(() => act.say(ward.slug, [draft], kept));
    const [jti] = said.ok ? said.value : [];
    if (jti !== undefined) onDone({ what, jti, place: opinion.place });
    return said.ok;
  }

  async function withdraw() {
    const said = await run(() => act.say(ward.slug, withdrawing(opinion)));
    if (said.ok) onClose();
  }

  const facts: readonly (readonly [string, React.ReactNode])[] = [
    [
      t("fact.from"),
      `${t(`sources.${opinion.source}`)} · ${saidWords(common, opinion, formatDate(opinion.at))}`,
    ],
    [t("fact.area"), area === null ? t("wholeWard") : placeTitle(ward, area)],
    [
      t("fact.by"),
      household ? (
        <Link key="by" href={`/ho/${household.id}`}>
          {householdName(common, household)}
          {by !== undefined && by !== household.head && ` (${by})`}
        </Link>
      ) : (
        (by ?? t("noName"))
      ),
    ],
    [
      t("fact.article"),
      article === undefined
        ? t(amendment === undefined ? "noArticle" : "onDraft")
        : t("article", { number: article, title: titleOf(area, article) ?? "" }),
    ],
    [t("fact.kind"), t(`kinds.${opinion.kind ?? "none"}`)],
    [t("fact.publish"), t(opinion.mayPublish ? "mayPublish" : "mayNotPublish")],
    [t("fact.days"), t("days", { count: daysOpen(opinion, now) })],
    [t("fact.state"), t(`states.${stateOf(opinion)}`)],
  ];

  return (
    <Dialog title={t("sheet")} first="h2" onClose={onClose}>
      <blockquote className="opinions-words">{opinion.text ?? t("erased")}</blockquote>
      {crossing.length > 0 && doing !== "withdraw" && (
        <CrossingAnswers
          ward={ward}
          words={crossing}
          wordsOf={saidIn}
          busy={busy}
          onKeep={(one) => void say(doneBy(one), sayingAgain(one, opinion.words, opinion.place))}
        />
      )}
      {doing === null && (
        <>
          <dl className="opinions-facts">
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {forwarded && <p>{t("forwardedTo", { to: forwarded.to, on: formatDate(forwarded.on) })}</p>}
          {answer !== undefined && <p className="opinions-answer">{t("answered", { answer })}</p>}
          {published && <p className="quiet">{t("published", { question: published.question })}</p>}
          <Trouble text={trouble} />
          {!isErased && (
            <div className="dialog-acts opinions-acts">
              <Button look="primary" onClick={() => setDoing("answer")}>
                {t(answer === undefined ? "act.answer" : "act.answerAgain")}
              </Button>
              <Button onClick={() => setDoing("forward")}>{t("act.forward")}</Button>
              {opinion.status !== "done" && (
                <Button disabled={busy} onClick={() => void say("finish", finishing(opinion))}>
                  {t("act.finish")}
                </Button>
              )}
            </div>
          )}
          <Button look="quiet" wide onClick={() => setDoing("withdraw")}>
            {t("act.withdraw")}
          </Button>
        </>
      )}
      {doing === "forward" && (
        <ForwardForm
          draftKey={`forward/${ward.slug}/${opinion.jti}`}
          now={now}
          known={[...new Set(all.flatMap((one) => one.forwarded?.to ?? []))]}
          busy={busy}
          trouble={trouble}
          onForward={(to, on) => say("forward", forwarding(opinion, to, on))}
          onCancel={() => setDoing(null)}
        />
      )}
      {doing === "answer" && (
        <AnswerForm
          ward={ward.slug}
          opinion={opinion}
          busy={busy}
          trouble={trouble}
          onAnswer={(said: Answer, kept) => say("answer", answering(opinion, said), kept)}
          onCancel={() => setDoing(null)}
        />
      )}
      {doing === "withdraw" && (
        <>
          <p>{t("withdraw.text")}</p>
          {published && <p>{t("withdraw.published")}</p>}
          <Trouble text={trouble} />
          <div className="dialog-acts">
            <Button look="primary" onClick={() => setDoing(null)}>
              {common("cancel")}
            </Button>
            <Button look="danger" disabled={busy} onClick={() => void withdraw()}>
              {t("withdraw.button")}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );

  function saidIn({ type, body, personal }: AnswerWord) {
    if (type === "opinion.forwarded")
      return t("forwardedTo", { to: String(body["to"]), on: formatDate(String(body["on"])) });
    const state = t(body["status"] === "done" ? "states.done" : "states.answered");
    const printed = body["public"] === undefined ? "" : `(${t("answer.publish")})`;
    return [state, personal["answer"], printed].filter(Boolean).join("\n");
  }
}

function doneBy({ type }: AnswerWord): Done["what"] {
  return type === "opinion.forwarded" ? "forward" : "answer";
}

interface OpinionSheetProps {
  readonly ward: WardView;
  readonly opinion: OpinionCase;
  readonly all: readonly OpinionCase[];
  /** Seconds. */
  readonly now: number;
  readonly titleOf: ArticleTitle;
  readonly onDone: (what: Done) => void;
  readonly onClose: () => void;
}
