import type { LucideIcon } from "lucide-react";
import type { ButtonHTMLAttributes, ReactNode } from "react";
import { Link } from "wouter";
import { classNames } from "./words/class-names.ts";
import "./Button.css";

interface Look {
  /** `primary` is the one next thing to do; there is at most one on a screen. */
  readonly look?: "primary" | "plain" | "quiet" | "danger";
  readonly icon?: LucideIcon;
  /** Where the icon stands. */
  readonly iconAt?: "start" | "end" | "above";
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A button with words, and an icon beside them where one helps. */
export function Button({
  look = "plain",
  icon,
  iconAt = "start",
  wide,
  children,
  className,
  ...rest
}: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button type="button" className={classNames(namesOf({ look, iconAt, wide }), className)} {...rest}>
      <Face icon={icon}>{children}</Face>
    </button>
  );
}

/** Looks like a button and leads to another screen. */
export function ButtonLink({
  look = "plain",
  icon,
  iconAt = "start",
  wide,
  children,
  href,
  replace,
}: Look & { readonly href: string; readonly replace?: boolean }) {
  return (
    <Link href={href} className={namesOf({ look, iconAt, wide })} replace={replace ?? false}>
      <Face icon={icon}>{children}</Face>
    </Link>
  );
}

function Face({
  icon: Icon,
  children,
}: {
  readonly icon: LucideIcon | undefined;
  readonly children: ReactNode;
}) {
  return (
    <>
      {Icon && <Icon aria-hidden className="button-icon" />}
      <span>{children}</span>
    </>
  );
}

function namesOf({
  look,
  iconAt,
  wide,
}: {
  look: string;
  iconAt: string;
  wide: boolean | undefined;
}): string {
  return classNames("button", `button-${look}`, `button-icon-${iconAt}`, wide && "button-wide");
}
