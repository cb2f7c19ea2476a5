import { useCallback, useId, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { decideBy } from "../../../domain/amendment/covenant-decision-days.ts";
import { decisionDraft } from "../../../domain/covenant/covenant-decision-draft.ts";
import { decisionFlaw, readArticles } from "../../../domain/covenant/covenant-decision-flaw.ts";
import type {
  CovenantDecision,
  CovenantOutcome,
  NewCovenantDecision,
} from "../../../domain/covenant/covenant-standing.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { useDraft } from "../../parts/hooks/use-draft.ts";
import { useLive } from "../../parts/hooks/use-live.ts";
import { FormCard, TextField, today } from "../form-parts.tsx";
import type { Recording } from "../use-recording.ts";
import { BookField } from "./BookField.tsx";
import { Days } from "./Days.tsx";
import { droppedDecision } from "./DecisionList.tsx";
import { readValues, type StepValues } from "./step-values.ts";

/** Records what the commune's People's Committee decided of a covenant: who, by which decision, since when, why, which articles. */
export function DecisionForm({ ward, decisions, of, busy, trouble, onRecord }: DecisionFormProps) {
  const { t } = useTranslation("amendment");
  const { now } = usePhone();
  const [wrong, setWrong] = useState<string | null>(null);
  const areas = [...new Set(ward.books.map(({ area }) => area))];
  const first = useMemo(
    (): StepValues => (of ? valuesOf(of) : { outcome: "suspended", authority: `UBND ${ward.name}` }),
    [of, ward.name],
  );
  const read = useCallback((kept: unknown): StepValues => ({ ...first, ...readValues(kept) }), [first]);
  const draft = useDraft(`covenant-decided/${ward.slug}/${of?.jti ?? "new"}`, read);
  const value = draft?.value ?? first;
  const area = value["area"] ?? areas[0] ?? "";
  const found = useLive("handbook", ward.slug, area);
  if (!draft || found === undefined || areas.length === 0) return null;
  const covenant = found?.covenant.area === area ? found.covenant : null;
  const isWhole = value["scope"] !== "some";
  const outcome = OUTCOMES.find((one) => one === value["outcome"]) ?? "suspended";
  const text = (name: string) => (value[name] ?? "").normalize("NFC").trim();
  const change = (more: StepValues) => {
    setWrong(null);
    draft.keep({ ...value, ...more });
  };
  const field = (name: "number" | "authority" | "grounds") => ({
    label: t(`decided.${name}`),
    value: value[name] ?? "",
    onChange: (typed: string) => change({ [name]: typed }),
  });

  async function submit() {
    const said: NewCovenantDecision = {
      area,
      covenant: covenant?.covenant ?? area,
      outcome,
      number: text("number"),
      date: text("date"),
      authority: text("authority"),
      from: text("from") || text("date"),
      articles: isWhole ? [] : readArticles(text("articles")),
      grounds: text("grounds"),
      asked: text("asked"),
    };
    const others = decisions.filter(({ jti }) => jti !== of?.jti);
    const flaw = decisionFlaw(said, isWhole, covenant, others, today(now(ward.slug)));
    if (flaw) return setWrong(t(`decided.flaws.${flaw.flaw}`, { article: flaw.article }));
    const done = await onRecord({
      says: [decisionDraft(said)],
      ...(of ? { drop: droppedDecision(of) } : {}),
      words: t("decided.kept", { number: said.number }),
    });
    if (done) await draft?.drop();
  }

  return (
    <FormCard
      title={of ? t("decided.correcting") : t("decided.title")}
      button={of ? t("decided.saveCorrection") : t("decided.save")}
      trouble={wrong ?? trouble}
      busy={busy}
      asked={of !== null}
      onSubmit={() => void submit()}
    >
      <p className="quiet">{t("decided.text")}</p>
      <BookField
        {...{ ward, areas, area }}
        label={t("decided.area")}
        onChoose={(code) => change({ area: code })}
      />
      <Radios
        label={t("decided.outcome")}
        chosen={outcome}
        choices={OUTCOMES.map((one) => [one, t(`decided.outcomes.${one}`)])}
        onChoose={(chosen) => change({ outcome: chosen })}
      />
      <Radios
        label={t("decided.scope")}
        chosen={isWhole ? "whole" : "some"}
        choices={SCOPES.map((one) => [one, t(`decided.${one}`)])}
        onChoose={(scope) => change({ scope })}
      />
      {!isWhole && (
        <TextField
          label={t("decided.articles")}
          hint={t("decided.articlesHint")}
          value={value["articles"] ?? ""}
          onChange={(articles) => change({ articles })}
        />
      )}
      <TextField
        label={t("decided.asked")}
        hint={t(`decided.law.${outcome}`)}
        type="date"
        value={value["asked"] ?? ""}
        onChange={(asked) => change({ asked })}
      />
      <Days earliest={null} latest={decideBy(outcome, text("asked"))} />
      <TextField {...field("number")} />
      <TextField
        label={t("decided.date")}
        type="date"
        value={value["date"] ?? ""}
        onChange={(date) => change({ date })}
      />
      <TextField {...field("authority")} />
      <TextField
        label={t("decided.from")}
        type="date"
        value={value["from"] ?? value["date"] ?? ""}
        onChange={(from) => change({ from })}
      />
      <TextField {...field("grounds")} />
    </FormCard>
  );
}

function valuesOf({
  area,
  outcome,
  articles,
  number,
  date,
  authority,
  from,
  grounds,
  asked,
}: CovenantDecision): StepValues {
  const scope = articles.length === 0 ? "whole" : "some";
  return {
    area,
    outcome,
    scope,
    articles: articles.join(", "),
    number,
    date,
    authority,
    from,
    grounds,
    asked,
  };
}

/** One of a few, each in words. */
function Radios({ label, chosen, choices, onChoose }: RadiosProps) {
  const id = useId();
  return (
    <fieldset className="amendment-choices">
      <legend>{label}</legend>
      {choices.map(([one, words]) => (
        <label key={one}>
          <input type="radio" name={id} checked={chosen === one} onChange={() => onChoose(one)} /> {words}
        </label>
      ))}
    </fieldset>
  );
}

interface RadiosProps {
  readonly label: string;
  readonly chosen: string;
  readonly choices: readonly (readonly [value: string, words: string])[];
  readonly onChoose: (value: string) => void;
}

const SCOPES = ["whole", "some"] as const;
const OUTCOMES: readonly CovenantOutcome[] = ["suspended", "abolished", "resumed"];

interface DecisionFormProps {
  readonly ward: WardView;
  readonly decisions: readonly CovenantDecision[];
  /** The one that is said anew. */
  readonly of: CovenantDecision | null;
  readonly busy: boolean;
  readonly trouble: string | null;
  readonly onRecord: (said: Recording) => Promise<boolean>;
}
