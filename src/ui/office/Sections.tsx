import { useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { GROUPS, SECTIONS, type Section } from "./sections.ts";
import "./Sections.css";

/** The ways to the office's pages, by what they are about: a line to be pushed sideways, and a rail from 900 px on. */
export function Sections({ current }: { readonly current: Section }) {
  const { t } = useTranslation("office");
  const nav = useRef<HTMLElement>(null);
  useLayoutEffect(() => keepInSight(nav.current), [current]);
  return (
    <nav className="office-sections" aria-label={t("sections")} ref={nav}>
      {GROUPS.map((group) => (
        <div key={group} role="group" aria-label={t(`groups.${group}`)}>
          <p aria-hidden>{t(`groups.${group}`)}</p>
          <div>
            {SECTIONS.filter((section) => section.group === group).map(({ slug, icon: Icon, tab }) => (
              <Link
                key={slug}
                href={slug === "" ? "/phuong" : `/phuong/${slug}`}
                aria-current={slug === current.slug ? "page" : undefined}
              >
                <Icon aria-hidden /> {tab(t)}
              </Link>
            ))}
          </div>
        </div>
      ))}
    </nav>
  );
}

/** Moves what scrolls, and not the page with it, until the page that is open is among what is seen. */
function keepInSight(nav: HTMLElement | null): void {
  const open = nav?.querySelector("[aria-current]")?.getBoundingClientRect();
  if (!nav || !open) return;
  const seen = nav.getBoundingClientRect();
  nav.scrollLeft += beyond(open.left, open.right, seen.left, seen.right);
  nav.scrollTop += beyond(open.top, open.bottom, seen.top, seen.bottom);
}

/** How far something lies outside of what is seen, in pixels; below 0 before it. */
function beyond(start: number, end: number, from: number, to: number): number {
  // So that the next one shows that there is more.
  const MARGIN = 48;
  if (start < from + MARGIN) return start - from - MARGIN;
  return Math.max(0, end - to + MARGIN);
}
