import { BookOpen, Building2, House, Map, Send, UserRound, type LucideIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import type { Membership, WardView } from "../../phone/api/phone.ts";
import { DrumStar } from "./DrumStar.tsx";
import { isAtWork, useHere } from "./hooks/HereContext.tsx";
import "./TabBar.css";

/** The main sections, below on a phone and beside from 900 px on. */
export function TabBar() {
  const { t } = useTranslation("common");
  const { membership, ward } = useHere();
  const [location] = useLocation();
  return (
    <nav className="tab-bar" aria-label={t("tabs.label")}>
      <p className="tab-bar-name" aria-hidden>
        <DrumStar />
        {t("appName")}
      </p>
      <ul>
        {tabsOf(membership, ward).map(({ name, href, roots, icon: Icon }) => (
          <li key={name}>
            <Link
              href={href}
              aria-current={roots.some((root) => isUnder(location, root)) ? "page" : undefined}
            >
              <Icon aria-hidden />
              <span>{t(`tabs.${name}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface Tab {
  readonly name: "round" | "handbook" | "outbox" | "me" | "office" | "own";
  readonly href: string;
  /** Addresses that belong to it. */
  readonly roots: readonly string[];
  readonly icon: LucideIcon;
}

function tabsOf(
  membership: Membership | null | undefined,
  ward: WardView | null | undefined,
): readonly Tab[] {
  const round: Tab = { name: "round", href: "/di-ho", roots: ["/di-ho", "/ho"], icon: Map };
  const handbook: Tab = {
    name: "handbook",
    href: handbookOf(membership, ward),
    roots: ["/so-tay"],
    icon: BookOpen,
  };
  const outbox: Tab = { name: "outbox", href: "/so-gui", roots: ["/so-gui"], icon: Send };
  const me: Tab = { name: "me", href: "/toi", roots: ["/toi"], icon: UserRound };
  const office: Tab = { name: "office", href: "/phuong", roots: ["/phuong"], icon: Building2 };
  const own: Tab = { name: "own", href: "/ho-cua-toi", roots: ["/ho-cua-toi"], icon: House };
  if (membership?.role === "household") return [own, handbook, me];
  if (membership?.role === "viewer") return [office, handbook, me];
  if (!isAtWork(membership)) return [handbook, me];
  return membership.role === "office" ? [office, round, handbook, outbox, me] : [round, handbook, outbox, me];
}

/** The handbook of the khu phố in which this phone works; the choice of all where there is none, or several. */
function handbookOf(membership: Membership | null | undefined, ward: WardView | null | undefined): string {
  if (!membership) return "/";
  const books = ward?.books.map(({ area }) => area) ?? [];
  const own = new Set(membership.areas.map((area) => area.split("/")[0]));
  const [only, another] = books.filter((book) => own.size === 0 || own.has(book));
  const book = another === undefined ? only : undefined;
  return `/so-tay/${membership.ward}${book === undefined ? "" : `/${book}`}`;
}

function isUnder(location: string, root: string): boolean {
  return location === root || location.startsWith(`${root}/`);
}
