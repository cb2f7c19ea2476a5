import { useEffect, useId, useRef } from "react";

/** A box for digits that shows none of them. */
export function PinField({ label, value, onChange, isFirst }: PinFieldProps) {
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isFirst) box.current?.focus();
  }, [isFirst]);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        ref={box}
        id={id}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={8}
        value={value}
        onChange={(event) => onChange(event.target.value.replaceAll(/\D/g, ""))}
      />
    </div>
  );
}

interface PinFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (digits: string) => void;
  /** Takes the focus: there is nothing else to be done. */
  readonly isFirst?: boolean;
}
