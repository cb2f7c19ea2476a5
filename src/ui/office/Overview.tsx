import { Building2 } from "lucide-react";
import { lazy, Suspense, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { totalsByArea, totalsOf, waitingOf } from "../../domain/totals.ts";
import { formatInteger } from "../../domain/vietnamese-format.ts";
import type { HouseholdRow, WardView } from "../../phone/phone.ts";
import { EmptyState } from "../parts/EmptyState.tsx";
import { usePhone } from "../parts/PhoneContext.tsx";
import { useLive } from "../parts/use-live.ts";
import { AreaWalls } from "./AreaWalls.tsx";
import { StillLoading } from "./overview/StillLoading.tsx";
import { Rings } from "./Rings.tsx";
import { TotalsTable } from "./TotalsTable.tsx";
import { WaitingList } from "./WaitingList.tsx";
import "./Overview.css";

/** How the ward stands, by khu phố and tổ; moves as pledges arrive. */
export function Overview({ ward }: { readonly ward: WardView }) {
  const { t } = useTranslation("office");
  const rows = useLive("round", ward.slug);
  const sending = useLive("sending", ward.slug);
  if (!rows || !sending) return null;
  if (!sending.whole) return <StillLoading sending={sending} />;
  if (rows.length === 0) {
    return (
      <EmptyState icon={Building2} title={t("empty")}>
        <p>{t("emptyText")}</p>
      </EmptyState>
    );
  }
  return <Figures ward={ward} rows={rows} />;
}

function Figures({ ward, rows }: { readonly ward: WardView; readonly rows: readonly HouseholdRow[] }) {
  const { t } = useTranslation("office");
  const { now } = usePhone();
  const areas = useMemo(() => totalsByArea(rows), [rows]);
  const whole = useMemo(() => totalsOf(rows), [rows]);
  const waiting = useMemo(() => waitingOf(rows, now(ward.slug)), [rows, now, ward.slug]);
  const groups = areas.reduce((count, { parts }) => count + parts.length, 0);
  return (
    <>
      <p className="overview-summary">
        {t("summary", {
          areas: areas.length,
          groups,
          households: formatInteger(whole.households),
          members: formatInteger(whole.members),
        })}
      </p>
      <Rings ward={ward} totals={whole} signedLately={waiting.signedLately} />
      <div className="overview-halves">
        <AreaWalls ward={ward} rows={rows} areas={areas} />
        <WaitingList ward={ward} rows={rows} waiting={waiting} />
      </div>
      <Suspense fallback={null}>
        <Curves ward={ward} rows={rows} />
      </Suspense>
      <TotalsTable ward={ward} areas={areas} whole={whole} />
    </>
  );
}

/** Below what is looked at first. */
const Curves = lazy(async () => ({ default: (await import("./overview/Curves.tsx")).Curves }));
