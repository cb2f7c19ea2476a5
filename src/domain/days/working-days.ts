import { KNOWN_YEARS } from "../holidays/known-years.ts";
import type { HolidayName, YearHolidays } from "../holidays/year-holidays.ts";
import { dateOf, dayOf } from "./campaign-days.ts";

/** How sure a count of working days is. */
export interface Certainty {
  /** Some of the days that were looked at are not announced yet. */
  readonly provisional: boolean;
  /** Years without a list of days off, of which only Saturdays and Sundays were left out: to be said in words. */
  readonly unknownYears: readonly number[];
}

/** The day on which some working days are over. */
export interface WorkingDate extends Certainty {
  /** `2026-11-18`. */
  readonly date: string;
}

/** The `days`th working day after a date `2026-11-18`, which itself does not count; 0 is the date itself. */
export function addWorkingDays(date: string, days: number, years = KNOWN_YEARS): WorkingDate {
  const first = dayOf(date) + 1;
  let day = first - 1;
  for (let left = days; left > 0;) {
    day += 1;
    if (isWorking(day, years)) left -= 1;
  }
  return { date: dateOf(day), ...certaintyOf(first, day, years) };
}

/** Working days after `from` up to and with `to`; none where `to` is not later. */
export function countWorkingDays(
  from: string,
  to: string,
  years = KNOWN_YEARS,
): Certainty & { readonly count: number } {
  const [first, last] = [dayOf(from) + 1, dayOf(to)];
  let count = 0;
  for (let day = first; day <= last; day++) if (isWorking(day, years)) count += 1;
  return { count, ...certaintyOf(first, last, years) };
}

/** Whether offices work on a date. */
export function isWorkingDay(date: string, years = KNOWN_YEARS): boolean {
  return isWorking(dayOf(date), years);
}

/** What a date is off for; null where it is a day like others, or its year is not known. */
export function holidayOn(date: string, years = KNOWN_YEARS): HolidayName | null {
  return yearOf(date, years)?.off.find(([off]) => off === date)?.[1] ?? null;
}

function isWorking(day: number, years: readonly YearHolidays[]): boolean {
  const date = dateOf(day);
  // Day 0, the first of January 1970, was a Thursday.
  const isWeekend = [0, 6].includes((day + 4) % 7);
  if (isWeekend) return yearOf(date, years)?.worked.includes(date) ?? false;
  return holidayOn(date, years) === null;
}

function certaintyOf(first: number, last: number, years: readonly YearHolidays[]): Certainty {
  if (last < first) return { provisional: false, unknownYears: [] };
  const [from, to] = [dateOf(first), dateOf(last)];
  const spans = years.flatMap(({ provisional }) => provisional);
  const [begin, end] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const touched = Array.from({ length: end - begin + 1 }, (_, at) => begin + at);
  return {
    provisional: spans.some(([start, stop]) => start <= to && from <= stop),
    unknownYears: touched.filter((year) => !years.some((known) => known.year === year)),
  };
}

function yearOf(date: string, years: readonly YearHolidays[]): YearHolidays | undefined {
  return years.find(({ year }) => year === Number(date.slice(0, 4)));
}
