import { startOfDay } from "../household/status.ts";
import { isWithin } from "../ids.ts";
import type { OpinionCase } from "../matters/opinion-cases.ts";
import type { AmendmentCase } from "./amendment-case.ts";
import { addDays } from "./deadlines.ts";

/** How many opinions came while a draft was posted, by the way on which they came. They are heard, never counted as votes. */
export interface CollectedOpinions {
  readonly app: number;
  readonly door: number;
  readonly meeting: number;
}

/** The opinions that name a change: they were given about its posted draft. */
export function opinionsAbout<Case extends Pick<OpinionCase, "amendment">>(
  cases: readonly Case[],
  { id }: Pick<AmendmentCase, "id">,
): readonly Case[] {
  return cases.filter(({ amendment }) => amendment === id);
}

/**
 * Counts the opinions of a change: those that name it, and those of its area and its households from one date through another,
 * both `2026-11-18`, that name no other.
 */
export function opinionsOnDraft(
  cases: readonly Pick<OpinionCase, "area" | "amendment" | "at" | "source">[],
  { id, area: code }: Pick<AmendmentCase, "id" | "area">,
  from: string,
  through: string,
): CollectedOpinions {
  const [start, end] = [startOfDay(from), startOfDay(addDays(through, 1))];
  const mine = cases.filter(({ area, amendment, at }) =>
    amendment === undefined
      ? area !== null && isWithin(area, code) && at >= start && at < end
      : amendment === id,
  );
  const count = (...sources: readonly OpinionCase["source"][]) =>
    mine.filter(({ source }) => sources.includes(source)).length;
  return { app: count("app", "anyone"), door: count("door"), meeting: count("meeting") };
}
