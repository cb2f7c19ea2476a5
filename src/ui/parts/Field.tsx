import { useId, type ReactNode } from "react";

/** A control under its label, with a hint beneath. Its children draw the control and spread on it what ties it to both. */
export function Field({ label, hint, id, children }: FieldProps) {
  const own = useId();
  const tied = id ?? own;
  const told = hint === undefined ? undefined : `${tied}-hint`;
  return (
    <div className="field">
      <label htmlFor={tied}>{label}</label>
      {/* Called, not drawn as a part of its own: a control that began anew with each letter would lose the focus. */}
      {children({ id: tied, "aria-describedby": told })}
      {told !== undefined && (
        <p className="field-hint" id={told}>
          {hint}
        </p>
      )}
    </div>
  );
}

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** For a control that something else finds by it; else it has one of its own. */
  readonly id?: string;
  readonly children: (tied: Tied) => ReactNode;
}

interface Tied {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
}
