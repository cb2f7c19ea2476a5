import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { isNameless } from "../../../domain/household/nameless.ts";
import { figureOfHousehold, figuresAbout } from "../../../domain/ward/indicators.ts";
import { CheckBox } from "../../parts/CheckBox.tsx";
import { householdName } from "../../parts/words/household-names.ts";
import { useNumbers } from "../../text/use-numbers.ts";
import { AreaSelect } from "../AreaSelect.tsx";
import { FormCard } from "../form-parts.tsx";
import { useTexts } from "../use-texts.ts";
import type { IndicatorFormProps } from "./form-props.ts";
import { IndicatorField } from "./IndicatorField.tsx";
import { observedDraft } from "./ObserveForm.tsx";
import { PeriodField } from "./PeriodField.tsx";

/** Counts a tổ household by household. Each household's own figure stays with the ward; the sum may be given as the tổ's. */
export function CountForm({
  ward,
  rows,
  observations,
  period,
  of,
  busy,
  asked,
  onRecord,
  onDone,
}: IndicatorFormProps) {
  const { t } = useTranslation("indicators");
  const numbers = useNumbers();
  const { t: common } = useTranslation("common");
  const form = useTexts(`indicators/${ward.slug}/count/${of}`, {
    indicator: of,
    area: "",
    when: period,
    /** Households that were tapped, each with what they were tapped to. */
    met: "",
    notMet: "",
    open: "yes",
  });
  const [trouble, setTrouble] = useState<string | null>(null);
  const [metWords, notMetWords] = [form?.value.met ?? "", form?.value.notMet ?? ""];
  const changed = useMemo(
    () => new Map([...idsIn(metWords).map(to(true)), ...idsIn(notMetWords).map(to(false))]),
    [metWords, notMetWords],
  );
  if (!form) return null;
  const { change } = form;
  const { indicator, area, when } = form.value;
  const open = form.value.open === "yes";
  // Of one whose data were erased nobody knows anything, and what were said of it would be erased, too.
  const here = area === "" ? [] : rows.filter((row) => row.area === area && !isNameless(row));
  const known = ward.indicators[indicator];
  const wasMet = (row: (typeof here)[number]) => figureOfHousehold(row, indicator, when.trim())?.numerator;
  const isMet = (row: (typeof here)[number]) => changed.get(row.id) ?? wasMet(row) === 1;
  const met = here.filter(isMet).length;

  function tap(id: string, isNow: boolean) {
    const next = [...new Map(changed).set(id, isNow)];
    const those = (wanted: boolean) => next.flatMap(([one, is]) => (is === wanted ? [one] : [])).join(" ");
    change({ met: those(true), notMet: those(false) });
  }

  async function submit() {
    if (!known) return setTrouble(t("needIndicator"));
    if (here.length === 0) return setTrouble(t("needGroup"));
    if (when.trim() === "") return setTrouble(t("needPeriod"));
    setTrouble(null);
    const figure = { period: when.trim(), value: undefined };
    const each = here
      .filter((row) => wasMet(row) !== Number(isMet(row)))
      .map((row) =>
        observedDraft(indicator, { ...figure, place: row.id, numerator: Number(isMet(row)), denominator: 1 }),
      );
    const sum = { ...figure, place: area, numerator: met, denominator: here.length };
    const stands = figuresAbout(observations, indicator).find(
      (one) => one.place === area && one.period === when.trim(),
    );
    const drop = open && stands ? { drop: { ...stands, again: observedDraft(indicator, stands) } } : {};
    const says = [...(open ? [observedDraft(indicator, sum)] : []), ...each];
    if (says.length === 0) return setTrouble(t("noChange"));
    const done = await onRecord({ says, ...drop, words: t("keptCount", { name: known.name }) });
    if (!done) return undefined;
    await form?.drop();
    return onDone();
  }

  return (
    <FormCard
      title={t("countTitle")}
      button={t("save")}
      trouble={trouble}
      busy={busy}
      asked={asked}
      onSubmit={() => void submit()}
    >
      <IndicatorField ward={ward} indicator={indicator} onChoose={(id) => change({ indicator: id })} />
      <AreaSelect ward={ward} label={t("group")} area={area} onChoose={(code) => change({ area: code })} />
      <PeriodField value={when} onChange={(text) => change({ when: text })} />
      {here.length > 0 && (
        <fieldset className="indicators-households">
          <legend>{t("met", { met: numbers.integer(met), all: numbers.integer(here.length) })}</legend>
          <p className="field-hint">{t("metHint")}</p>
          <div className="indicators-boxes">
            {here.map((row) => (
              <CheckBox key={row.id} checked={isMet(row)} onChange={(checked) => tap(row.id, checked)}>
                {householdName(common, row)}
              </CheckBox>
            ))}
          </div>
        </fieldset>
      )}
      <CheckBox checked={open} onChange={(checked) => change({ open: checked ? "yes" : "" })}>
        {t("publishSum")}
      </CheckBox>
      <p className="field-hint">{t("privateHint")}</p>
    </FormCard>
  );
}

function idsIn(words: string): string[] {
  return words.split(" ").filter((id) => id !== "");
}

function to(isMet: boolean) {
  return (id: string): readonly [string, boolean] => [id, isMet];
}
