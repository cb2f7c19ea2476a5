import { isNameless } from "../household/nameless.ts";
import { fold } from "../vietnamese.ts";
import { isTimeFor, openAppointment, startOfToday, type Promised } from "./appointments.ts";

/** What is known of a door before somebody knocks. */
export interface Door extends Promised {
  readonly id: string;
  readonly area: string;
  readonly number: number | string | undefined;
  readonly address: string | undefined;
  /** Words about the household, and those noted at the last visit. */
  readonly note: string | undefined;
  readonly said?: string | undefined;
}

/** Why somebody should go there now. */
export type Why =
  /** It is time for what was agreed, or past it. */
  | { readonly kind: "due"; readonly at: number }
  /** Nobody was at home by day so often, and now it is evening. */
  | { readonly kind: "evening"; readonly missed: number; readonly part: "morning" | "day" }
  /** Away by day, by what was noted; at home at this hour. */
  | { readonly kind: "backHome" }
  /** In the same street as the door that was gone to last. */
  | { readonly kind: "sameStreet"; readonly beside: number | string | undefined }
  /** Nobody was at home so often, at hours that say nothing about this one. */
  | { readonly kind: "again"; readonly missed: number }
  /** Not gone to yet. */
  | { readonly kind: "unmet" }
  /** Has the handbook, and has not signed. */
  | { readonly kind: "given"; readonly at: number };

/** Why somebody should go there later. */
export type WhyLater =
  /** It was agreed so. */
  | { readonly kind: "appointment"; readonly at: number }
  | { readonly kind: "eveningLater"; readonly missed: number; readonly part: "morning" | "day" }
  | { readonly kind: "homeLater" }
  /** Nobody was at home so often in the evening: by day, then. */
  | { readonly kind: "dayLater"; readonly missed: number }
  /** Somebody was there a moment ago. */
  | { readonly kind: "justMissed"; readonly at: number };

/** A door, and why. */
export interface Proposal<One, Reason> {
  readonly door: One;
  readonly why: Reason;
}

/** The order that is proposed through a tổ: whom to go to now, one after the other, and whom later. */
export interface Order<One> {
  readonly now: readonly Proposal<One, Why>[];
  readonly later: readonly Proposal<One, WhyLater>[];
}

/**
 * Proposes whom to go to, out of doors in the order of the list. First the appointments that are due, the earliest first. Then,
 * along the street from the door that was gone to last, those that are not met yet, each at a good hour for it. At the end
 * those that have the handbook and slept on it. Who has signed, or does not want to, is left alone.
 */
export function whomNext<One extends Door>(doors: readonly One[], { at, from }: Standpoint<One>): Order<One> {
  const here = from ?? lastDoor(doors, at);
  const due: Proposal<One, Why & { kind: "due" }>[] = [];
  const unmet: Proposal<One, Why>[] = [];
  const given: Proposal<One, Why>[] = [];
  const later: Proposal<One, WhyLater>[] = [];
  for (const door of alongTheWay(doors, here)) {
    const { word, at: since } = door.status;
    if (word === "signed" || word === "refused" || door.id === from?.id || isNameless(door)) continue;
    const appointment = openAppointment(door);
    if (appointment !== null) {
      if (isTimeFor(appointment, at)) due.push({ door, why: { kind: "due", at: appointment } });
      else later.push({ door, why: { kind: "appointment", at: appointment } });
      continue;
    }
    const wait = whyWait(door, at);
    if (wait) later.push({ door, why: wait });
    else if (word !== "given") unmet.push({ door, why: whyNow(door, here, at) });
    // Who took it today has had enough talk for a day.
    else if (since !== null && since < startOfToday(at))
      given.push({ door, why: { kind: "given", at: since } });
  }
  due.sort((a, b) => a.why.at - b.why.at);
  return { now: [...due, ...unmet, ...given], later: later.sort((a, b) => hourOf(a.why) - hourOf(b.why)) };
}

/** Where somebody stands, and when. */
export interface Standpoint<One> {
  /** Seconds. */
  readonly at: number;
  /** The door at which somebody stands, which is not proposed; unless given, they come from where something happened last today. */
  readonly from?: One | undefined;
}

/** Seconds after midnight at which those who are away by day are home again. */
export const HOME_AGAIN = 18 * 3_600;
/** Seconds after midnight at which the evening begins. */
export const EVENING = 17.5 * 3_600;

const NOON = 12 * 3_600;
/** So often at one time of the day: another one is better. */
const OFTEN = 2;
/** Seconds after which a door may be tried again. */
const SOON = 2 * 3_600;

/** The door at which something happened last today. */
function lastDoor<One extends Door>(doors: readonly One[], at: number): One | undefined {
  let last: One | undefined;
  let most = startOfToday(at) - 1;
  for (const door of doors) {
    const moment = lastMoment(door);
    // What a clock that runs ahead has dated to the future happened, too.
    if (moment > most) [last, most] = [door, moment];
  }
  return last;
}

