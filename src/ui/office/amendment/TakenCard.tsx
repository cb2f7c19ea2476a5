import { useTranslation } from "react-i18next";
import type { AmendmentCase, TakenStep } from "../../../domain/amendment/amendment-case.ts";
import { stateOf } from "../../../domain/amendment/count.ts";
import { daysLate, legalDays } from "../../../domain/amendment/deadlines.ts";
import { missingOf } from "../../../domain/amendment/missing.ts";
import { formatDate } from "../../../domain/words/vietnamese-format.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { Button, ButtonLink } from "../../parts/Button.tsx";
import { useNumbers } from "../../text/use-numbers.ts";
import { PaperButtons } from "./PaperButtons.tsx";
import { saidWords } from "./said-words.ts";

/** A recorded step: its day and figures in words, what it lacks, its paper, and what can be done about it. */
export function TakenCard({ ward, file, taken, onCorrect, onDrop }: TakenCardProps) {
  const { t } = useTranslation("amendment");
  const numbers = useNumbers();
  const { step, date, draft } = taken;
  const name = t(`steps.${step}`);
  const articles = draft?.chapters.flatMap((chapter) => chapter.articles) ?? [];
  const isOpen = ["underWay", "noQuorum"].includes(stateOf(file));
  return (
    <>
      <p>
        {formatDate(date)}
        {saidWords(t, numbers, file, taken) !== "" && ` · ${saidWords(t, numbers, file, taken)}`}
      </p>
      {missingOf(file, taken).map((one) => (
        <p key={one} className="amendment-missing">
          {t(`missing.${one}`, {
            days: daysLate(file, step, date),
            date: formatDate(legalDays(file, step).latest?.date ?? ""),
          })}
        </p>
      ))}
      {draft && (
        <>
          {isOpen && <p className="quiet">{t("online")}</p>}
          <details>
            <summary>{t("readDraft", { count: articles.length })}</summary>
            {articles.map((article) => (
              <div key={String(article.number)} className="amendment-article">
                <p>
                  <strong>{t("articleOf", { number: article.number, title: article.title })}</strong>
                </p>
                <p>{article.text}</p>
              </div>
            ))}
          </details>
        </>
      )}
      <div className="amendment-acts">
        <PaperButtons ward={ward} file={file} said={taken} />
        {(step === "posting" || step === "opinions") && (
          <ButtonLink look="quiet" href="/phuong/y-kien">
            {t("seeOpinions")}
          </ButtonLink>
        )}
        <Button look="quiet" aria-label={t("correctOf", { step: name })} onClick={onCorrect}>
          {t("correct")}
        </Button>
        {onDrop && (
          <Button look="quiet" aria-label={t("dropOf", { step: name })} onClick={onDrop}>
            {t("drop")}
          </Button>
        )}
      </div>
    </>
  );
}

interface TakenCardProps {
  readonly ward: WardView;
  readonly file: AmendmentCase;
  readonly taken: TakenStep;
  readonly onCorrect: () => void;
  /** Of the last one alone: what follows hangs on the others. */
  readonly onDrop?: () => void;
}
