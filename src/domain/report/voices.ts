import { dateOf, dayAt } from "../days/campaign-days.ts";
import { isLate, stateOf, type OpinionCase } from "../matters/opinion-cases.ts";
import { keyAt, type Measured } from "./figure.ts";
import { isDuring, type ReportPeriod } from "./period.ts";
import { byPlace, neighbourhoodsIn, type ReportSource } from "./source.ts";

/** The opinions that were given in the days of a period, and how they stand now. */
export function measureOpinions(source: ReportSource, period: ReportPeriod): readonly Measured[] {
  const { ward, now } = source;
  const opinions = source.opinions.filter(({ at }) => isDuring(dateOf(dayAt(at)), period));
  if (opinions.length === 0) return [];
  const states: readonly {
    readonly measure: string;
    readonly name: string;
    readonly counts: (one: OpinionCase) => boolean;
  }[] = [
    { measure: "opinion.given", name: "Ý kiến tiếp nhận", counts: () => true },
    {
      measure: "opinion.settled",
      name: "Ý kiến đã trả lời, giải quyết",
      counts: (one) => ["answered", "done"].includes(stateOf(one)),
    },
    {
      measure: "opinion.forwarded",
      name: "Ý kiến đã chuyển, đang chờ trả lời",
      counts: (one) => stateOf(one) === "forwarded",
    },
    { measure: "opinion.open", name: "Ý kiến chưa trả lời", counts: (one) => stateOf(one) === "open" },
    {
      measure: "opinion.late",
      name: "Ý kiến chưa trả lời quá hạn",
      counts: (one) => isLate(one, now, ward.opinionDays),
    },
    // Few reports have any.
    ...(opinions.some(isErased)
      ? [{ measure: "opinion.erased", name: "Ý kiến đã xoá theo yêu cầu", counts: isErased }]
      : []),
  ];
  return byPlace(opinions, neighbourhoodsIn(source, period), ({ area }) => area).flatMap(({ place, items }) =>
    states.map(({ measure, name, counts }): Measured => {
      const some = items.filter(counts);
      return {
        key: keyAt(measure, place),
        part: "opinions",
        place: place || ward.slug,
        name,
        unit: "ý kiến",
        form: "count",
        value: some.length,
        of: items.length,
        lines: some.map(({ jti, place: at }) => ({ of: "opinion", id: jti, place: at, amount: 1 })),
      };
    }),
  );
}

function isErased(one: OpinionCase): boolean {
  return stateOf(one) === "erased";
}
