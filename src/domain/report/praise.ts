import { isHouseholdId } from "../ids.ts";
import { commendationsIn, grantedOnes } from "../ward/commendations.ts";
import { keyAt, type Measured } from "./figure.ts";
import { isDuring, type ReportPeriod } from "./period.ts";
import { byPlace, neighbourhoodsIn, type ReportSource } from "./source.ts";

/** Households and groups that were praised in the days of a period; nobody is named. */
export function measureCommendations(source: ReportSource, period: ReportPeriod): readonly Measured[] {
  const { ward, households } = source;
  const granted = grantedOnes(commendationsIn(ward.records, households)).filter(({ on }) =>
    isDuring(on, period),
  );
  if (granted.length === 0) return [];
  const areas = new Map(households.map(({ id, area }) => [id, area]));
  return byPlace(granted, neighbourhoodsIn(source, period), ({ place }) => areas.get(place) ?? place).flatMap(
    ({ place, items }) =>
      SORTS.map(({ measure, name, unit, isOf }): Measured => {
        const some = items.filter((one) => isOf(isHouseholdId(one.place)));
        return {
          key: keyAt(measure, place),
          part: "commendations",
          place: place || ward.slug,
          name,
          unit,
          form: "count",
          value: some.length,
          lines: some.map(({ jti, place: at }) => ({ of: "commendation", id: jti, place: at, amount: 1 })),
        };
      }),
  );
}

const SORTS: readonly {
  readonly measure: string;
  readonly name: string;
  readonly unit: string;
  readonly isOf: (household: boolean) => boolean;
}[] = [
  { measure: "praise.households", name: "Hộ được biểu dương", unit: "hộ", isOf: (household) => household },
  {
    measure: "praise.groups",
    name: "Tập thể được biểu dương",
    unit: "tập thể",
    isOf: (household) => !household,
  },
];
