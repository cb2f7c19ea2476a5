import { ArrowLeft, X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DemoBadge } from "./DemoBadge.tsx";
import { IconLink } from "./IconButton.tsx";
import { useOpeningFocus } from "./hooks/use-opening-focus.ts";
import "./TopBar.css";

/** The head of a screen: the way back, what this is, and what else can be done. Takes the focus when the screen opens. */
export function TopBar({ title, subtitle, back, close, actions, demo, children }: TopBarProps) {
  const { t } = useTranslation("common");
  const heading = useOpeningFocus<HTMLHeadingElement>();
  return (
    <header className="top-bar">
      {back !== undefined && <IconLink icon={ArrowLeft} label={t("back")} href={back} />}
      {close !== undefined && <IconLink icon={X} label={t("close")} href={close} />}
      <div className="top-bar-words">
        {title !== undefined && (
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
        )}
        {(subtitle !== undefined || demo) && (
          <p>
            {subtitle} {demo && <DemoBadge />}
          </p>
        )}
        {children}
      </div>
      {actions}
    </header>
  );
}

export interface TopBarProps {
  /** Left out where the screen has its h1 in its middle, or does not know it yet. */
  readonly title?: ReactNode;
  readonly subtitle?: ReactNode;
  /** Address of the screen that this one was opened from. */
  readonly back?: string;
  /** The same, for what covers the screen for a while. */
  readonly close?: string;
  readonly actions?: ReactNode;
  readonly demo?: boolean;
  readonly children?: ReactNode;
}
