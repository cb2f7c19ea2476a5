import { figuresAbout } from "../ward/indicators.ts";
import { keyAt, type Measured } from "./figure.ts";
import type { ReportPeriod } from "./period.ts";
import { neighbourhoodsOf, type ReportSource } from "./source.ts";

/** What the ward counts by its indicators, for the year of a period: of the ward, and of each khu phố of which it was counted. */
export function measureIndicators(
  { ward, observations }: ReportSource,
  { year, to }: Pick<ReportPeriod, "year" | "to">,
): readonly Measured[] {
  const places = [ward.slug, ...neighbourhoodsOf(ward, to).map(({ code }) => code)];
  return Object.values(ward.indicators).flatMap(({ id, name, unit }) => {
    const figures = figuresAbout(observations, id).filter(({ period }) => period === year);
    return places.flatMap((place): readonly Measured[] => {
      const figure = figures.find((one) => one.place === place);
      if (!figure) return [];
      const { jti, numerator, denominator, value } = figure;
      const isShare = numerator !== undefined && denominator !== undefined;
      const amount = isShare ? numerator : (value ?? 0);
      return [
        {
          key: keyAt(`indicator.${id}`, place === ward.slug ? "" : place),
          part: "indicators",
          place,
          name,
          unit,
          form: isShare ? "share" : "count",
          value: amount,
          ...(isShare ? { of: denominator } : {}),
          lines: [{ of: "indicator", id: jti, place, amount }],
        },
      ];
    });
  });
}
