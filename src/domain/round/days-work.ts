import { startOfToday } from "./appointments.ts";

/** A statement that this phone has made. */
export interface Spoken {
  readonly jti: string;
  readonly type: string;
  readonly sub: string;
  /** Of a `visit.logged`. */
  readonly outcome?: string | undefined;
  /** Seconds. */
  readonly at: number;
  readonly standing: "unsent" | "held" | "received" | "refused" | "rejected";
}

/** What was done in a day. */
export interface DaysWork {
  readonly signed: number;
  readonly given: number;
  readonly comeBack: number;
  readonly absent: number;
  readonly refused: number;
  /** Doors at which any of it happened. */
  readonly households: number;
}

/** What this phone has recorded today. What was taken back, or what the ward does not take, does not count. */
export function daysWork(spoken: readonly Spoken[], now: number): DaysWork {
  const takenBack = new Set(
    spoken.filter(({ type }) => type === "statement.retracted").map(({ sub }) => sub),
  );
  const today = spoken.filter(
    ({ jti, at, standing }) =>
      at >= startOfToday(now) && !takenBack.has(jti) && standing !== "refused" && standing !== "rejected",
  );
  const of = (type: string, outcome?: string) =>
    today.filter((one) => one.type === type && (outcome === undefined || one.outcome === outcome));
  const work = {
    signed: of("pledge.signed"),
    given: of("handbook.delivered"),
    comeBack: of("visit.logged", "comeBack"),
    absent: of("visit.logged", "absent"),
    refused: of("visit.logged", "refused"),
  };
  const households = new Set(Object.values(work).flatMap((some) => some.map(({ sub }) => sub)));
  return {
    signed: work.signed.length,
    given: work.given.length,
    comeBack: work.comeBack.length,
    absent: work.absent.length,
    refused: work.refused.length,
    households: households.size,
  };
}
