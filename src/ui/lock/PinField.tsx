import { useEffect, useRef } from "react";
import { Field } from "../parts/Field.tsx";

/** A box for digits that shows none of them. */
export function PinField({ label, value, onChange, isFirst }: PinFieldProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isFirst) box.current?.focus();
  }, [isFirst]);
  return (
    <Field label={label}>
      {(tied) => (
        <input
          {...tied}
          ref={box}
          type="password"
          inputMode="numeric"
          autoComplete="off"
          maxLength={8}
          value={value}
          onChange={(event) => onChange(event.target.value.replaceAll(/\D/g, ""))}
        />
      )}
    </Field>
  );
}

interface PinFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (digits: string) => void;
  /** Takes the focus: there is nothing else to be done. */
  readonly isFirst?: boolean;
}
