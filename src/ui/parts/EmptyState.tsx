import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import "./EmptyState.css";

/** Says why there is nothing here, and what to do next. */
export function EmptyState({
  icon: Icon,
  title,
  children,
}: {
  readonly icon?: LucideIcon;
  readonly title: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className="empty-state">
      {Icon && <Icon aria-hidden className="empty-state-icon" />}
      <p className="empty-state-title">{title}</p>
      {children}
    </div>
  );
}
