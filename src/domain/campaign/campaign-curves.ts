import { dateOf, dayOf, type CampaignDays, type Span } from "../days/campaign-days.ts";
import { currentCampaign, type Campaign, type Ward } from "../ward-facts.ts";

/** What a curve counts of a household. */
export interface DatedHousehold {
  readonly area: string;
  readonly days?: readonly CampaignDays[] | undefined;
}

/** How far a campaign had come at the end of one of its days: households, each counted once. */
export interface CurveDay extends Reached {
  /** 1 for the campaign's first day. */
  readonly day: number;
  /** `2026-10-01`. */
  readonly date: string;
}

/** Households that came so far, each counted once. */
export interface Reached {
  readonly visited: number;
  readonly delivered: number;
  readonly pledged: number;
}

/** The campaign that runs, or the last one that did, and the one before it by their first days. */
export function comparedCampaigns({ campaigns }: Pick<Ward, "campaigns">): readonly Campaign[] {
  const byDay = [...campaigns].sort((a, b) => (a.from < b.from ? 1 : -1));
  const now = currentCampaign({ campaigns }) ?? byDay[0];
  const before = now && byDay.find(({ from }) => from < now.from);
  return [now, before].filter((one) => one !== undefined);
}

/** How a campaign came on from its first day to its last, or to today (`2026-11-28`) where it still runs. */
export function campaignCurve(
  households: Iterable<DatedHousehold>,
  { id, from, to }: Span,
  today: string,
): CurveDay[] {
  const first = dayOf(from);
  const length = Math.max(0, dayOf(to < today ? to : today) - first + 1);
  const steps = Array.from({ length }, () => ({ visited: 0, delivered: 0, pledged: 0 }));
  for (const { days } of households) {
    const mine = days?.find(({ campaign }) => campaign === id);
    if (!mine) continue;
    for (const word of WORDS) {
      const day = mine[word];
      // What came before the first day is there on it.
      const step = day === undefined ? undefined : steps[Math.max(0, day - first)];
      if (step) step[word] += 1;
    }
  }
  const sum = { visited: 0, delivered: 0, pledged: 0 };
  return steps.map((step, at) => {
    for (const word of WORDS) sum[word] += step[word];
    return { day: at + 1, date: dateOf(first + at), ...sum };
  });
}

/** How far some households had come at the end of the `day`th day of a campaign, 1 being its first. */
export function reachedBy(
  households: Iterable<DatedHousehold>,
  { id, from }: Pick<Span, "id" | "from">,
  day: number,
): Reached {
  const last = dayOf(from) + day - 1;
  const sum = { visited: 0, delivered: 0, pledged: 0 };
  for (const { days } of households) {
    const mine = days?.find(({ campaign }) => campaign === id);
    if (!mine) continue;
    for (const word of WORDS) if ((mine[word] ?? Infinity) <= last) sum[word] += 1;
  }
  return sum;
}

const WORDS = ["visited", "delivered", "pledged"] as const;
