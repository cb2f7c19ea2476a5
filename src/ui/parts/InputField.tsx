import type { ComponentProps } from "react";
import { Field } from "./Field.tsx";

/** A labelled line, a day or an hour: whatever an `input` takes, told what is written instead of the event. */
export function InputField({ label, hint, onChange, ...input }: InputFieldProps) {
  return (
    <Field label={label} hint={hint}>
      {(tied) => <input {...tied} {...input} onChange={({ target }) => onChange(target.value)} />}
    </Field>
  );
}

interface InputFieldProps extends Omit<ComponentProps<"input">, "id" | "value" | "onChange"> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}
