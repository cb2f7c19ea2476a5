import { useTranslation } from "react-i18next";
import { papers as words } from "../../text/vi/papers.ts";
import { Field } from "../../parts/Field.tsx";
import { TextAreaField } from "../../parts/TextAreaField.tsx";
import { useApartWords } from "../../parts/hooks/use-apart-words.ts";
import { NATION_MOTTO, type PaperHead } from "./paper-head.ts";

/** The fields of a paper's head and foot; who draws them keeps what is typed. */
export function PaperHeadFields({ head, onChange }: PaperHeadFieldsProps) {
  useApartWords("papers", words);
  const { t } = useTranslation("papers");
  return (
    <>
      {FIELDS.map((name) => {
        const rows = LINES[name];
        const change = (text: string) => onChange({ ...head, [name]: text });
        if (rows !== undefined)
          return (
            <TextAreaField
              key={name}
              label={t(name)}
              rows={rows}
              maxLength={1000}
              value={head[name] ?? NATION_MOTTO}
              onChange={change}
            />
          );
        return (
          <Field key={name} label={t(name)}>
            {(tied) => (
              <input
                {...tied}
                type={name === "date" ? "date" : "text"}
                maxLength={300}
                autoComplete="off"
                value={head[name]}
                onChange={({ target }) => change(target.value)}
              />
            )}
          </Field>
        );
      })}
      <p className="field-hint">{t("kept")}</p>
    </>
  );
}

/** How many lines are shown of those that have several. */
const LINES: { readonly [Name in keyof PaperHead]?: number } = { recipients: 4, organisation: 2, motto: 3 };

const FIELDS = [
  "parent",
  "organisation",
  "motto",
  "number",
  "place",
  "date",
  "authority",
  "position",
  "signer",
  "recipients",
] as const;

interface PaperHeadFieldsProps {
  readonly head: PaperHead;
  readonly onChange: (head: PaperHead) => void;
}
