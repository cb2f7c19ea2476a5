import { dateOf } from "../days/campaign-days.ts";
import { isNameless } from "../household/nameless.ts";
import { keyAt, type Measured } from "./figure.ts";
import { isDuring, type ReportPeriod } from "./period.ts";
import { byPlace, neighbourhoodsIn, type ReportHousehold, type ReportSource } from "./source.ts";

/** How many households were visited and met, have the handbook and have pledged, each counted once; of today's list of households. */
export function measureReach(source: ReportSource, period: ReportPeriod): readonly Measured[] {
  const { ward, households } = source;
  return byPlace(households, neighbourhoodsIn(source, period), ({ area }) => area).flatMap(
    ({ place, items }) =>
      MEASURES.map(({ measure, name, counts }): Measured => {
        const some = items.filter((one) => counts(one, period));
        return {
          key: keyAt(measure, place),
          part: "reach",
          place: place === "" ? ward.slug : place,
          name,
          unit: "hộ",
          form: "count",
          value: some.length,
          of: items.length,
          lines: some.map(({ id }) => ({ of: "household", id, place: id, amount: 1 })),
        };
      }),
  );
}

type Word = "visited" | "met" | "delivered" | "pledged";

const MEASURES: readonly {
  readonly measure: string;
  readonly name: string;
  readonly counts: (household: ReportHousehold, period: ReportPeriod) => boolean;
}[] = [
  {
    measure: "reach.visited",
    name: "Hộ đã được tới nhà vận động",
    counts: (one, period) => hasCome(one, "visited", period),
  },
  {
    measure: "reach.met",
    name: "Hộ đã gặp được",
    counts: (one, period) => hasCome(one, "met", period),
  },
  {
    measure: "reach.delivered",
    name: "Hộ đã nhận sổ tay",
    counts: (one, period) => hasCome(one, "delivered", period),
  },
  {
    measure: "reach.pledged",
    name: "Hộ đã cam kết",
    counts: (one, period) => hasCome(one, "pledged", period),
  },
  {
    measure: "reach.unmet",
    name: "Hộ chưa gặp được",
    // Where data were erased what was done counts, and nobody is to be met any more.
    counts: (one, period) => !isNameless(one) && !hasCome(one, "met", period),
  },
];

/** Of a campaign whatever counts for it, on whichever day; of a year what fell into it. */
function hasCome({ days = [] }: ReportHousehold, word: Word, period: ReportPeriod): boolean {
  return days.some((one) => {
    const day = one[word];
    if (day === undefined) return false;
    return period.campaign === null ? isDuring(dateOf(day), period) : one.campaign === period.campaign;
  });
}
