import { useTranslation } from "react-i18next";
import { decideBy, decidedLate } from "../../../domain/amendment/covenant-decision-days.ts";
import { decisionDraft } from "../../../domain/covenant/covenant-decision-draft.ts";
import type { CovenantDecision } from "../../../domain/covenant/covenant-standing.ts";
import { formatDate } from "../../../domain/words/vietnamese-format.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { areaName } from "../../parts/words/area-names.ts";
import { Button } from "../../parts/Button.tsx";
import { Chip } from "../../parts/Chip.tsx";
import type { Dropped } from "../use-recording.ts";

/** What was decided to suspend, abolish or let hold again, the latest first, to be corrected or taken back. */
export function DecisionList({ ward, decisions, onCorrect, onDrop }: DecisionListProps) {
  const { t } = useTranslation("amendment");
  return (
    <section className="office-card">
      <h2>{t("decided.list")}</h2>
      {decisions.length === 0 && <p>{t("decided.none")}</p>}
      <ul className="amendment-decisions">
        {decisions.toReversed().map((one) => (
          <li key={one.jti}>
            <p>
              <strong>{t(`decided.outcomes.${one.outcome}`)}</strong>{" "}
              {t("decided.about", {
                what: whatOf(one.articles),
                area: areaName(ward, one.area),
                from: formatDate(one.from),
              })}{" "}
              {one.seq === null && <Chip tone="again">{t("waiting")}</Chip>}
            </p>
            <p className="quiet">
              {t("decided.by", { number: one.number, date: formatDate(one.date), authority: one.authority })}
            </p>
            {one.asked !== "" && <p className="quiet">{askedWords(one)}</p>}
            {one.grounds !== "" && <p className="quiet">{one.grounds}</p>}
            <div className="amendment-acts">
              <Button
                look="quiet"
                aria-label={t("decided.correctOf", { number: one.number })}
                onClick={() => onCorrect(one)}
              >
                {t("correct")}
              </Button>
              <Button
                look="quiet"
                aria-label={t("decided.dropOf", { number: one.number })}
                onClick={() => onDrop(one)}
              >
                {t("drop")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );

  function askedWords(one: CovenantDecision): string {
    const told = t("decided.askedOn", { date: formatDate(one.asked) });
    const [latest, days] = [decideBy(one.outcome, one.asked), decidedLate(one)];
    if (latest === null) return told;
    const date = formatDate(latest.date);
    return `${told} ${days === 0 ? t("decided.inTime", { date }) : t("missing.late", { days, date })}`;
  }

  function whatOf(articles: readonly string[]): string {
    if (articles.length === 0) return t("decided.wholeOf");
    return t("decided.articlesOf", { list: articles.join(", ") });
  }
}

/** What takes a decision back, and would say it once more. */
export function droppedDecision(one: CovenantDecision): Dropped {
  return { jti: one.jti, place: one.area, again: decisionDraft(one) };
}

interface DecisionListProps {
  readonly ward: WardView;
  readonly decisions: readonly CovenantDecision[];
  readonly onCorrect: (one: CovenantDecision) => void;
  readonly onDrop: (one: CovenantDecision) => void;
}
