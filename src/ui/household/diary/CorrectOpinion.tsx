import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { Field } from "../../parts/Field.tsx";
import { TextAreaField } from "../../parts/TextAreaField.tsx";
import { CorrectActs } from "./CorrectActs.tsx";
import { textOf, type CorrectFormProps } from "./correct-form.ts";
import { useCorrection } from "./use-correction.ts";

/** What was really said at the door, and by whom; what it is about stays. */
export function CorrectOpinion(props: CorrectFormProps) {
  const { line, busy, trouble } = props;
  const { t } = useTranslation("correct");
  const [first] = useState({ text: textOf(line.personal["text"]), by: textOf(line.personal["by"]) });
  const [lacking, setLacking] = useState<"same" | "noWords" | null>(null);
  const correction = useCorrection(props, first);
  if (!correction) return null;
  const { text, by } = correction.value;

  function change(part: Partial<typeof first>) {
    setLacking(null);
    correction?.change(part);
  }

  function keep(event: FormEvent) {
    event.preventDefault();
    const said = { text: text.trim(), by: by.trim() };
    if (said.text === "") return setLacking("noWords");
    if (said.text === first.text && said.by === first.by) return setLacking("same");
    const personal = { text: said.text, by: said.by === "" ? undefined : said.by };
    void correction?.say({ type: line.type, body: line.body, personal });
    return undefined;
  }

  return (
    <form onSubmit={keep}>
      <TextAreaField
        label={t("words")}
        rows={4}
        maxLength={5000}
        value={text}
        onChange={(words) => change({ text: words })}
      />
      <Field label={t("by")}>
        {(tied) => (
          <input
            {...tied}
            type="text"
            maxLength={100}
            autoComplete="off"
            value={by}
            onChange={(event) => change({ by: event.target.value })}
          />
        )}
      </Field>
      <CorrectActs
        {...{ correction, busy, trouble }}
        lacking={lacking === null ? null : t(lacking)}
        onDrop={() => setLacking(null)}
      />
    </form>
  );
}
