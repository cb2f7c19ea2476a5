import { dateOf, dayOf as dayOfDate } from "../days/campaign-days.ts";
import { addWorkingDays, type Certainty } from "../days/working-days.ts";
import type { DataRequest } from "./data-requests.ts";

/** The law's clocks of a request (Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP), in seconds; null where none runs any more. */
export interface RequestClock {
  /** An answer within two working days. */
  readonly answerBy: number | null;
  /** What was agreed to on a withdrawal is done within 15 days. */
  readonly doneBy: number | null;
}

/** Until when it is to be answered, and then done. */
export function clockOf({ kind, at, answer, erased }: Clocked): RequestClock {
  if (erased) return { answerBy: null, doneBy: null };
  if (answer === null) return { answerBy: endOfWorkingDay(at, ANSWER_DAYS), doneBy: null };
  const isUnderWay = kind === "withdraw" && answer.outcome === "accepted";
  return { answerBy: null, doneBy: isUnderWay ? endOfDay(dayOf(at) + WITHDRAW_DAYS) : null };
}

/** The nearest of its clocks, in seconds; null where nobody waits by law. */
export function dueAt(request: Clocked): number | null {
  const { answerBy, doneBy } = clockOf(request);
  return answerBy ?? doneBy;
}

/** How sure the days until an answer are: days off may not be announced, or their year not be known. Null where no working days are counted. */
export function certaintyOf({ at, answer, erased }: Omit<Clocked, "kind">): Certainty | null {
  return answer === null && !erased ? addWorkingDays(dateOf(dayOf(at)), ANSWER_DAYS) : null;
}

/** Whether the law's time is over; `now` in seconds. */
export function isOverdue(request: Clocked, now: number): boolean {
  const due = dueAt(request);
  return due !== null && now > due;
}

type Clocked = Pick<DataRequest, "kind" | "at" | "answer" | "erased">;

/** Days until a moment, by days of Việt Nam: 0 is today, below 0 is over. Both in seconds. */
export function daysUntil(due: number, now: number): number {
  return dayOf(due) - dayOf(now);
}

/** Working days for an answer, and days in which a withdrawal is carried out (LAW.md, 3). */
const ANSWER_DAYS = 2;
const WITHDRAW_DAYS = 15;

/** The end of the n-th working day after a moment, by the days off of Việt Nam. */
function endOfWorkingDay(at: number, days: number): number {
  return endOfDay(dayOfDate(addWorkingDays(dateOf(dayOf(at)), days).date));
}

function dayOf(seconds: number): number {
  return Math.floor((seconds + 7 * 3600) / 86_400);
}

/** The last second of a day in Việt Nam, which keeps UTC+7 all year. */
function endOfDay(day: number): number {
  return (day + 1) * 86_400 - 7 * 3600 - 1;
}
