import { useState } from "react";
import { useTranslation } from "react-i18next";
import { indicatorId } from "../../../domain/indicators.ts";
import { fold } from "../../../domain/vietnamese.ts";
import { FormCard, TextField } from "../form-parts.tsx";
import type { IndicatorFormProps } from "./form-props.ts";

/** Adds something that the ward counts, or says one that is there anew; its figures stay with it. */
export function DefineForm({ ward, of, busy, asked, onRecord }: IndicatorFormProps) {
  const { t } = useTranslation("indicators");
  const known = ward.indicators[of];
  const [name, setName] = useState(known?.name ?? "");
  const [unit, setUnit] = useState(known?.unit ?? "%");
  const [better, setBetter] = useState<"up" | "down">(known?.better ?? "up");
  const [article, setArticle] = useState(known?.article === undefined ? "" : String(known.article));
  const [trouble, setTrouble] = useState<string | null>(null);

  function submit() {
    if (name.trim() === "" || unit.trim() === "") return setTrouble(t("needName"));
    setTrouble(null);
    const sub = known?.id ?? indicatorId(fold(name.trim()), Object.keys(ward.indicators));
    const more = article.trim() === "" ? {} : { article: article.trim() };
    const body = { name: name.trim(), unit: unit.trim(), better, ...more };
    return onRecord({
      says: [{ type: "indicator.defined", sub, body }],
      words: t("keptIndicator", { name: name.trim() }),
    });
  }

  return (
    <FormCard
      title={known ? t("renameTitle") : t("defineTitle")}
      button={t("save")}
      trouble={trouble}
      busy={busy}
      asked={asked}
      onSubmit={submit}
    >
      <TextField label={t("name")} value={name} onChange={setName} />
      <TextField label={t("unit")} hint={t("unitHint")} value={unit} onChange={setUnit} />
      <fieldset className="indicators-kinds">
        <legend>{t("wanted")}</legend>
        <label>
          <input type="radio" name="better" checked={better === "up"} onChange={() => setBetter("up")} />{" "}
          {t("better.up")}
        </label>
        <label>
          <input type="radio" name="better" checked={better === "down"} onChange={() => setBetter("down")} />{" "}
          {t("better.down")}
        </label>
      </fieldset>
      <TextField label={t("articleField")} hint={t("articleHint")} value={article} onChange={setArticle} />
    </FormCard>
  );
}
