import { useEffect, useLayoutEffect, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { leaveLook } from "../look/leave-look.ts";
import { findLook } from "../look/look-element.ts";
import { wearLetters } from "../look/wear-letters.ts";
import { classNames } from "./words/class-names.ts";
import { useHere } from "./hooks/HereContext.tsx";
import { TabBar } from "./TabBar.tsx";
import { TopBar, type TopBarProps } from "./TopBar.tsx";
import "./Screen.css";

/** One screen: its head, what it holds, and the tabs. Names the page, and opens at its top. */
export function Screen({
  name,
  tabs = true,
  wide,
  banner,
  sections,
  footer,
  demo,
  cover,
  waiting,
  children,
  ...bar
}: ScreenProps) {
  const { t } = useTranslation("common");
  const { ward } = useHere();
  const sample = demo ?? ward?.demo ?? false;
  const title = name ?? (typeof bar.title === "string" ? bar.title : undefined);
  useEffect(() => {
    document.title = title === undefined ? t("appName") : `${title} · ${t("appName")}`;
  }, [title, t]);
  useLayoutEffect(() => {
    // What the page began with stays as far down as somebody has read.
    if (findLook()) return;
    document.documentElement.scrollTop = 0;
    wearLetters();
  }, []);
  const stands = children !== undefined && !waiting;
  useLayoutEffect(() => {
    if (stands) leaveLook();
  }, [stands]);
  return (
    <div
      className={classNames(
        "screen",
        tabs && "screen-with-tabs",
        sections !== undefined && "screen-with-sections",
      )}
    >
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      <div className="screen-page">
        {cover ?? <TopBar {...bar} demo={sample} />}
        {banner !== undefined && (
          <section aria-label={t("standing")} data-banner>
            {banner}
          </section>
        )}
        {sections}
        <main id="main" tabIndex={-1}>
          <div className={classNames("screen-main", wide && "screen-wide")}>{children}</div>
          {footer !== undefined && <div className="screen-footer">{footer}</div>}
        </main>
      </div>
      {tabs && <TabBar />}
    </div>
  );
}

interface ScreenProps extends Omit<TopBarProps, "title" | "demo"> {
  readonly title?: TopBarProps["title"];
  /** Names the page where the title is more than words. */
  readonly name?: string;
  readonly tabs?: boolean;
  /** Uses the whole width: for tables. */
  readonly wide?: boolean;
  /** Lines under the head, such as what waits to be sent. */
  readonly banner?: ReactNode;
  /** Ways to pages beside this one: below the head, or a rail beside that of the tabs where there is room. */
  readonly sections?: ReactNode;
  /** Stays in sight below: the one next thing to do. */
  readonly footer?: ReactNode;
  /** Whether people here are invented; the ward of this phone tells where it is not given. */
  readonly demo?: boolean;
  /** Has nothing to show yet: what the page began with stays as long. */
  readonly waiting?: boolean;
  /** Stands in place of the head; then the caller shows DemoBadge and an h1 itself. */
  readonly cover?: ReactNode;
}
