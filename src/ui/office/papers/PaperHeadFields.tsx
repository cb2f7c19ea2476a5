import { useId } from "react";
import { useTranslation } from "react-i18next";
import { papers as words } from "../../text/vi/papers.ts";
import { useApartWords } from "../../parts/hooks/use-apart-words.ts";
import { NATION_MOTTO, type PaperHead } from "./paper-head.ts";

/** The fields of a paper's head and foot; who draws them keeps what is typed. */
export function PaperHeadFields({ head, onChange }: PaperHeadFieldsProps) {
  useApartWords("papers", words);
  const { t } = useTranslation("papers");
  const id = useId();
  return (
    <>
      {FIELDS.map((name) => (
        <div key={name} className="field">
          <label htmlFor={`${id}-${name}`}>{t(name)}</label>
          {LINES[name] !== undefined ? (
            <textarea
              id={`${id}-${name}`}
              rows={LINES[name]}
              maxLength={1000}
              value={head[name] ?? NATION_MOTTO}
              onChange={({ target }) => onChange({ ...head, [name]: target.value })}
            />
          ) : (
            <input
              id={`${id}-${name}`}
              type={name === "date" ? "date" : "text"}
              maxLength={300}
              autoComplete="off"
              value={head[name]}
              onChange={({ target }) => onChange({ ...head, [name]: target.value })}
            />
          )}
        </div>
      ))}
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
