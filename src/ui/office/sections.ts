import type { TFunction } from "i18next";
import {
  Award,
  BookCopy,
  BookText,
  ChartColumn,
  FilePenLine,
  HandHeart,
  Hourglass,
  House,
  LayoutDashboard,
  MessagesSquare,
  Presentation,
  ScrollText,
  ShieldQuestionMark,
  Smartphone,
  UsersRound,
  type LucideIcon,
} from "lucide-react";
import { lazy, type ComponentType } from "react";
import type { WardView } from "../../phone/api/phone.ts";
import { Devices } from "./devices/Devices.tsx";
import { Overview } from "./overview/Overview.tsx";
import { overviewTitle } from "./overview/overview-title.ts";
import type { SectionProps } from "./section-props.ts";

/** What the office's pages are about, in the order in which they stand. */
export const GROUPS = ["watch", "doors", "covenant", "say", "share"] as const;

/** One page of the office: its address below `/phuong`, and how it is called. */
export interface Section {
  /** Empty for the first page. */
  readonly slug: string;
  readonly group: (typeof GROUPS)[number];
  readonly icon: LucideIcon;
  readonly tab: (t: TFunction<"office">) => string;
  /** `whole`: all of the ward has come. */
  readonly title: (t: TFunction<"office">, ward: WardView, whole: boolean) => string;
  readonly Page: ComponentType<SectionProps>;
}

/** The pages of the office; within a group they stand in this order. All but the first ones come when they are opened. */
export const SECTIONS: readonly [Section, ...Section[]] = [
  {
    slug: "",
    group: "watch",
    icon: LayoutDashboard,
    tab: (t) => t("overview"),
    title: overviewTitle,
    Page: Overview,
  },
  {
    slug: "bao-cao",
    group: "watch",
    icon: ScrollText,
    tab: (t) => t("report.tab"),
    title: (t) => t("report.title"),
    Page: lazy(async () => ({ default: (await import("./report/ReportPage.tsx")).ReportPage })),
  },
  {
    slug: "phan-cong",
    group: "doors",
    icon: UsersRound,
    tab: (t) => t("assign"),
    title: (t) => t("assign"),
    Page: lazy(async () => ({ default: (await import("./assign/AssignPage.tsx")).AssignPage })),
  },
  {
    slug: "dong-gop",
    group: "share",
    icon: HandHeart,
    tab: (t) => t("giving"),
    title: (t) => t("giving"),
    Page: lazy(async () => ({ default: (await import("./giving/GivingPage.tsx")).GivingPage })),
  },
  {
    slug: "khen-thuong",
    group: "share",
    icon: Award,
    tab: (t) => t("praise"),
    title: (t) => t("praise"),
    Page: lazy(async () => ({ default: (await import("./praise/PraisePage.tsx")).PraisePage })),
  },
  {
    slug: "chi-tieu",
    group: "watch",
    icon: ChartColumn,
    tab: (t) => t("indicators"),
    title: (t) => t("indicators"),
    Page: lazy(async () => ({ default: (await import("./indicators/IndicatorsPage.tsx")).IndicatorsPage })),
  },
  {
    slug: "ho-dan",
    group: "doors",
    icon: House,
    tab: (t) => t("households.tab"),
    title: (t) => t("households.title"),
    Page: lazy(async () => ({
      default: (await import("./households/HouseholdsPage.tsx")).HouseholdsPage,
    })),
  },
  {
    slug: "cho-xet",
    group: "doors",
    icon: Hourglass,
    tab: (t) => t("held.tab"),
    title: (t) => t("held.title"),
    Page: lazy(async () => ({ default: (await import("./held/HeldPage.tsx")).HeldPage })),
  },
  {
    slug: "so-tay",
    group: "covenant",
    icon: BookText,
    tab: (t) => t("covenant"),
    title: (t) => t("covenant"),
    Page: lazy(async () => ({ default: (await import("./covenant/CovenantPage.tsx")).CovenantPage })),
  },
  {
    slug: "sua-doi",
    group: "covenant",
    icon: FilePenLine,
    tab: (t) => t("amendments.tab"),
    title: (t) => t("amendments.title"),
    Page: lazy(async () => ({ default: (await import("./amendment/AmendmentsPage.tsx")).AmendmentsPage })),
  },
  {
    slug: "kho-so-tay",
    group: "covenant",
    icon: BookCopy,
    tab: (t) => t("stock"),
    title: (t) => t("stock"),
    Page: lazy(async () => ({ default: (await import("./stock/StockPage.tsx")).StockPage })),
  },
  {
    slug: "y-kien",
    group: "say",
    icon: MessagesSquare,
    tab: (t) => t("opinions.tab"),
    title: (t) => t("opinions.title"),
    Page: lazy(async () => ({ default: (await import("./opinions/OpinionsPage.tsx")).OpinionsPage })),
  },
  {
    slug: "hop",
    group: "say",
    icon: Presentation,
    tab: (t) => t("meetings"),
    title: (t) => t("meetings"),
    Page: lazy(async () => ({ default: (await import("./meetings/MeetingsPage.tsx")).MeetingsPage })),
  },
  {
    slug: "yeu-cau-du-lieu",
    group: "say",
    icon: ShieldQuestionMark,
    tab: (t) => t("requests.tab"),
    title: (t) => t("requests.title"),
    Page: lazy(async () => ({ default: (await import("./requests/RequestsPage.tsx")).RequestsPage })),
  },
  {
    slug: "thiet-bi",
    group: "doors",
    icon: Smartphone,
    tab: (t) => t("devices"),
    title: (t) => t("devices"),
    Page: Devices,
  },
];

/** The page that an address opens: the first one where it names none. */
export function sectionAt(path: string): Section {
  const slug = path.split("/")[2] ?? "";
  return SECTIONS.find((section) => section.slug === slug) ?? SECTIONS[0];
}
