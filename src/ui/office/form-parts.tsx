import { useEffect, useRef, type ReactNode } from "react";
import { dateOf, dayAt } from "../../domain/days/campaign-days.ts";
import { formatDong } from "../../domain/words/money.ts";
import { Button } from "../parts/Button.tsx";
import { Field } from "../parts/Field.tsx";
import { useNumbers } from "../text/use-numbers.ts";
import { readNumber, readWhole } from "../parts/words/read-number.ts";

/** The day in Việt Nam of a moment in seconds, as a date field has it. */
export function today(now: number): string {
  return dateOf(dayAt(now));
}

/** A form with its one button and what is still missing. */
export function FormCard({ title, button, trouble, busy, asked, onSubmit, children }: FormCardProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (asked) heading.current?.focus();
  }, [asked]);
  return (
    <form
      className="office-card"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSubmit();
      }}
    >
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
      {trouble !== null && (
        <p className="trouble" role="alert">
          {trouble}
        </p>
      )}
      {/* The second half of a double click is for what was there before: by then this form may ask for something else. */}
      <Button
        look="primary"
        type="submit"
        wide
        aria-disabled={busy}
        onClick={(event) => event.detail > 1 && event.preventDefault()}
      >
        {button}
      </Button>
    </form>
  );
}

interface FormCardProps {
  readonly title: string;
  readonly button: string;
  readonly trouble: string | null;
  readonly busy: boolean;
  readonly asked: boolean;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** A labelled line. One for whole đồng says them in words beneath, so that a zero too many is seen. */
export function TextField({
  label,
  hint,
  value,
  onChange,
  mode,
  type = "text",
}: {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly mode?: "numeric" | "decimal";
  readonly type?: "text" | "date" | "time";
}) {
  const numbers = useNumbers();
  const dong = mode === "numeric" ? readWhole(value, numbers) : null;
  const read = mode === "decimal" && /[.,\s]/.test(value.trim()) ? readNumber(value, numbers) : null;
  // How it was understood: a dot or a comma means something else in each language.
  const under =
    dong !== null ? formatDong(dong, numbers) : read !== null ? `= ${numbers.decimal(read)}` : hint;
  return (
    <Field label={label} hint={under}>
      {(tied) => (
        <input
          {...tied}
          type={type}
          inputMode={mode}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
