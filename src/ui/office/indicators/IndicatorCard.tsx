import { useTranslation } from "react-i18next";
import type { Indicator, Observation } from "../../../domain/ward-facts.ts";
import { changeOf, figuresAbout, sumOfHouseholds, type Figure } from "../../../domain/ward/indicators.ts";
import type { HouseholdRow, WardView } from "../../../phone/api/phone.ts";
import { areaName } from "../../parts/words/area-names.ts";
import { Button } from "../../parts/Button.tsx";
import { Chip, type Tone } from "../../parts/Chip.tsx";
import { ScrollSideways } from "../../parts/ScrollSideways.tsx";
import { useMeasures } from "../../text/use-measures.ts";
import { figureWords, partsWords } from "./figure-words.ts";

/** One indicator: the ward's figure and that of each area counted, with the period before and what became of it. */
export function IndicatorCard({ ward, rows, indicator, observations, period, onOpen }: IndicatorCardProps) {
  const { t } = useTranslation("indicators");
  const numbers = useMeasures();
  const figures = figuresAbout(observations, indicator.id);
  const before = figures
    .map((figure) => figure.period)
    .filter((one) => one < period)
    .sort()
    .at(-1);
  const at = (place: string, when: string | undefined) =>
    figures.find((figure) => figure.place === place && figure.period === when);
  const places = placesOf(
    ward,
    figures.filter((one) => one.period === period || one.period === before),
  );
  const sum = sumOfHouseholds(rows, { indicator: indicator.id, period, area: "" });
  return (
    <section className="office-card">
      <h2 lang="vi">{indicator.name}</h2>
      <p className="quiet">
        {t(`better.${indicator.better}`)}
        {indicator.article !== undefined && <> · {t("article", { number: indicator.article })}</>}
      </p>
      {places.length === 0 ? (
        <p className="quiet">{t("nothing", { period })}</p>
      ) : (
        <ScrollSideways label={t("scroll", { name: indicator.name })}>
          <table className="office-table indicators-table">
            <thead>
              <tr>
                <th scope="col">{t("place")}</th>
                <th scope="col">{t("ofPeriod", { period })}</th>
                <th scope="col">
                  {before === undefined ? t("noBefore") : t("ofPeriod", { period: before })}
                </th>
                <th scope="col">{t("change")}</th>
              </tr>
            </thead>
            <tbody>
              {places.map((place) => (
                <tr key={place} className={place === ward.slug ? "indicators-ward" : undefined}>
                  <th scope="row">{place === ward.slug ? ward.name : areaName(ward, place)}</th>
                  <FigureCell figure={at(place, period)} unit={indicator.unit} />
                  <FigureCell figure={at(place, before)} unit={indicator.unit} />
                  <td>
                    <Change indicator={indicator} now={at(place, period)} before={at(place, before)} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollSideways>
      )}
      {sum && (
        <p>
          {t("byHousehold", {
            counted: numbers.integer(sum.counted),
            figure: figureWords(t, numbers, sum, indicator.unit),
          })}{" "}
          <span className="quiet">{partsWords(t, numbers, sum)}</span>
        </p>
      )}
      <p className="indicators-acts">
        <Button
          look="quiet"
          aria-label={t("observeOf", { name: indicator.name })}
          onClick={() => onOpen("observe", indicator.id)}
        >
          {t("observe")}
        </Button>
        <Button
          look="quiet"
          aria-label={t("countOf", { name: indicator.name })}
          onClick={() => onOpen("count", indicator.id)}
        >
          {t("count")}
        </Button>
        <Button
          look="quiet"
          aria-label={t("renameOf", { name: indicator.name })}
          onClick={() => onOpen("define", indicator.id)}
        >
          {t("rename")}
        </Button>
      </p>
    </section>
  );
}

interface IndicatorCardProps {
  readonly ward: WardView;
  readonly rows: readonly HouseholdRow[];
  readonly indicator: Indicator;
  readonly observations: readonly Observation[];
  readonly period: string;
  readonly onOpen: (kind: "observe" | "count" | "define", of: string) => void;
}

function FigureCell({ figure, unit }: { readonly figure: Figure | undefined; readonly unit: string }) {
  const { t } = useTranslation("indicators");
  const numbers = useMeasures();
  if (!figure) return <td>–</td>;
  return (
    <td>
      <strong>{figureWords(t, numbers, figure, unit)}</strong>
      <p className="indicators-parts">{partsWords(t, numbers, figure)}</p>
    </td>
  );
}

function Change({
  indicator,
  now,
  before,
}: {
  readonly indicator: Indicator;
  readonly now: Figure | undefined;
  readonly before: Figure | undefined;
}) {
  const { t } = useTranslation("indicators");
  const change = changeOf(indicator, now, before);
  return <Chip tone={TONES[change]}>{t(`changes.${change}`)}</Chip>;
}

const TONES: Readonly<Record<ReturnType<typeof changeOf>, Tone>> = {
  better: "signed",
  worse: "again",
  same: "plain",
  unknown: "none",
};

/** The ward first, then the areas in the order of their codes. */
function placesOf({ slug }: WardView, figures: readonly Figure[]): string[] {
  const places = [...new Set(figures.map(({ place }) => place))];
  const collator = new Intl.Collator("en", { numeric: true });
  return places.sort((a, b) => Number(b === slug) - Number(a === slug) || collator.compare(a, b));
}
