import type { ReactNode } from "react";
import { classNames } from "./words/class-names.ts";
import "./Chip.css";

/** The colours that carry a meaning; words beside them always say it too. */
export type Tone = "signed" | "given" | "again" | "refused" | "none" | "plain";

/** A few words about how something stands. */
export function Chip({ tone = "plain", children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={classNames("chip", `chip-${tone}`)}>{children}</span>;
}

/** One choice of several, or one that is on or off. */
export function ChoiceChip({
  chosen,
  onChoose,
  children,
}: {
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}) {
  return (
    <button type="button" className="choice-chip" aria-pressed={chosen} onClick={onChoose}>
      {children}
    </button>
  );
}

/** Chips of which one, or some, are chosen; `label` says of what. */
export function Choices({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <fieldset className="choices">
      <legend className="only-heard">{label}</legend>
      {children}
    </fieldset>
  );
}
