import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import type { Tone } from "./Chip.tsx";
import { classNames } from "./words/class-names.ts";
import "./Banner.css";

/** A line across the screen on how things stand. */
export function Banner({
  tone = "plain",
  icon: Icon,
  children,
}: {
  readonly tone?: Tone;
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
}) {
  return (
    <div className={classNames("banner", `banner-${tone}`)}>
      {Icon && <Icon aria-hidden className="banner-icon" />}
      <div>{children}</div>
    </div>
  );
}
