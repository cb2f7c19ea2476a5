import type { CovenantOutcome, NewCovenantDecision } from "../covenant/covenant-standing.ts";
import { dayOf } from "../days/campaign-days.ts";
import { addWorkingDays, type WorkingDate } from "../days/working-days.ts";
import { LAW } from "./law.ts";

/**
 * The last day for the People's Committee to decide, by the day `2026-11-18` on which it was told of the case; null where that
 * is not written down, and for letting a covenant hold again, for which the law sets no time.
 */
export function decideBy(outcome: CovenantOutcome, asked: string): WorkingDate | null {
  return asked === "" || outcome === "resumed" ? null : addWorkingDays(asked, LAW.haltDays[outcome]);
}

/** How many days, working or not, a decision came after its last day; 0 where it was in time. */
export function decidedLate({
  outcome,
  asked,
  date,
}: Pick<NewCovenantDecision, "outcome" | "asked" | "date">): number {
  const latest = decideBy(outcome, asked);
  return latest === null ? 0 : Math.max(0, dayOf(date) - dayOf(latest.date));
}
