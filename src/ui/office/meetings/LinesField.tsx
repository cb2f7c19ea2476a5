import { TextAreaField } from "../../parts/TextAreaField.tsx";

/** A labelled box for several lines, with a hint beneath. */
export function LinesField({ label, hint, value, rows = 3, onChange }: LinesFieldProps) {
  return (
    <TextAreaField
      label={label}
      hint={hint}
      rows={rows}
      maxLength={20_000}
      value={value}
      onChange={onChange}
    />
  );
}

interface LinesFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly rows?: number;
  readonly onChange: (value: string) => void;
}
