import { Building2 } from "lucide-react";
import { lazy, startTransition, Suspense, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { sumOf, totalsByArea, waitingOf } from "../../domain/totals.ts";
import { formatInteger } from "../../domain/vietnamese-format.ts";
import { afterFrame } from "../../phone/after-frame.ts";
import type { HouseholdRow, WardView } from "../../phone/phone.ts";
import { EmptyState } from "../parts/EmptyState.tsx";
import { findLook } from "../look/look-element.ts";
import { useKeepLook } from "../look/use-keep-look.ts";
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
  const sending = useLive("sending", ward.slug);
  // Not while they come in: reading them again with each page would hold up the next.
  const rows = useLive("round", sending?.whole ? ward.slug : null);
  if (!sending) return null;
  if (!sending.whole) return <StillLoading sending={sending} />;
  if (!rows) return null;
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
  const whole = useMemo(() => sumOf(areas.map(({ totals }) => totals)), [areas]);
  const waiting = useMemo(() => waitingOf(rows, now(ward.slug)), [rows, now, ward.slug]);
  // Part by part, each in a frame of its own: of a large ward all at once would stand still for a second. At once where it
  // takes the place of what it looked like last time.
  const [drawn, setDrawn] = useState(() => (findLook() ? PARTS : 0));
  useEffect(() => {
    if (drawn === PARTS) return undefined;
    let gone = false;
    void afterFrame().then(() => {
      if (!gone) startTransition(() => setDrawn(drawn + 1));
    });
    return () => {
      gone = true;
    };
  }, [drawn]);
  useKeepLook("office", drawn === PARTS ? { ward, rows } : null);
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
        {drawn > 0 && <AreaWalls ward={ward} rows={rows} areas={areas} />}
        {drawn > 1 && <WaitingList ward={ward} rows={rows} waiting={waiting} />}
      </div>
      {drawn > 2 && (
        <Suspense fallback={null}>
          <Curves ward={ward} rows={rows} />
        </Suspense>
      )}
      {drawn > 3 && <TotalsTable ward={ward} areas={areas} whole={whole} />}
    </>
  );
}

/** What stands below the rings. */
const PARTS = 4;

/** Below what is looked at first. */
const Curves = lazy(async () => ({ default: (await import("./overview/Curves.tsx")).Curves }));
