import { useId, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../parts/Button.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { textOf, type CorrectFormProps } from "./correct-form.ts";

/** What was really said at the door, and by whom; what it is about stays. */
export function CorrectOpinion({ line, busy, onKeep }: CorrectFormProps) {
  const { t } = useTranslation("correct");
  const id = useId();
  const [first] = useState({ text: textOf(line.personal["text"]), by: textOf(line.personal["by"]) });
  const [text, setText] = useState(first.text);
  const [by, setBy] = useState(first.by);
  const [lacking, setLacking] = useState<"same" | "noWords" | null>(null);

  function keep(event: FormEvent) {
    event.preventDefault();
    const said = { text: text.trim(), by: by.trim() };
    if (said.text === "") return setLacking("noWords");
    if (said.text === first.text && said.by === first.by) return setLacking("same");
    const personal = { text: said.text, by: said.by === "" ? undefined : said.by };
    onKeep({ type: line.type, body: line.body, personal });
    return undefined;
  }

  return (
    <form onSubmit={keep}>
      <div className="field">
        <label htmlFor={`${id}-text`}>{t("words")}</label>
        <textarea
          id={`${id}-text`}
          rows={4}
          maxLength={5000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-by`}>{t("by")}</label>
        <input
          id={`${id}-by`}
          type="text"
          maxLength={100}
          autoComplete="off"
          value={by}
          onChange={(event) => setBy(event.target.value)}
        />
      </div>
      <Trouble text={lacking === null ? null : t(lacking)} />
      <Button type="submit" look="primary" wide disabled={busy}>
        {t("save")}
      </Button>
    </form>
  );
}
