import { Building2, Hourglass, LayoutDashboard, Smartphone } from "lucide-react";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import type { Membership, WardView } from "../../phone/phone.ts";
import { EmptyState } from "../parts/EmptyState.tsx";
import { useHere } from "../parts/HereContext.tsx";
import { Screen } from "../parts/Screen.tsx";
import { SendingBanner } from "../parts/SendingBanner.tsx";
import { DecisionToast } from "./DecisionToast.tsx";
import { Devices } from "./Devices.tsx";
import { Overview } from "./Overview.tsx";
import { overviewTitle } from "./overview-title.ts";
import { useDecision } from "./use-decision.ts";
import { useFollow } from "./use-follow.ts";
import "./OfficeScreen.css";

/** `/phuong`: how the whole ward stands; `/phuong/cho-xet`: what waits for a decision; `/phuong/thiet-bi`: its devices. For the ward's office only. */
export function OfficeScreen() {
  const { t } = useTranslation("office");
  const { membership, ward } = useHere();
  const [path] = useLocation();
  useFollow(isOffice(membership ?? null) ? membership?.ward : undefined);
  if (membership === undefined || (membership && ward === undefined))
    return <Screen title={t("title")}>{null}</Screen>;
  if (!isOffice(membership) || !ward) {
    return (
      <Screen title={t("title")}>
        <EmptyState icon={Building2} title={t("notOffice")}>
          <p>{t("notOfficeText")}</p>
        </EmptyState>
      </Screen>
    );
  }
  return <Office ward={ward} device={membership.device} page={pageOf(path)} />;
}

const HELD = "/phuong/cho-xet";
const DEVICES = "/phuong/thiet-bi";

/** Few open it, and seldom: it comes when it is opened. */
const HeldPage = lazy(async () => ({ default: (await import("./HeldPage.tsx")).HeldPage }));

type Page = "overview" | "held" | "devices";

function Office({
  ward,
  device,
  page,
}: {
  readonly ward: WardView;
  readonly device: string | null;
  readonly page: Page;
}) {
  const { t } = useTranslation("office");
  const deciding = useDecision(ward.slug);
  const current = (one: Page) => (one === page ? "page" : undefined);
  const title = page === "held" ? t("held.title") : t("devices");
  return (
    <>
      <Screen
        key={page}
        wide
        title={page === "overview" ? overviewTitle(t, ward) : title}
        banner={<SendingBanner ward={ward.slug} />}
      >
        <nav className="office-sections" aria-label={t("sections")}>
          <Link href="/phuong" aria-current={current("overview")}>
            <LayoutDashboard aria-hidden /> {t("overview")}
          </Link>
          <Link href={HELD} aria-current={current("held")}>
            <Hourglass aria-hidden /> {t("held.tab")}
          </Link>
          <Link href={DEVICES} aria-current={current("devices")}>
            <Smartphone aria-hidden /> {t("devices")}
          </Link>
        </nav>
        {page === "overview" && <Overview ward={ward} />}
        {page === "devices" && <Devices ward={ward} ownDevice={device} />}
        {page === "held" && (
          <Suspense fallback={null}>
            <HeldPage ward={ward} deciding={deciding} />
          </Suspense>
        )}
      </Screen>
      <DecisionToast deciding={deciding} />
    </>
  );
}

function pageOf(path: string): Page {
  if (path.startsWith(HELD)) return "held";
  return path.startsWith(DEVICES) ? "devices" : "overview";
}

function isOffice(membership: Membership | null): membership is Membership {
  return membership?.role === "office" && membership.device !== null;
}
