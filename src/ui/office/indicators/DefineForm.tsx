import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fold } from "../../../domain/vietnamese.ts";
import { indicatorId } from "../../../domain/ward/indicators.ts";
import { FormCard, TextField } from "../form-parts.tsx";
import { useTexts } from "../use-texts.ts";
import type { IndicatorFormProps } from "./form-props.ts";

/** Adds something that the ward counts, or says one that is there anew; its figures stay with it. */
export function DefineForm({ ward, of, busy, asked, onRecord, onDone }: IndicatorFormProps) {
  const { t } = useTranslation("indicators");
  const known = ward.indicators[of];
  const form = useTexts(`indicators/${ward.slug}/define/${of}`, {
    name: known?.name ?? "",
    unit: known?.unit ?? "%",
    better: known?.better ?? "up",
    article: known?.article === undefined ? "" : String(known.article),
  });
  const [trouble, setTrouble] = useState<string | null>(null);
  if (!form) return null;
  const { change } = form;
  const { name, unit, better, article } = form.value;

  async function submit() {
    if (name.trim() === "" || unit.trim() === "") return setTrouble(t("needName"));
    setTrouble(null);
    const sub = known?.id ?? indicatorId(fold(name.trim()), Object.keys(ward.indicators));
    const more = article.trim() === "" ? {} : { article: article.trim() };
    const body = { name: name.trim(), unit: unit.trim(), better, ...more };
    const kept = t("keptIndicator", { name: name.trim() });
    if (!(await onRecord({ says: [{ type: "indicator.defined", sub, body }], words: kept })))
      return undefined;
    await form?.drop();
    return onDone();
  }

  return (
    <FormCard
      title={known ? t("renameTitle") : t("defineTitle")}
      button={t("save")}
      trouble={trouble}
      busy={busy}
      asked={asked}
      onSubmit={() => void submit()}
    >
      <TextField label={t("name")} value={name} onChange={(text) => change({ name: text })} />
      <TextField
        label={t("unit")}
        hint={t("unitHint")}
        value={unit}
        onChange={(text) => change({ unit: text })}
      />
      <fieldset className="indicators-kinds">
        <legend>{t("wanted")}</legend>
        <label>
          <input
            type="radio"
            name="better"
            checked={better === "up"}
            onChange={() => change({ better: "up" })}
          />{" "}
          {t("better.up")}
        </label>
        <label>
          <input
            type="radio"
            name="better"
            checked={better === "down"}
            onChange={() => change({ better: "down" })}
          />{" "}
          {t("better.down")}
        </label>
      </fieldset>
      <TextField
        label={t("articleField")}
        hint={t("articleHint")}
        value={article}
        onChange={(text) => change({ article: text })}
      />
    </FormCard>
  );
}
