import type { ReactNode } from "react";
import type { Tone } from "./Chip.tsx";
import { classNames } from "./words/class-names.ts";
import "./Card.css";

/** A sheet that holds what belongs together. */
export function Card({ tone = "plain", children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <div className={classNames("card", `card-${tone}`)}>{children}</div>;
}
