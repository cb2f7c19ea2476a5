import type { Chance } from "./chance.ts";

/** A household of the demo's list. */
export interface DemoHousehold {
  readonly id: string;
  /** Code of its tổ. */
  readonly area: string;
  readonly number: number;
  readonly head: string;
  readonly note: string;
}

/** What comes of standing at a door. */
export type Outcome = "signed" | "given" | "again" | "refused" | "absent";

/** A household that was gone to, and what came of it each time; the last is where it stands. */
export interface PlannedVisits {
  readonly household: DemoHousehold;
  readonly outcomes: readonly Outcome[];
}

/** How far a khu phố has come, as shares of its households; whoever is in none was not gone to yet. */
export interface Progress {
  readonly signed: number;
  readonly given: number;
  readonly again: number;
  readonly refused: number;
  readonly absent: number;
}

/** Khu phố 1 began first; khu phố 3 lies far apart and has the most left to do. */
export const PROGRESS: Readonly<Record<string, Progress>> = {
  kp1: { signed: 0.72, given: 0.13, again: 0.05, refused: 0.014, absent: 0.04 },
  kp2: { signed: 0.58, given: 0.125, again: 0.055, refused: 0.014, absent: 0.05 },
  kp3: { signed: 0.42, given: 0.125, again: 0.05, refused: 0.016, absent: 0.06 },
};

/** Chooses among a volunteer's households those gone to so far, in the order of the way, and what came of each. */
export function planVisits(
  households: readonly DemoHousehold[],
  progress: Progress,
  chance: Chance,
): PlannedVisits[] {
  const quotas = quotasOf(progress, households.length);
  const gone = wayOf(households, chance).slice(0, sum(quotas));
  const last = new Map<string, Outcome>();

  function share(outcome: Outcome, candidates: readonly DemoHousehold[], count: number): void {
    const free = candidates.filter(({ id }) => !last.has(id));
    for (const { id } of free.slice(0, count)) last.set(id, outcome);
  }

  const lately = gone.slice(Math.floor(gone.length * 0.75));
  const locked = gone.filter(({ note }) => isLocked(note));
  share("absent", locked, quotas.absent);
  share("absent", chance.shuffle(gone), quotas.absent - countOf(last, "absent"));
  // One appointment was forgotten, so that the office has something to pass on; the others lie in the days to come.
  share("again", gone.slice(Math.floor(gone.length * 0.4)), 1);
  share(
    "again",
    [...chance.shuffle(lately.filter(isAwayByDay)), ...chance.shuffle(lately)],
    quotas.again - 1,
  );
  share("refused", chance.shuffle(gone), quotas.refused);
  share("given", chance.shuffle(gone), quotas.given);
  return gone.map((household, index) => {
    const outcome = last.get(household.id) ?? "signed";
    return { household, outcomes: [...before(outcome, index / gone.length, chance), outcome] };
  });
}

/** Whether nobody is at home there until the evening. */
export function isAwayByDay({ note }: DemoHousehold): boolean {
  return note.startsWith("Ban ngày") || note.startsWith("Đi làm");
}

function isLocked(note: string): boolean {
  return note.startsWith("Nhà khoá");
}

function quotasOf(progress: Progress, households: number): Progress {
  const { signed, given, again, refused, absent } = progress;
  const round = (share: number) => Math.round(share * households);
  return {
    signed: round(signed),
    given: round(given),
    again: round(again),
    refused: round(refused),
    absent: round(absent),
  };
}

function sum({ signed, given, again, refused, absent }: Progress): number {
  return signed + given + again + refused + absent;
}

function countOf(outcomes: ReadonlyMap<string, Outcome>, wanted: Outcome): number {
  return [...outcomes.values()].filter((outcome) => outcome === wanted).length;
}

/** Tổ by tổ along the numbers; in each some households at its end are left for later. */
function wayOf(households: readonly DemoHousehold[], chance: Chance): DemoHousehold[] {
  const groups = [...new Set(households.map(({ area }) => area))];
  const sizes = new Map(groups.map((area) => [area, households.filter((one) => one.area === area).length]));
  const along = households.map((household) => {
    const share = (household.number + chance.between(0, 14)) / (sizes.get(household.area) ?? 1);
    // The first four fifths of one tổ, then of the next; what is left comes at the very end.
    const stage = share < 0.8 ? groups.indexOf(household.area) : groups.length;
    return { household, at: stage * 10 + share };
  });
  return along.sort((a, b) => a.at - b.at).map(({ household }) => household);
}

/** What came of earlier visits; nobody was gone to twice who was reached only lately. */
function before(outcome: Outcome, along: number, chance: Chance): Outcome[] {
  if (along > 0.7) return outcome === "again" && chance.falls(0.2) ? ["absent"] : [];
  if (outcome === "absent") return chance.falls(0.4) ? ["absent"] : [];
  if (outcome !== "signed") return chance.falls(0.08) ? ["absent"] : [];
  if (chance.falls(0.09)) return ["absent"];
  if (chance.falls(0.08)) return ["given"];
  return chance.falls(0.04) ? ["again"] : [];
}
