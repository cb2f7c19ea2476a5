import { isWithin } from "../ids.ts";
import type { OpinionCase } from "../opinion-cases.ts";
import { startOfDay } from "../status.ts";
import { addDays } from "./deadlines.ts";

/** How many opinions came while a draft was posted, by the way on which they came. They are heard, never counted as votes. */
export interface CollectedOpinions {
  readonly app: number;
  readonly door: number;
  readonly meeting: number;
}

/** Counts the opinions of an area and of its households from one date through another, both `2026-11-18`. */
export function opinionsOnDraft(
  cases: readonly Pick<OpinionCase, "area" | "at" | "source">[],
  code: string,
  from: string,
  through: string,
): CollectedOpinions {
  const [start, end] = [startOfDay(from), startOfDay(addDays(through, 1))];
  const mine = cases.filter(
    ({ area, at }) => area !== null && isWithin(area, code) && at >= start && at < end,
  );
  const count = (...sources: readonly OpinionCase["source"][]) =>
    mine.filter(({ source }) => sources.includes(source)).length;
  return { app: count("app", "anyone"), door: count("door"), meeting: count("meeting") };
}
