import { Field } from "./Field.tsx";

/** A labelled box for several lines. */
export function TextAreaField({ label, hint, rows, maxLength, value, onChange }: TextAreaFieldProps) {
  return (
    <Field label={label} hint={hint}>
      {(tied) => (
        <textarea
          {...tied}
          rows={rows}
          maxLength={maxLength}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

interface TextAreaFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly rows: number;
  readonly maxLength: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
}
