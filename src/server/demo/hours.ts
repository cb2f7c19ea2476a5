import type { Chance } from "./chance.ts";

/** A stretch of a day in which somebody goes from door to door. All times in seconds. */
export interface Hours {
  readonly from: number;
  readonly to: number;
  readonly evening: boolean;
}

export const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Seconds of an hour of the day that lies so many days after the day of `time`, in Việt Nam, which keeps UTC+7 all year. */
export function hourOf(time: number, days: number, hour: number): number {
  const midnight = Math.floor((time + OFFSET) / DAY) * DAY - OFFSET;
  return midnight + days * DAY + hour * HOUR;
}

/** Date of a time in Việt Nam, '2026-11-18'. */
export function dateOf(time: number): string {
  return new Date((time + OFFSET) * 1000).toISOString().slice(0, 10);
}

/** 0 for Sunday, 6 for Saturday, in Việt Nam. */
export function weekdayOf(time: number): number {
  return new Date((time + OFFSET) * 1000).getUTCDay();
}

/** The hours between two times in which people are met: three evenings a week, mornings and evenings at weekends. */
export function roundHours(from: number, to: number): Hours[] {
  const found: Hours[] = [];
  for (let days = 0; hourOf(from, days, 0) < to; days++) {
    const weekday = weekdayOf(hourOf(from, days, 12));
    const weekend = weekday === 0 || weekday === 6;
    if (weekend) found.push({ from: hourOf(from, days, 8), to: hourOf(from, days, 11), evening: false });
    if (weekend || EVENINGS.has(weekday)) {
      found.push({ from: hourOf(from, days, 17), to: hourOf(from, days, 20), evening: true });
    }
  }
  return found.filter((hours) => hours.from >= from && hours.to <= to);
}

/** How many days away from the day of `time` the nearest working day lies that is not after the one so many days away. */
export function workday(time: number, days: number): number {
  const weekday = weekdayOf(hourOf(time, days, 12));
  return days - (weekday === 0 ? 2 : weekday === 6 ? 1 : 0);
}

/** A moment of the office's working hours on such a day. */
export function officeTime(time: number, days: number, chance: Chance): number {
  const hour = chance.falls(0.5) ? chance.between(8, 10) : chance.between(14, 15);
  return hourOf(time, workday(time, days), hour) + chance.between(0, HOUR - 1);
}

const OFFSET = 7 * HOUR;
const EVENINGS = new Set([2, 3, 5]);
