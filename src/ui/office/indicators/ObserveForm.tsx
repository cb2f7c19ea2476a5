import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Draft } from "../../../domain/statement.ts";
import { figuresAbout, type Figure } from "../../../domain/ward/indicators.ts";
import { useMeasures } from "../../text/use-measures.ts";
import { AreaSelect } from "../AreaSelect.tsx";
import { FormCard, TextField } from "../form-parts.tsx";
import { readNumber } from "../../parts/words/read-number.ts";
import { useTexts } from "../use-texts.ts";
import { figureWords } from "./figure-words.ts";
import type { IndicatorFormProps } from "./form-props.ts";
import { IndicatorField } from "./IndicatorField.tsx";
import { PeriodField } from "./PeriodField.tsx";

/** Records the figure of the ward, a khu phố or a tổ for a period; one that stands already is replaced in the same act. */
export function ObserveForm({
  ward,
  observations,
  period,
  of,
  busy,
  asked,
  onRecord,
  onDone,
}: IndicatorFormProps) {
  const { t } = useTranslation("indicators");
  const numbers = useMeasures();
  const form = useTexts(`indicators/${ward.slug}/observe/${of}`, {
    indicator: of,
    area: "",
    when: period,
    how: "",
    numerator: "",
    denominator: "",
    value: "",
  });
  const [trouble, setTrouble] = useState<string | null>(null);
  if (!form) return null;
  const { change } = form;
  const { indicator, area, when, how, numerator, denominator, value } = form.value;
  const known = ward.indicators[indicator];
  const isPart = how === "" ? known?.unit === "%" : how === "part";
  const place = area === "" ? ward.slug : area;
  const stands = figuresAbout(observations, indicator).find(
    (figure) => figure.place === place && figure.period === when.trim(),
  );

  async function submit() {
    if (!known) return setTrouble(t("needIndicator"));
    if (when.trim() === "") return setTrouble(t("needPeriod"));
    const [part, whole, plain] = [numerator, denominator, value].map((text) => readNumber(text, numbers));
    if (isPart ? part === null || whole === null : plain === null) return setTrouble(t("needFigure"));
    setTrouble(null);
    const figure = isPart
      ? { numerator: part ?? 0, denominator: whole ?? 0, value: undefined }
      : { numerator: undefined, denominator: undefined, value: plain ?? 0 };
    const says = [observedDraft(known.id, { place, period: when.trim(), ...figure })];
    const drop = stands ? { drop: { ...stands, again: observedDraft(known.id, stands) } } : {};
    const done = await onRecord({ says, ...drop, words: t("kept", { name: known.name }) });
    if (!done) return undefined;
    await form?.drop();
    return onDone();
  }

  return (
    <FormCard
      title={t("observeTitle")}
      button={stands ? t("replace") : t("save")}
      trouble={trouble}
      busy={busy}
      asked={asked}
      onSubmit={() => void submit()}
    >
      <IndicatorField ward={ward} indicator={indicator} onChoose={(id) => change({ indicator: id })} />
      <AreaSelect ward={ward} label={t("where")} area={area} onChoose={(code) => change({ area: code })} />
      <PeriodField value={when} onChange={(text) => change({ when: text })} />
      <fieldset className="indicators-kinds">
        <legend>{t("how")}</legend>
        <label>
          <input type="radio" name="how" checked={isPart} onChange={() => change({ how: "part" })} />{" "}
          {t("part")}
        </label>
        <label>
          <input type="radio" name="how" checked={!isPart} onChange={() => change({ how: "plain" })} />{" "}
          {t("plain")}
        </label>
      </fieldset>
      {isPart ? (
        <div className="indicators-pair">
          <TextField
            label={t("numerator")}
            value={numerator}
            onChange={(text) => change({ numerator: text })}
            mode="decimal"
          />
          <TextField
            label={t("denominator")}
            hint={readNumber(denominator, numbers) === 0 ? t("zeroHint") : t("denominatorHint")}
            value={denominator}
            onChange={(text) => change({ denominator: text })}
            mode="decimal"
          />
        </div>
      ) : (
        <TextField
          label={t("value", { unit: known?.unit ?? "" })}
          value={value}
          onChange={(text) => change({ value: text })}
          mode="decimal"
        />
      )}
      {stands && known && (
        <p className="quiet">{t("stands", { figure: figureWords(t, numbers, stands, known.unit) })}</p>
      )}
    </FormCard>
  );
}

/** What is said of one figure. */
export function observedDraft(indicator: string, figure: Omit<Figure, "jti">): Draft {
  const { place, period, numerator, denominator, value } = figure;
  const counted = value === undefined ? { numerator, denominator } : { value };
  return { type: "indicator.observed", sub: place, body: { indicator, period, ...counted } };
}
