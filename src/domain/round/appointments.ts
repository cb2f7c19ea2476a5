import { isNameless, type Known } from "../household/nameless.ts";
import type { HouseholdStatus } from "../household/status.ts";

/** A household that said when to come back. */
export interface Promised extends Known {
  readonly status: HouseholdStatus;
}

/** Seconds of the appointment that still waits to be kept; null where there is none, or where somebody went and nobody was at home. */
export function openAppointment({ status }: Promised): number | null {
  const { word, appointment, missedAt = [] } = status;
  if (word !== "again" || appointment === null) return null;
  return missedAt.some((at) => at >= appointment - EARLY) ? null : appointment;
}

/** Those whose appointment is today, or was on an earlier day and was not kept; the earliest first. */
export function dueToday<Door extends Promised>(doors: readonly Door[], now: number): readonly Door[] {
  return between(doors, 0, startOfNextDay(now));
}

/** Those whose appointment is tomorrow, the earliest first. */
export function dueTomorrow<Door extends Promised>(doors: readonly Door[], now: number): readonly Door[] {
  const tomorrow = startOfNextDay(now);
  return between(doors, tomorrow, tomorrow + DAY);
}

/** Whether it is time to go to an appointment: a little before it. */
export function isTimeFor(appointment: number, now: number): boolean {
  return appointment - EARLY <= now;
}

/** Seconds of the day's first moment in Việt Nam. */
export function startOfToday(now: number): number {
  return startOfNextDay(now) - DAY;
}

const DAY = 86_400;
/** Seconds that somebody may come early. */
const EARLY = 1_800;
// Việt Nam keeps UTC+7 all year.
const AHEAD = 7 * 3_600;

function startOfNextDay(now: number): number {
  return (Math.floor((now + AHEAD) / DAY) + 1) * DAY - AHEAD;
}

function between<Door extends Promised>(doors: readonly Door[], from: number, to: number): readonly Door[] {
  // Where data were erased nobody knows at which door it could be kept.
  return doors
    .filter((door) => !isNameless(door))
    .map((door) => ({ door, at: openAppointment(door) }))
    .filter((one): one is { door: Door; at: number } => one.at !== null && one.at >= from && one.at < to)
    .sort((a, b) => a.at - b.at)
    .map(({ door }) => door);
}
