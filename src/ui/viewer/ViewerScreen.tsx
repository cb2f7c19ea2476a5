import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { WardView } from "../../phone/api/phone.ts";
import { totalsKey, readTotals } from "../../phone/drafts/kept-totals.ts";
import { overviewTitle } from "../office/overview/overview-title.ts";
import { Rings } from "../office/overview/Rings.tsx";
import { TotalsTable } from "../office/overview/TotalsTable.tsx";
import { areaName } from "../parts/words/area-names.ts";
import { ButtonLink } from "../parts/Button.tsx";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { Screen } from "../parts/Screen.tsx";
import { useApartWords } from "../parts/hooks/use-apart-words.ts";
import { useLive } from "../parts/hooks/use-live.ts";
import { momentWords } from "../parts/words/when.ts";
import { useNumbers } from "../text/use-numbers.ts";
import { viewer as words } from "../text/vi/viewer.ts";
import { officeOpinions } from "../text/vi/office-opinions.ts";
import { useTotals } from "./use-totals.ts";
import { ViewerOpinions } from "./ViewerOpinions.tsx";
import "../office/OfficeScreen.css";
import "../office/overview/Overview.css";

/** `/phuong` of who only looks on: sums of their areas, opinions and answers without anybody's name or words. It says nothing. */
export function ViewerScreen({ ward, areas }: ViewerScreenProps) {
  useApartWords("viewer", words);
  useApartWords("officeOpinions", officeOpinions);
  const { t } = useTranslation("viewer");
  const numbers = useNumbers();
  const { t: office } = useTranslation("office");
  const { t: common } = useTranslation("common");
  const { now } = usePhone();
  const kept = useLive("draft", totalsKey(ward.slug));
  const problem = useTotals(ward.slug);
  const totals = useMemo(() => readTotals(kept), [kept]);
  const shown = useMemo(
    () => totals?.areas.map(({ parts, ...one }) => ({ ...one, parts: parts.map(withoutParts) })) ?? [],
    [totals],
  );
  const time = now(ward.slug);
  return (
    <Screen wide title={overviewTitle(office, ward, true)} demo={ward.demo}>
      <p className="overview-summary">
        {t("areas", { areas: areas.map((area) => areaName(ward, area)).join(", ") })}
      </p>
      {problem !== null && (
        <p className="trouble" role="status">
          {problem === "unreachable" ? t("unreachable") : t("problem", { code: problem })}
        </p>
      )}
      {totals === null ? (
        kept !== undefined && <p>{t("noTotals")}</p>
      ) : totals.whole.households === 0 ? (
        <p>{t("noHouseholds")}</p>
      ) : (
        <>
          <p className="overview-summary">
            {t("summary", {
              households: numbers.integer(totals.whole.households),
              members: numbers.integer(totals.whole.members),
              time: momentWords(common, totals.at, time),
            })}
          </p>
          <Rings ward={ward} totals={totals.whole} signedLately={null} />
          <TotalsTable ward={ward} areas={shown} whole={totals.whole} total={t("total")} />
          <p className="quiet">{t("few")}</p>
        </>
      )}
      <ViewerOpinions ward={ward} now={time} />
      <section className="office-card">
        <h2>{t("handbook")}</h2>
        <p>{t("handbookText")}</p>
        <ButtonLink href={`/so-tay/${ward.slug}`}>{t("openHandbook")}</ButtonLink>
      </section>
    </Screen>
  );
}

function withoutParts<Part>(part: Part): Part & { readonly parts: readonly [] } {
  return { ...part, parts: [] };
}

interface ViewerScreenProps {
  readonly ward: WardView;
  readonly areas: readonly string[];
}
