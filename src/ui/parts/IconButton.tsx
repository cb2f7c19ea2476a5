import type { LucideIcon } from "lucide-react";
import type { ButtonHTMLAttributes } from "react";
import { Link } from "wouter";
import { classNames } from "./words/class-names.ts";
import "./IconButton.css";

/** A small button of the top bar: an icon over its word, since an icon never stands alone. */
export function IconButton({
  icon: Icon,
  label,
  className,
  ...rest
}: { readonly icon: LucideIcon; readonly label: string } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button type="button" className={classNames("icon-button", className)} {...rest}>
      <Icon aria-hidden />
      <span>{label}</span>
    </button>
  );
}

/** The same, leading to another screen. */
export function IconLink({
  icon: Icon,
  label,
  href,
}: {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly href: string;
}) {
  return (
    <Link href={href} className="icon-button">
      <Icon aria-hidden />
      <span>{label}</span>
    </Link>
  );
}
