import type { Chance } from "./chance.ts";
import { DAY, hourOf, HOUR, MINUTE, type Hours } from "./hours.ts";
import type { DemoVolunteer } from "./people.ts";
import { isAwayByDay, type DemoHousehold, type Outcome, type PlannedVisits } from "./plan-visits.ts";

/** Somebody stood at a door. Times in seconds. */
export interface Encounter {
  readonly household: DemoHousehold;
  readonly by: string;
  readonly outcome: Outcome;
  /** Whether the handbook was left there at an earlier visit. */
  readonly givenBefore: boolean;
  readonly from: number;
  readonly to: number;
  /** When the phone sent what was recorded here. */
  readonly sentAt: number;
  /** When to come again, with `again`. */
  readonly appointment: number;
}

interface Waiting {
  readonly plan: PlannedVisits;
  /** How many of its outcomes have come about. */
  readonly done: number;
  /** Seconds: the appointment, or the first day on which to try again. */
  readonly notBefore: number;
  readonly eveningOnly: boolean;
}

/** Spreads a volunteer's visits over the rounds that the weeks allow; those who were to be met again come first. */
export function walkRounds(
  volunteer: DemoVolunteer,
  plans: readonly PlannedVisits[],
  allHours: readonly Hours[],
  now: number,
  chance: Chance,
): Encounter[] {
  const visits = plans.reduce((count, { outcomes }) => count + outcomes.length, 0);
  const rounds = spread(allHours, Math.ceil(visits / A_ROUND));
  const ahead = plans.map((plan): Waiting => ({ plan, done: 0, notBefore: 0, eveningOnly: false }));
  let again: Waiting[] = [];
  const encounters: Encounter[] = [];
  for (const [index, hours] of rounds.entries()) {
    const due = again.filter(
      (one) => one.notBefore <= hours.from + HOUR && (hours.evening || !one.eveningOnly),
    );
    const fresh = ahead.splice(
      0,
      Math.ceil(ahead.length / (rounds.length - index)) - Math.min(3, due.length),
    );
    again = again.filter((one) => !due.includes(one));
    const round: Omit<Encounter, "sentAt">[] = [];
    let at = hours.from + chance.between(0, 10 * MINUTE);
    // Whoever named an hour is met at that hour, the others before.
    for (const waiting of [...due, ...fresh].sort((a, b) => hourNamed(a, hours) - hourNamed(b, hours))) {
      const met = isAwayByDay(waiting.plan.household) && !hours.evening ? null : waiting;
      const outcome = (met && waiting.plan.outcomes[waiting.done]) ?? "absent";
      const appointment = appointmentAfter(hours, rounds.slice(index + 1), outcome, waiting, now, chance);
      const from = Math.max(at, hourNamed(waiting, hours));
      const to = from + durationOf(outcome, chance);
      at = to + chance.between(60, 3 * MINUTE);
      const givenBefore = waiting.plan.outcomes.slice(0, waiting.done).includes("given");
      round.push({
        household: waiting.plan.household,
        by: volunteer.id,
        outcome,
        givenBefore,
        from,
        to,
        appointment,
      });
      const done = waiting.done + (met ? 1 : 0);
      const notBefore = outcome === "again" ? appointment : hours.from + 2 * DAY;
      if (done < waiting.plan.outcomes.length) again.push({ ...waiting, done, notBefore, eveningOnly: !met });
    }
    const sentAt = Math.max(at, hours.to) + chance.between(8 * MINUTE, volunteer.hoursToSend * HOUR);
    encounters.push(...round.map((encounter) => ({ ...encounter, sentAt })));
  }
  return encounters;
}

/** Doors of one round. */
const A_ROUND = 11;

/** So many of them, evenly over the weeks, the last ones among them. */
function spread<Item>(items: readonly Item[], wanted: number): Item[] {
  const count = Math.min(wanted, items.length);
  return items.filter((_, index) => {
    const [before, after] = [
      Math.floor((index * count) / items.length),
      Math.floor(((index + 1) * count) / items.length),
    ];
    return after > before;
  });
}

/** The hour before which nobody is to come; 0 where any will do. */
function hourNamed({ notBefore, plan }: Waiting, { from, evening }: Hours): number {
  if (notBefore > from) return notBefore;
  return evening && isAwayByDay(plan.household) ? from + HOUR : 0;
}

function durationOf(outcome: Outcome, chance: Chance): number {
  const [least, most] = MINUTES[outcome];
  return chance.between(least * MINUTE, most * MINUTE);
}

const MINUTES: Readonly<Record<Outcome, readonly [number, number]>> = {
  signed: [7, 12],
  given: [4, 7],
  again: [2, 4],
  refused: [4, 8],
  absent: [1, 2],
};

/** A visit that is to be made is set for one of the next rounds; the last word of a household for the days to come. */
function appointmentAfter(
  hours: Hours,
  next: readonly Hours[],
  outcome: Outcome,
  { plan, done }: Waiting,
  now: number,
  chance: Chance,
): number {
  if (outcome !== "again") return 0;
  const quarter = chance.between(0, 5) * 15 * MINUTE;
  const planned = next.find(({ from, evening }) => evening && from > hours.from + DAY);
  if (done + 1 < plan.outcomes.length && planned) return planned.from + HOUR + quarter;
  // Whoever was met long ago had a day soon after; nobody came.
  const from = now - hours.from > 14 * DAY ? hours.from : now;
  return hourOf(from, chance.between(1, 5), 17.5) + quarter;
}
