import { useId, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../parts/Button.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { isoDate } from "../parts/when.ts";
import { textOf, type CorrectFormProps } from "./correct-form.ts";

/** What the volunteer wrote down of a pledge: who signed, and the day on the paper. What the household agreed to is its own. */
export function CorrectPledge({ line, now, busy, onKeep }: CorrectFormProps) {
  const { t } = useTranslation("correct");
  const id = useId();
  const first = { signer: textOf(line.personal["signer"]), relation: textOf(line.personal["relation"]) };
  const firstOn = textOf(line.body["on"]);
  const [signer, setSigner] = useState(first.signer);
  const [relation, setRelation] = useState(first.relation);
  const [on, setOn] = useState(firstOn);
  const [lacking, setLacking] = useState<"same" | "missing" | null>(null);
  const isPaper = line.body["medium"] === "paper";
  const today = isoDate(now);

  function keep(event: FormEvent) {
    event.preventDefault();
    const personal = { ...line.personal, signer: signer.trim(), relation: relation.trim() };
    if (personal.signer === "" || personal.relation === "" || (isPaper && on === ""))
      return setLacking("missing");
    const isSame = personal.signer === first.signer && personal.relation === first.relation && on === firstOn;
    if (isSame) return setLacking("same");
    const body = isPaper ? { ...line.body, on } : line.body;
    onKeep({ type: line.type, body, personal });
    return undefined;
  }

  return (
    <form onSubmit={keep}>
      <div className="field">
        <label htmlFor={`${id}-signer`}>{t("signer")}</label>
        <input
          id={`${id}-signer`}
          type="text"
          maxLength={200}
          autoComplete="off"
          value={signer}
          onChange={(event) => setSigner(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-relation`}>{t("relation")}</label>
        <input
          id={`${id}-relation`}
          type="text"
          maxLength={200}
          value={relation}
          onChange={(event) => setRelation(event.target.value)}
        />
      </div>
      {isPaper && (
        <div className="field">
          <label htmlFor={`${id}-on`}>{t("on")}</label>
          <input
            id={`${id}-on`}
            type="date"
            max={today}
            value={on}
            onChange={(event) => setOn(event.target.value)}
          />
        </div>
      )}
      <p className="field-hint">{t("itemsStay")}</p>
      <Trouble text={lacking === null ? null : t(lacking)} />
      <Button type="submit" look="primary" wide disabled={busy}>
        {t("save")}
      </Button>
    </form>
  );
}
