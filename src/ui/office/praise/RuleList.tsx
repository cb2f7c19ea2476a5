import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { ruleDraft, type Candidate, type CommendationRule } from "../../../domain/ward/commendation-rules.ts";
import { COMMENDATION_LEVELS, proposalDraft } from "../../../domain/ward/commendations.ts";
import { placeTitle } from "../../parts/words/area-names.ts";
import { Button } from "../../parts/Button.tsx";
import { useNumbers } from "../../text/use-numbers.ts";
import type { PraiseProps } from "./form-props.ts";
import type { PraiseDraft } from "./praise-draft.ts";

/** The rules of the ward, and who fulfils each and was not put forward yet. */
export function RuleList({ ward, busy, titleOf, onRecord, rules, whyOf, onCorrect }: RuleListProps) {
  const { t, i18n } = useTranslation("praise");
  // What is recorded is Vietnamese, whatever the screens speak.
  const inVietnamese = i18n.getFixedT("vi", "praise");
  const numbers = useNumbers();
  return (
    <section className="office-card">
      <h2>{t("rules")}</h2>
      {rules.length === 0 && <p className="quiet">{t("noRules")}</p>}
      {rules.map(({ rule, found }) => (
        <article key={rule.jti} className="praise-rule" aria-label={rule.name}>
          <h3>{rule.name}</h3>
          <p className="quiet">{wordsOf(rule)}</p>
          {found.length === 0 ? (
            <p>{t("noneFulfil")}</p>
          ) : (
            <details>
              <summary>
                {t(rule.of === "household" ? "householdsFulfil" : "groupsFulfil", {
                  count: found.length,
                  number: numbers.integer(found.length),
                })}
              </summary>
              <ul>
                {found.slice(0, MOST).map((one) => (
                  <li key={one.place}>
                    {titleOf({ place: one.place })}
                    <span className="praise-small">{whyOf(t, one)}</span>
                  </li>
                ))}
              </ul>
              {found.length > MOST && (
                <p className="quiet">{t("moreFulfil", { number: numbers.integer(found.length - MOST) })}</p>
              )}
            </details>
          )}
          <div className="praise-acts">
            {found.length > 0 && (
              <Button disabled={busy} onClick={() => void proposeAll(rule, found)}>
                {t("proposeAll", { number: numbers.integer(found.length) })}
              </Button>
            )}
            <Button
              look="quiet"
              aria-label={t("correctOf", { name: rule.name })}
              onClick={() => onCorrect(toDraft(rule, ward.slug))}
            >
              {t("correct")}
            </Button>
            <Button
              look="quiet"
              aria-label={t("dropOf", { name: rule.name })}
              disabled={busy}
              onClick={() =>
                void onRecord({
                  drop: { jti: rule.jti, place: rule.place, again: ruleDraft(rule) },
                  words: t("droppedRule"),
                })
              }
            >
              {t("drop")}
            </Button>
          </div>
        </article>
      ))}
    </section>
  );

  async function proposeAll(rule: CommendationRule, found: readonly Candidate[]) {
    const { jti: byRule, level, period } = rule;
    const says = found.map((one) =>
      proposalDraft({
        place: one.place,
        level,
        period,
        group: undefined,
        reason: whyOf(inVietnamese, one),
        byRule,
      }),
    );
    await onRecord({ says, words: t("proposedAll", { number: numbers.integer(found.length) }) });
  }

  function wordsOf(rule: CommendationRule): string {
    const { of, place, pledged, meetings, gave, indicators, share, period, level } = rule;
    const whom = place === ward.slug ? ward.name : placeTitle(ward, place);
    return [
      t(of === "household" ? "eachHouseholdOf" : "eachGroupOf", { place: whom }),
      pledged ? t("ifPledged") : "",
      meetings > 0 ? t("meetingsWords", { count: meetings, number: meetings }) : "",
      share > 0 ? t("shareWords", { number: share }) : "",
      gave ? t(of === "household" ? "ifGave" : "ifGroupGave") : "",
      ...indicators.map((id) => t("ifIndicator", { name: ward.indicators[id]?.name ?? id })),
      t("ruleFor", { level: levelWords(level), year: period }),
    ]
      .filter(Boolean)
      .join(" · ");
  }

  function levelWords(level: string): string {
    const known = COMMENDATION_LEVELS.find((one) => one === level);
    return known ? t(`levels.${known}`) : level;
  }
}

const MOST = 30;

function toDraft(rule: CommendationRule, ward: string): PraiseDraft["rule"] {
  const { jti, of, name, place, level, period, pledged, meetings, gave, indicators, share } = rule;
  return {
    of: jti,
    whom: of,
    name,
    area: place === ward ? "" : place,
    level: COMMENDATION_LEVELS.find((one) => one === level) ?? "phuong",
    period,
    pledged,
    meetings: meetings === 0 ? "" : String(meetings),
    gave,
    indicators: [...indicators],
    share: share === 0 ? "" : String(share),
  };
}

interface RuleListProps extends PraiseProps {
  readonly rules: readonly { readonly rule: CommendationRule; readonly found: readonly Candidate[] }[];
  readonly whyOf: (t: TFunction<"praise">, one: Candidate) => string;
  readonly onCorrect: (rule: PraiseDraft["rule"]) => void;
}
