import type { ReactNode } from "react";
import { classNames } from "./words/class-names.ts";
import "./CheckBox.css";

/** A box to tick with its words, all of which can be tapped. */
export function CheckBox({ checked, onChange, boxed, children }: CheckBoxProps) {
  return (
    <label className={classNames("check-box", boxed && "check-box-boxed")}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>{children}</span>
    </label>
  );
}

interface CheckBoxProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** On a card of its own. */
  readonly boxed?: boolean;
  readonly children: ReactNode;
}
