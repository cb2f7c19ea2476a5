import { useState } from "react";
import { useTranslation } from "react-i18next";
import { figuresAbout, type Figure } from "../../../domain/indicators.ts";
import type { Draft } from "../../../domain/statement.ts";
import { AreaSelect } from "../AreaSelect.tsx";
import { FormCard, TextField } from "../form-parts.tsx";
import { readNumber } from "../read-number.ts";
import { figureWords } from "./figure-words.ts";
import type { IndicatorFormProps } from "./form-props.ts";
import { IndicatorField } from "./IndicatorField.tsx";
import { PeriodField } from "./PeriodField.tsx";

/** Records the figure of the ward, a khu phố or a tổ for a period; one that stands already is replaced in the same act. */
export function ObserveForm({ ward, observations, period, of, busy, asked, onRecord }: IndicatorFormProps) {
  const { t } = useTranslation("indicators");
  const [indicator, setIndicator] = useState(of);
  const [area, setArea] = useState("");
  const [when, setWhen] = useState(period);
  const known = ward.indicators[indicator];
  const [asPart, setAsPart] = useState<boolean | null>(null);
  const [numerator, setNumerator] = useState("");
  const [denominator, setDenominator] = useState("");
  const [value, setValue] = useState("");
  const [trouble, setTrouble] = useState<string | null>(null);
  const isPart = asPart ?? known?.unit === "%";
  const place = area === "" ? ward.slug : area;
  const stands = figuresAbout(observations, indicator).find(
    (figure) => figure.place === place && figure.period === when.trim(),
  );

  function submit() {
    if (!known) return setTrouble(t("needIndicator"));
    if (when.trim() === "") return setTrouble(t("needPeriod"));
    const [part, whole, plain] = [readNumber(numerator), readNumber(denominator), readNumber(value)];
    if (isPart ? part === null || whole === null : plain === null) return setTrouble(t("needFigure"));
    setTrouble(null);
    const figure = isPart
      ? { numerator: part ?? 0, denominator: whole ?? 0, value: undefined }
      : { numerator: undefined, denominator: undefined, value: plain ?? 0 };
    const says = [observedDraft(known.id, { place, period: when.trim(), ...figure })];
    const drop = stands ? { drop: { ...stands, again: observedDraft(known.id, stands) } } : {};
    return onRecord({ says, ...drop, words: t("kept", { name: known.name }) });
  }

  return (
    <FormCard
      title={t("observeTitle")}
      button={stands ? t("replace") : t("save")}
      trouble={trouble}
      busy={busy}
      asked={asked}
      onSubmit={submit}
    >
      <IndicatorField ward={ward} indicator={indicator} onChoose={setIndicator} />
      <AreaSelect ward={ward} label={t("where")} area={area} onChoose={setArea} />
      <PeriodField value={when} onChange={setWhen} />
      <fieldset className="indicators-kinds">
        <legend>{t("how")}</legend>
        <label>
          <input type="radio" name="how" checked={isPart} onChange={() => setAsPart(true)} /> {t("part")}
        </label>
        <label>
          <input type="radio" name="how" checked={!isPart} onChange={() => setAsPart(false)} /> {t("plain")}
        </label>
      </fieldset>
      {isPart ? (
        <div className="indicators-pair">
          <TextField label={t("numerator")} value={numerator} onChange={setNumerator} mode="decimal" />
          <TextField
            label={t("denominator")}
            hint={readNumber(denominator) === 0 ? t("zeroHint") : t("denominatorHint")}
            value={denominator}
            onChange={setDenominator}
            mode="decimal"
          />
        </div>
      ) : (
        <TextField
          label={t("value", { unit: known?.unit ?? "" })}
          value={value}
          onChange={setValue}
          mode="decimal"
        />
      )}
      {stands && known && (
        <p className="quiet">{t("stands", { figure: figureWords(t, stands, known.unit) })}</p>
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
