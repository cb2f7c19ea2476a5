import { Building2, LayoutDashboard, Smartphone } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import type { Membership } from "../../phone/phone.ts";
import { EmptyState } from "../parts/EmptyState.tsx";
import { useHere } from "../parts/HereContext.tsx";
import { Screen } from "../parts/Screen.tsx";
import { SendingBanner } from "../parts/SendingBanner.tsx";
import { Devices } from "./Devices.tsx";
import { Overview } from "./Overview.tsx";
import { overviewTitle } from "./overview-title.ts";
import { useFollow } from "./use-follow.ts";
import "./OfficeScreen.css";

/** `/phuong`: how the whole ward stands; `/phuong/thiet-bi`: its devices. For the ward's office only. */
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
  const devices = path.startsWith(DEVICES);
  return (
    <Screen
      key={devices ? "devices" : "overview"}
      wide
      title={devices ? t("devices") : overviewTitle(t, ward)}
      banner={<SendingBanner ward={membership.ward} />}
    >
      <nav className="office-sections" aria-label={t("sections")}>
        <Link href="/phuong" aria-current={devices ? undefined : "page"}>
          <LayoutDashboard aria-hidden /> {t("overview")}
        </Link>
        <Link href={DEVICES} aria-current={devices ? "page" : undefined}>
          <Smartphone aria-hidden /> {t("devices")}
        </Link>
      </nav>
      {devices ? <Devices ward={ward} ownDevice={membership.device} /> : <Overview ward={ward} />}
    </Screen>
  );
}

const DEVICES = "/phuong/thiet-bi";

function isOffice(membership: Membership | null): membership is Membership {
  return membership?.role === "office" && membership.device !== null;
}
