import type { ReactNode } from "react";
import { Field } from "./Field.tsx";

/** A labelled box to choose one of its options from. */
export function SelectField({ label, hint, value, onChange, children }: SelectFieldProps) {
  return (
    <Field label={label} hint={hint}>
      {(tied) => (
        <select {...tied} value={value} onChange={({ target }) => onChange(target.value)}>
          {children}
        </select>
      )}
    </Field>
  );
}

interface SelectFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string | number;
  readonly onChange: (value: string) => void;
  readonly children: ReactNode;
}
