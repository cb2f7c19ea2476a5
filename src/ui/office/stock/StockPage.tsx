import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { givenBefore } from "../../../domain/campaign/given-before.ts";
import { stockByEdition, stockEntries, type EditionStock } from "../../../domain/ward/handbook-stock.ts";
import type { HouseholdRow, WardView } from "../../../phone/api/phone.ts";
import { editionFor } from "../../household/edition.ts";
import { areaName } from "../../parts/words/area-names.ts";
import { useOpenAreas } from "../../parts/hooks/use-open-areas.ts";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { UndoToast } from "../../parts/UndoToast.tsx";
import { useApartWords } from "../../parts/hooks/use-apart-words.ts";
import { useLive } from "../../parts/hooks/use-live.ts";
import { stock as words } from "../../text/vi/stock.ts";
import { StillLoading } from "../overview/StillLoading.tsx";
import { StockEntries } from "./StockEntries.tsx";
import { StockForm, type Stocked } from "./StockForm.tsx";
import { StockTable } from "./StockTable.tsx";
import { WithoutLists } from "./WithoutLists.tsx";
import "./Stock.css";

/** `/phuong/kho-so-tay`: printed handbooks from the printer to the households, and who still lacks one. */
export function StockPage({ ward }: { readonly ward: WardView }) {
  useApartWords("stock", words);
  const { t } = useTranslation("stock");
  const { act } = usePhone();
  const rows = useLive("round", ward.slug);
  const matters = useLive("matters", ward.slug);
  const sending = useLive("sending", ward.slug);
  const [told, setTold] = useState<Stocked | null>(null);
  const areas = useMemo(
    () => ward.areas.map(({ code }) => code).filter((code) => !code.includes("/")),
    [ward],
  );
  const open = useOpenAreas(ward);
  const entries = useMemo(() => stockEntries(ward.records), [ward]);
  const stocks = useMemo(() => {
    const gone = (matters ?? []).map(({ household: { area }, copies }) => ({ area, copies }));
    return stockByEdition(ward.slug, areas, entries, rows ?? [], (area) => editionFor(ward, area), gone);
  }, [ward, entries, areas, rows, matters]);
  if (!rows || !matters || !sending) return null;
  if (!sending.whole) return <StillLoading sending={sending} />;
  const nameOf = (place: string) => (place === ward.slug ? t("wholeWard") : areaName(ward, place));
  return (
    <div className="stock-page">
      <p className="quiet">{t("intro")}</p>
      {stocks.map((stock) => (
        <StockTable
          key={String(stock.edition)}
          stock={stock}
          isOnly={stocks.length === 1}
          campaign={ward.campaign?.title}
          given={ward.campaign ? givenBefore(rows, ward.campaign, handingOut(stock)) : null}
          nameOf={nameOf}
        />
      ))}
      <WithoutLists areas={stocks.flatMap((stock) => stock.areas)} nameOf={nameOf} />
      <StockForm
        ward={ward}
        areas={areas.filter((code) => open.some((one) => one.code === code))}
        editions={stocks.map(({ edition }) => edition)}
        nameOf={nameOf}
        onKept={setTold}
      />
      <StockEntries ward={ward.slug} entries={entries} nameOf={nameOf} />
      {told && (
        <UndoToast
          key={told.jti}
          words={t("kept", { place: nameOf(told.place), number: told.copies })}
          undone={t("undone")}
          onUndo={() => act.retract(ward.slug, told.jti, told.place)}
          onClose={() => setTold(null)}
        />
      )}
    </div>
  );
}

/** The khu phố that hand an edition out now. */
function handingOut({ areas }: EditionStock<HouseholdRow>): string[] {
  return areas.filter(({ isCurrent }) => isCurrent).map(({ area }) => area);
}
