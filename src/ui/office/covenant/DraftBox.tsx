import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { DraftFlaw } from "../../../domain/covenant/covenant-flaws.ts";
import { flawWords } from "./flaw-words.ts";

/** A labelled box of the draft, with what is wrong in it below. `field` is its path, by which a flaw names it. */
export function DraftBox({ field, label, hint, flaws, long, day, value, onChange }: DraftBoxProps) {
  const { t } = useTranslation("covenant");
  const id = `covenant-${field}`;
  const told = useId();
  const own = flaws.filter((flaw) => flaw.field === field);
  const isWrong = own.some(({ isRemark }) => !isRemark);
  const about = {
    id,
    value,
    "aria-invalid": isWrong,
    "aria-describedby": told,
    onChange: (event: { readonly target: { readonly value: string } }) => onChange(event.target.value),
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {long === undefined ? (
        <input type={day ? "date" : "text"} autoComplete="off" {...about} />
      ) : (
        <textarea rows={long} {...about} />
      )}
      <div id={told}>
        {hint !== undefined && <p className="field-hint">{hint}</p>}
        {own.map((flaw) => (
          <p key={flaw.code} className={flaw.isRemark ? "field-hint" : "covenant-wrong"}>
            {label}: {flawWords(t, flaw)}
          </p>
        ))}
      </div>
    </div>
  );
}

interface DraftBoxProps {
  readonly field: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly flaws: readonly DraftFlaw[];
  /** How many lines it shows; one line alone where it is not given. */
  readonly long?: number;
  readonly day?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}
