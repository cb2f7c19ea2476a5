import { figuresAbout } from "../ward/indicators.ts";
import { keyAt, type Measured } from "./figure.ts";
import type { ReportPeriod } from "./period.ts";
import { neighbourhoodsIn, type ReportSource } from "./source.ts";

/** What the ward counts by its indicators, for the year of a period: of the ward, and of each khu phố of which it was counted. */
export function measureIndicators(
  source: ReportSource,
  { year, from }: Pick<ReportPeriod, "year" | "from">,
): readonly Measured[] {
  const { ward, observations } = source;
  const places = [ward.slug, ...neighbourhoodsIn(source, { from }).map(({ code }) => code)];
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