function lastMoment({ status }: Door): number {
  return Math.max(status.at ?? 0, status.missedAt?.at(-1) ?? 0);
}

/** The doors as one would walk from here: this tổ, this street, onwards; then back, the nearest first; then the other streets. */
function alongTheWay<One extends Door>(doors: readonly One[], here: One | undefined): readonly One[] {
  const from = here === undefined ? -1 : doors.findIndex(({ id }) => id === here.id);
  if (here === undefined || from < 0) return doors;
  const street = streetOf(here);
  const ranks = new Map(
    doors.map((door, index) => {
      const isSameStreet = street !== "" && door.area === here.area && streetOf(door) === street;
      const isBehind = index < from;
      const steps = isSameStreet && isBehind ? from - index : (index - from + doors.length) % doors.length;
      return [door, [door.area === here.area ? 0 : 1, isSameStreet ? 0 : 1, isBehind ? 1 : 0, steps]];
    }),
  );
  return [...doors].sort((a, b) => compareRanks(ranks.get(a) ?? [], ranks.get(b) ?? []));
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((step, index) => step !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** '12/4 đường 30/4' → 'duong 30/4'; '' where nobody knows. */
function streetOf({ address }: Door): string {
  return fold(address ?? "").replace(/^(so |nha )*\d\S*\s*/, "");
}

/** Why it is better to wait; null where this hour is as good as any. */
function whyWait(door: Door, at: number): WhyLater | null {
  const { missedAt = [] } = door.status;
  const hour = hourAt(at);
  const last = missedAt.at(-1);
  // Screens go by the minute's beginning, and clocks by their own: it may have been a little later than now.
  if (last !== undefined && Math.abs(at - last) < SOON) return { kind: "justMissed", at: last };
  const { morning, day, evening } = missesOf(missedAt);
  // Neither by day nor in the evening: no hour is known to be better.
  if (day >= OFTEN && evening >= OFTEN) return null;
  if (day >= OFTEN && hour < EVENING)
    return { kind: "eveningLater", missed: day, part: morning === day ? "morning" : "day" };
  if (evening >= OFTEN) return hour < EVENING ? null : { kind: "dayLater", missed: evening };
  return isAwayByDay(door) && hour < HOME_AGAIN ? { kind: "homeLater" } : null;
}

function whyNow(door: Door, here: Door | undefined, at: number): Why {
  const { missedAt = [] } = door.status;
  const { morning, day } = missesOf(missedAt);
  const hour = hourAt(at);
  if (day >= OFTEN && hour >= EVENING)
    return { kind: "evening", missed: day, part: morning === day ? "morning" : "day" };
  if (isAwayByDay(door) && hour >= HOME_AGAIN) return { kind: "backHome" };
  if (missedAt.length > 0) return { kind: "again", missed: missedAt.length };
  const street = streetOf(door);
  if (here && street !== "" && here.area === door.area && streetOf(here) === street)
    return { kind: "sameStreet", beside: here.number };
  return { kind: "unmet" };
}

interface Misses {
  /** Before noon; within `day`, which is all before the evening. */
  readonly morning: number;
  readonly day: number;
  readonly evening: number;
}

function missesOf(missedAt: readonly number[]): Misses {
  const hours = missedAt.map(hourAt);
  const day = hours.filter((hour) => hour < EVENING).length;
  return { morning: hours.filter((hour) => hour < NOON).length, day, evening: hours.length - day };
}

/** Whether what was noted says that nobody is at home by day. */
function isAwayByDay({ note, said }: Door): boolean {
  if (!note && !said) return false;
  const words = fold(`${note ?? ""} · ${said ?? ""}`);
  return AWAY.test(words) && !AT_HOME.test(words);
}

// As volunteers write it, with marks or without, or in English.
const AWAY =
  /\b(ban ngay|ca ngay|buon ban|ban hang|tieu thuong|di (lam|ban|cho)|ban o cho|(toi|chieu) moi ve|(by|all) day|at (the market|work)|only in the evenings?)\b/;
const AT_HOME = /\b((ban|ca) ngay (co|o) nha|(home|in) (by|all) day)\b/;

/** Seconds after midnight in Việt Nam. */
function hourAt(at: number): number {
  return at - startOfToday(at);
}

/** By when a door's turn comes, for putting those of later in order. */
function hourOf(why: WhyLater): number {
  if (why.kind === "appointment") return why.at;
  // Before any appointment, in the order in which hours come.
  return LATER.indexOf(why.kind) - LATER.length;
}

const LATER: readonly WhyLater["kind"][] = ["justMissed", "eveningLater", "homeLater", "dayLater"];
