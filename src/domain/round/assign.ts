import { startOfDay } from "../household/status.ts";
import { isHouseholdId, isWithin } from "../ids.ts";
import type { Draft } from "../statement.ts";
import type { Area, Device } from "../ward-facts.ts";
import { volunteersIn } from "./assignments.ts";

/** Somebody is sent to some places; `formerly` is who leaves them, with their devices' right to work there. */
export interface Sending {
  readonly person: string;
  readonly formerly: string | null;
  /** Area codes, household ids. */
  readonly places: readonly string[];
  /** Dates, both included. */
  readonly from: string;
  readonly to: string;
}

/** What the ward knows of its places and devices. */
export interface Known {
  readonly areas: readonly Area[];
  readonly devices: Readonly<Record<string, Device>>;
}

/**
 * What is said to send somebody: the work (`round.assigned`) and, in the same act, what their devices may do
 * (`device.assigned`), each device only where that changes.
 */
export function sendingDrafts({ areas, devices }: Known, sending: Sending): Draft[] {
  const { person, formerly, places, from, to } = sending;
  const rounds = places.map((place): Draft => ({
    type: "round.assigned",
    sub: place,
    body: { person, from, to },
  }));
  const span = { from: startOfDay(from), to: startOfDay(to) + DAY - 1 };
  const scopes = volunteersIn(devices).flatMap((device): Draft[] => {
    const now = { areas: device.areas, households: device.households };
    let next: Scope = now;
    if (device.person === person) next = places.reduce(withPlace, now);
    else if (device.person === formerly)
      next = places.reduce((scope, place) => withoutPlace(scope, place, areas), now);
    if (isSame(now, next)) return [];
    return [{ type: "device.assigned", sub: device.kid, body: { ...next, ...span } }];
  });
  return [...rounds, ...scopes];
}

/** What is said to take that back: the assignments `jtis`, in the order of the places, and the devices as they were in `known`. */
export function sendingUndone(known: Known, sending: Sending, jtis: readonly string[]): Draft[] {
  const retractions = sending.places.flatMap((place, at): Draft[] => {
    const jti = jtis[at];
    return jti === undefined
      ? []
      : [{ type: "statement.retracted", sub: jti, in: place, body: { reason: "mistake" } }];
  });
  const changed = sendingDrafts(known, sending).filter(({ type }) => type === "device.assigned");
  const scopes = changed.map(({ sub, body }): Draft => {
    const device = known.devices[sub];
    const { areas = [], households = [] } = device ?? {};
    return { type: "device.assigned", sub, body: { ...body, areas, households } };
  });
  return [...retractions, ...scopes];
}

/** Whether a device may work in a place. */
export function reaches({ areas, households }: Scope, place: string): boolean {
  return isHouseholdId(place) ? households.includes(place) : areas.some((own) => isWithin(place, own));
}

/** Where a device works. */
export interface Scope {
  readonly areas: readonly string[];
  readonly households: readonly string[];
}

const DAY = 86_400;

function withPlace(scope: Scope, place: string): Scope {
  if (reaches(scope, place)) return scope;
  if (isHouseholdId(place)) return { ...scope, households: [...scope.households, place] };
  return { ...scope, areas: [...scope.areas.filter((own) => !isWithin(own, place)), place] };
}

/** Without an area out of the midst of a larger one its other parts are left, as far as they have parts of their own. */
function withoutPlace(scope: Scope, place: string, all: readonly Area[]): Scope {
  if (isHouseholdId(place)) {
    return { ...scope, households: scope.households.filter((one) => one !== place) };
  }
  const areas = scope.areas.flatMap((own) => {
    if (isWithin(own, place)) return [];
    if (!isWithin(place, own)) return [own];
    return all
      .filter(({ code, to }) => to === undefined && code !== own && isWithin(code, own))
      .map(({ code }) => code)
      .filter((code) => !isWithin(code, place) && !isWithin(place, code));
  });
  return { ...scope, areas };
}

function isSame(one: Scope, other: Scope): boolean {
  return JSON.stringify([one.areas, one.households]) === JSON.stringify([other.areas, other.households]);
}
