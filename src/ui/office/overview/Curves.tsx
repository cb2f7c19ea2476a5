import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { campaignCurve, comparedCampaigns } from "../../../domain/campaign/campaign-curves.ts";
import { dateOf, dayAt } from "../../../domain/days/campaign-days.ts";
import { isWithin } from "../../../domain/ids.ts";
import type { CountedRow, WardView } from "../../../phone/api/phone.ts";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { useApartWords } from "../../parts/hooks/use-apart-words.ts";
import { curves as words } from "../../text/vi/curves.ts";
import { AreaSelect } from "../AreaSelect.tsx";
import { Curve } from "./Curve.tsx";
import { CurveTable } from "./CurveTable.tsx";
import { ReachedTable } from "./ReachedTable.tsx";
import "./Curves.css";

/** How the campaign comes on by day, beside the one before it; of the ward, a khu phố or a tổ. */
export function Curves({ ward, rows }: { readonly ward: WardView; readonly rows: readonly CountedRow[] }) {
  useApartWords("curves", words);
  const { t } = useTranslation("curves");
  const { now: clock } = usePhone();
  const [area, setArea] = useState("");
  const today = dateOf(dayAt(clock(ward.slug)));
  const [now, before] = useMemo(() => comparedCampaigns(ward), [ward]);
  const here = useMemo(
    () => (area === "" ? rows : rows.filter((row) => isWithin(row.area, area))),
    [rows, area],
  );
  const curve = useMemo(() => (now ? campaignCurve(here, now, today) : []), [here, now, today]);
  const former = useMemo(() => (before ? campaignCurve(here, before, today) : []), [here, before, today]);
  if (!now) return null;
  return (
    <section className="office-card office-below curves">
      <h2>{t("title")}</h2>
      {curve.length === 0 ? (
        <p className="quiet">{t("notBegun")}</p>
      ) : (
        <>
          <div className="curves-head">
            <AreaSelect ward={ward} label={t("area")} area={area} onChoose={setArea} />
            <p className="quiet curves-legend">
              <Swatch name="now" /> {now.title}
              {before && (
                <>
                  <br />
                  <Swatch name="before" /> {t("before", { campaign: before.title })}
                </>
              )}
            </p>
          </div>
          <div className="curves-three">
            {(["visited", "delivered", "pledged"] as const).map((word) => (
              <Curve
                key={word}
                word={word}
                households={here.length}
                span={now}
                curve={curve}
                before={before ? former : null}
              />
            ))}
          </div>
          <CurveTable curve={curve} before={before ? former : null} />
          <ReachedTable ward={ward} rows={here} area={area} day={curve.length} now={now} before={before} />
        </>
      )}
    </section>
  );
}

function Swatch({ name }: { readonly name: "now" | "before" }) {
  return (
    <svg className="curves-swatch" viewBox="0 0 24 6" aria-hidden>
      <path className={`curve-${name}`} d="M0 3H24" />
    </svg>
  );
}
