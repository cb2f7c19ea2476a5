import { Building2 } from "lucide-react";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { Membership, WardView } from "../../phone/api/phone.ts";
import { findLook, tappedOn } from "../look/look-element.ts";
import { EmptyState } from "../parts/EmptyState.tsx";
import { useHere } from "../parts/hooks/HereContext.tsx";
import { Screen } from "../parts/Screen.tsx";
import { SendingBanner } from "../parts/SendingBanner.tsx";
import { useLive } from "../parts/hooks/use-live.ts";
import { useWhole } from "../parts/hooks/use-whole.ts";
import { DecisionToast } from "./DecisionToast.tsx";
import { sectionAt, type Section } from "./sections.ts";
import { Sections } from "./Sections.tsx";
import { useDecision } from "./use-decision.ts";
import { useFollow } from "./use-follow.ts";
import { useRoundAhead } from "./use-round-ahead.ts";
import "./OfficeScreen.css";

const FinishImport = lazy(async () => ({
  default: (await import("./households/FinishImport.tsx")).FinishImport,
}));

const ViewerScreen = lazy(async () => ({
  default: (await import("../viewer/ViewerScreen.tsx")).ViewerScreen,
}));

/** `/phuong` and what lies below it: the pages of the ward's office, for its own devices only; a viewer gets one page of its own there. */
export function OfficeScreen() {
  const { t } = useTranslation("office");
  const { membership, ward } = useHere();
  const [path] = useLocation();
  const isViewer = membership?.role === "viewer" && membership.device !== null;
  useFollow(isViewer || isOffice(membership ?? null) ? membership?.ward : undefined);
  if (membership === undefined || (membership && ward === undefined))
    return <Screen title={t("title")} waiting />;
  if (membership && ward && isViewer) {
    return (
      <Suspense fallback={<Screen title={ward.name}>{null}</Screen>}>
        <ViewerScreen ward={ward} areas={membership.areas} />
      </Suspense>
    );
  }
  if (!isOffice(membership) || !ward) {
    return (
      <Screen title={t("title")}>
        <EmptyState icon={Building2} title={t("notOffice")}>
          <p>{t("notOfficeText")}</p>
        </EmptyState>
      </Screen>
    );
  }
  return <Office ward={ward} device={membership.device} section={sectionAt(path)} />;
}

function Office({
  ward,
  device,
  section,
}: {
  readonly ward: WardView;
  readonly device: string;
  readonly section: Section;
}) {
  const { t } = useTranslation("office");
  const deciding = useDecision(ward.slug);
  const isWhole = useWhole(ward.slug);
  useRoundAhead(isWhole ? ward.slug : null);
  // How the overview stood last time stays until its figures are there.
  const rows = useLive("counts", section.slug === "" && isWhole ? ward.slug : null);
  return (
    <>
      <Screen
        key={section.slug}
        wide
        title={section.title(t, ward, isWhole)}
        banner={<SendingBanner ward={ward.slug} />}
        sections={<Sections current={section} />}
        waiting={section.slug === "" && isWhole && rows === undefined && !isTapped()}
      >
        <Suspense fallback={null}>
          <section.Page ward={ward} device={device} deciding={deciding} />
        </Suspense>
      </Screen>
      <DecisionToast deciding={deciding} />
      <Suspense fallback={null}>
        <FinishImport ward={ward.slug} />
      </Suspense>
    </>
  );
}

/** Whoever wants to go elsewhere waits for no figures. */
function isTapped(): boolean {
  const look = findLook();
  return look !== null && tappedOn(look) !== undefined;
}

function isOffice(membership: Membership | null): membership is Membership & { readonly device: string } {
  return membership?.role === "office" && membership.device !== null;
}
