import { Building2, FileUp } from "lucide-react";
import { lazy, Suspense, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { givenBefore } from "../../../domain/campaign/given-before.ts";
import { sumOf, totalsByArea, waitingOf } from "../../../domain/ward/totals.ts";
import type { CountedRow, WardView } from "../../../phone/api/phone.ts";
import { ButtonLink } from "../../parts/Button.tsx";
import { EmptyState } from "../../parts/EmptyState.tsx";
import { useKeepLook } from "../../look/use-keep-look.ts";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { useGrowing } from "../../parts/hooks/use-growing.ts";
import { useLive } from "../../parts/hooks/use-live.ts";
import { useNumbers } from "../../text/use-numbers.ts";
import { AreaWalls } from "./AreaWalls.tsx";
import { StillLoading } from "./StillLoading.tsx";
import { Rings } from "./Rings.tsx";
import { TotalsTable } from "./TotalsTable.tsx";
import { WaitingList } from "./WaitingList.tsx";
import "./Overview.css";

/** How the ward stands, by khu phố and tổ; moves as pledges arrive. */
export function Overview({ ward }: { readonly ward: WardView }) {
  const { t } = useTranslation("office");
  const sending = useLive("sending", ward.slug);
  // Not while they come in: reading them again with each page would hold up the next.
  const rows = useLive("counts", sending?.whole ? ward.slug : null);
  if (!sending) return null;
  if (!sending.whole) return <StillLoading sending={sending} />;
  if (!rows) return null;
  if (rows.length === 0) {
    return (
      <EmptyState icon={Building2} title={t("empty")}>
        <p>{t("emptyText")}</p>
        <ButtonLink look="primary" icon={FileUp} href="/phuong/ho-dan/nhap">
          {t("importList")}
        </ButtonLink>
      </EmptyState>
    );
  }
  return <Figures ward={ward} rows={rows} />;
}

function Figures({ ward, rows }: { readonly ward: WardView; readonly rows: readonly CountedRow[] }) {
  const { t } = useTranslation("office");
  const numbers = useNumbers();
  const { now } = usePhone();
  const areas = useMemo(() => totalsByArea(rows), [rows]);
  const whole = useMemo(() => sumOf(areas.map(({ totals }) => totals)), [areas]);
  const before = useMemo(() => (ward.campaign ? givenBefore(rows, ward.campaign).before : 0), [ward, rows]);
  const waiting = useMemo(() => waitingOf(rows, now(ward.slug)), [rows, now, ward.slug]);
  // Part by part, each in a frame of its own: of a large ward all at once would stand still for a second.
  const drawn = useGrowing(PARTS, 1);
  useKeepLook("office", drawn === PARTS ? { ward, rows } : null);
  const erased = useMemo(
    () => rows.filter(({ nameless, status }) => nameless && status.word === "none").length,
    [rows],
  );
  const groups = areas.reduce((count, { parts }) => count + parts.length, 0);
  return (
    <>
      <p className="overview-summary">
        {t("summary", {
          areas: areas.length,
          groups,
          households: numbers.integer(whole.households),
          members: numbers.integer(whole.members),
        })}
      </p>
      <Rings ward={ward} totals={whole} signedLately={waiting.signedLately} deliveredBefore={before} />
      <div className="overview-halves">
        {drawn > 1 && <AreaWalls ward={ward} rows={rows} areas={areas} />}
        {drawn > 2 && <WaitingList ward={ward} rows={rows} waiting={waiting} />}
      </div>
      {drawn > 3 && (
        <Suspense fallback={null}>
          <Curves ward={ward} rows={rows} />
        </Suspense>
      )}
      {drawn > 4 && <TotalsTable ward={ward} areas={areas} whole={whole} erased={erased} />}
    </>
  );
}

/** The rings, and what stands below them. */
const PARTS = 5;

/** Below what is looked at first. */
const Curves = lazy(async () => ({ default: (await import("./Curves.tsx")).Curves }));
