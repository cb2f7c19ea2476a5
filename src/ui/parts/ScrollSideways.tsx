import type { ReactNode } from "react";
import { FOCUSABLE } from "./hooks/focusable.ts";
import "./ScrollSideways.css";

/** Holds a table that keeps its columns; where there is no room it is moved sideways, by finger and by keyboard. */
export function ScrollSideways({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="scroll-sideways" role="region" aria-label={label} {...FOCUSABLE}>
      {children}
    </div>
  );
}
