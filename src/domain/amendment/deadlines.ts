import { dateOf, dayOf } from "../days/campaign-days.ts";
import { addWorkingDays, type WorkingDate } from "../days/working-days.ts";
import { stepOf, textIn, type AmendmentCase, type Step } from "./amendment-case.ts";
import { voteCount } from "./count.ts";
import { LAW } from "./law.ts";

/** Between which days the law wants a step; null where it says nothing, or what it depends on is not recorded yet. */
export interface LegalDays {
  /** `2026-11-18`; not before. */
  readonly earliest: string | null;
  /** Not after. Days that are no working days are sure. */
  readonly latest: WorkingDate | null;
}

/** The days of a step by the steps before it. Days are counted from the day after. */
export function legalDays(file: Pick<AmendmentCase, "steps" | "money">, step: Step): LegalDays {
  const on = (one: Step) => stepOf(file, one)?.date;
  const after = (date: string | undefined, days: number) =>
    date === undefined ? null : addWorkingDays(date, days);
  switch (step) {
    case "posting":
      return { earliest: null, latest: sure(proposalEnds(file)) };
    case "opinions":
    case "notice":
      return { earliest: step === "notice" ? null : postedUntil(file), latest: null };
    case "meeting":
      return { earliest: laterOf(postedUntil(file), meetingDay(file)), latest: sure(meetingDay(file)) };
    case "request":
      return { earliest: null, latest: after(adoptedOn(file), LAW.requestDays) };
    case "decision":
      return { earliest: null, latest: after(on("request"), LAW.decisionDays) };
    case "force":
      return { earliest: null, latest: after(on("decision"), LAW.sendingDays) };
    default:
      return { earliest: null, latest: null };
  }
}

/** The last day for which the draft has to stand on the board; null before it was posted. */
export function postedUntil(file: Pick<AmendmentCase, "steps">): string | null {
  const posting = stepOf(file, "posting");
  return posting ? addDays(posting.date, LAW.postingDays) : null;
}

/** The day for which the meeting was announced. */
export function meetingDay(file: Pick<AmendmentCase, "steps">): string | null {
  const notice = stepOf(file, "notice");
  return notice ? textIn(notice.figures, "meetingDate") || null : null;
}

/** The last day on which citizens' own proposal holds; null for one of the head with the Front. */
export function proposalEnds(file: Pick<AmendmentCase, "steps">): string | null {
  const proposal = stepOf(file, "proposal");
  if (proposal?.figures["by"] !== "citizens") return null;
  return addMonths(proposal.date, LAW.proposalMonths);
}

/** How many days, working or not, a step came after its last day; 0 where it was in time. */
export function daysLate(file: Pick<AmendmentCase, "steps" | "money">, step: Step, date: string): number {
  const { latest } = legalDays(file, step);
  return latest === null ? 0 : Math.max(0, dayOf(date) - dayOf(latest.date));
}

/** A date so many days after another. */
export function addDays(date: string, days: number): string {
  return dateOf(dayOf(date) + days);
}

/** The same day so many months later, or the last one of that month (Bộ luật Dân sự 2015, Điều 148). */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}

function adoptedOn(file: Pick<AmendmentCase, "steps" | "money">): string | undefined {
  const count = voteCount(file);
  return count?.adopted ? count.date : undefined;
}

function sure(date: string | null): WorkingDate | null {
  return date === null ? null : { date, provisional: false, unknownYears: [] };
}

function laterOf(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}
