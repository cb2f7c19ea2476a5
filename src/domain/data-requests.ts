import { dateOf, dayOf as dayOfDate } from "./campaign-days.ts";
import type { HouseholdRecord } from "./household-facts.ts";
import { REQUEST_CHANNELS, REQUEST_KINDS } from "./kinds/request-made.ts";
import { startOfDay } from "./status.ts";
import { addWorkingDays, type Certainty } from "./working-days.ts";

/** A right over one's data. */
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** What the ward did: it will do it, it has done it, or it cannot, and said why. */
export const REQUEST_OUTCOMES = ["accepted", "done", "refused"] as const;
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number];

/** What a household asks of its data, and what the ward answered. Times in seconds. */
export interface DataRequest {
  readonly jti: string;
  readonly kid: string;
  readonly seq: number | null;
  readonly kind: RequestKind;
  /** How it came; `app` from the household's own phone. */
  readonly channel: (typeof REQUEST_CHANNELS)[number] | "app";
  /** When it was made: of one that was written down later, the day on which it came. */
  readonly at: number;
  readonly text: string | undefined;
  /** The last answer; null while there is none. */
  readonly answer: {
    readonly outcome: RequestOutcome;
    readonly at: number;
    readonly text: string | undefined;
  } | null;
}

/** The law's clocks of a request (Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP), in seconds; null where none runs any more. */
export interface RequestClock {
  /** An answer within two working days. */
  readonly answerBy: number | null;
  /** What was agreed to on a withdrawal is done within 15 days. */
  readonly doneBy: number | null;
}

/** The requests among a household's records, the oldest first, with their last answers. */
export function requestsIn(records: readonly HouseholdRecord[]): DataRequest[] {
  const answers = new Map<string, NonNullable<DataRequest["answer"]>>();
  for (const { type, sub, at, body, personal } of records.toSorted((a, b) => a.at - b.at)) {
    if (type !== "request.answered") continue;
    // A word of a later version: whatever it says, somebody has answered.
    const outcome = REQUEST_OUTCOMES.find((one) => one === body["outcome"]) ?? "done";
    answers.set(sub, { outcome, at, text: textIn(personal["text"]) });
  }
  return records
    .filter(({ type }) => type === "request.made")
    .flatMap(({ jti, kid, seq, at, body, personal }): DataRequest[] => {
      const kind = REQUEST_KINDS.find((one) => one === body["kind"]);
      if (!kind) return [];
      const channel = REQUEST_CHANNELS.find((one) => one === body["channel"]) ?? "app";
      const on = typeof body["on"] === "string" ? startOfDay(body["on"]) : at;
      // Nobody writes down what is yet to come.
      const made = Math.min(on, at);
      const text = textIn(personal["text"]);
      return [{ jti, kid, seq, kind, channel, at: made, text, answer: answers.get(jti) ?? null }];
    })
    .sort((a, b) => a.at - b.at);
}

/** Until when it is to be answered, and then done. */
export function clockOf({ kind, at, answer }: Pick<DataRequest, "kind" | "at" | "answer">): RequestClock {
  if (answer === null) return { answerBy: endOfWorkingDay(at, ANSWER_DAYS), doneBy: null };
  const isUnderWay = kind === "withdraw" && answer.outcome === "accepted";
  return { answerBy: null, doneBy: isUnderWay ? endOfDay(dayOf(at) + WITHDRAW_DAYS) : null };
}

/** The nearest of its clocks, in seconds; null where nobody waits by law. */
export function dueAt(request: Pick<DataRequest, "kind" | "at" | "answer">): number | null {
  const { answerBy, doneBy } = clockOf(request);
  return answerBy ?? doneBy;
}

/** How sure the days until an answer are: days off may not be announced, or their year not be known. Null where no working days are counted. */
export function certaintyOf({ at, answer }: Pick<DataRequest, "at" | "answer">): Certainty | null {
  return answer === null ? addWorkingDays(dateOf(dayOf(at)), ANSWER_DAYS) : null;
}

/** Whether the law's time is over; `now` in seconds. */
export function isOverdue(request: Pick<DataRequest, "kind" | "at" | "answer">, now: number): boolean {
  const due = dueAt(request);
  return due !== null && now > due;
}

/** Whether the ward has something to do about it still. */
export function isOpenRequest({ answer }: Pick<DataRequest, "answer">): boolean {
  return answer === null || answer.outcome === "accepted";
}

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

function textIn(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
