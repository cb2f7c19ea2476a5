import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { InputField } from "../../parts/InputField.tsx";
import { isoDate } from "../../parts/words/when.ts";
import { CorrectActs } from "./CorrectActs.tsx";
import { textOf, type CorrectFormProps } from "./correct-form.ts";
import { useCorrection } from "./use-correction.ts";

/** What the volunteer wrote down of a pledge: who signed, and the day on the paper. What the household agreed to is its own. */
export function CorrectPledge(props: CorrectFormProps) {
  const { line, now, busy, trouble } = props;
  const { t } = useTranslation("correct");
  const first = {
    signer: textOf(line.personal["signer"]),
    relation: textOf(line.personal["relation"]),
    on: textOf(line.body["on"]),
  };
  const [lacking, setLacking] = useState<"same" | "missing" | null>(null);
  const correction = useCorrection(props, first);
  if (!correction) return null;
  const { signer, relation, on } = correction.value;
  const isPaper = line.body["medium"] === "paper";
  const today = isoDate(now);

  function change(part: Partial<typeof first>) {
    setLacking(null);
    correction?.change(part);
  }

  function keep(event: FormEvent) {
    event.preventDefault();
    const personal = { ...line.personal, signer: signer.trim(), relation: relation.trim() };
    if (personal.signer === "" || personal.relation === "" || (isPaper && on === ""))
      return setLacking("missing");
    const isSame =
      personal.signer === first.signer && personal.relation === first.relation && on === first.on;
    if (isSame) return setLacking("same");
    const body = isPaper ? { ...line.body, on } : line.body;
    void correction?.say({ type: line.type, body, personal });
    return undefined;
  }

  return (
    <form onSubmit={keep}>
      <InputField
        label={t("signer")}
        type="text"
        maxLength={200}
        autoComplete="off"
        value={signer}
        onChange={(text) => change({ signer: text })}
      />
      <InputField
        label={t("relation")}
        type="text"
        maxLength={200}
        value={relation}
        onChange={(text) => change({ relation: text })}
      />
      {isPaper && (
        <InputField
          label={t("on")}
          type="date"
          max={today}
          value={on}
          onChange={(text) => change({ on: text })}
        />
      )}
      <p className="field-hint">{t("itemsStay")}</p>
      <CorrectActs
        {...{ correction, busy, trouble }}
        lacking={lacking === null ? null : t(lacking)}
        onDrop={() => setLacking(null)}
      />
    </form>
  );
}
