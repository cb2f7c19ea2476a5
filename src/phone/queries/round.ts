import { compareNumbers, searchKey } from "../../domain/vietnamese.ts";
import type { HouseholdRow, Live, MergedHousehold } from "../api/phone.ts";
import type { PhoneDatabase } from "../store/database.ts";
import { live } from "../store/live.ts";
import type { ViewRow } from "../store/rows.ts";
import { open, type Sealed } from "../store/seal.ts";
import { readChanged } from "../views/changed-views.ts";
import { householdName } from "../views/household-name.ts";
import type { HouseholdView, RowFacts } from "../views/household-view.ts";

/** The rounds of this phone's wards. */
export interface Rounds {
  readonly watch: (ward: string) => Live<readonly HouseholdRow[]>;
  /** Those that the rows leave out, because others stand for them. */
  readonly watchMerged: (ward: string) => Live<readonly MergedHousehold[]>;
  /**
   * Takes up, and tells at once, what this phone has just put itself: whoever goes on from a door is shown nothing of before.
   * Many are left to be read with the rest.
   */
  readonly take: (ward: string, views: readonly ViewRow[]) => void;
  /** Whether rows that were told are all that there is at the last revision drawn. */
  readonly isLatest: (ward: string, rows: readonly unknown[], rev: number) => boolean;
}

/**
 * The rows of a ward's round, kept in memory: made ready for searching once, and after that only what has changed is read.
 * All who watch share one list.
 */
export function createRounds(db: PhoneDatabase): Rounds {
  const rounds = new Map<string, Round>();

  function roundOf(ward: string): Round {
    const round = rounds.get(ward) ?? createRound(db, ward);
    rounds.set(ward, round);
    return round;
  }

  return {
    watch: (ward) => roundOf(ward).live,
    watchMerged: (ward) => roundOf(ward).merged,
    take: (ward, views) => rounds.get(ward)?.take(views),
    isLatest: (ward, rows, rev) => rounds.get(ward)?.isLatest(rows, rev) ?? false,
  };
}

interface Round {
  readonly live: Live<readonly HouseholdRow[]>;
  readonly merged: Live<readonly MergedHousehold[]>;
  readonly take: (views: readonly ViewRow[]) => void;
  readonly isLatest: (rows: readonly unknown[], rev: number) => boolean;
}

function createRound(db: PhoneDatabase, ward: string): Round {
  const rows = new Map<string, HouseholdRow>();
  const listeners = new Set<() => void>();
  let merged: readonly MergedHousehold[] = [];
  let sorted: readonly HouseholdRow[] | null = null;
  let rev = -1;
  let stop: (() => void) | null = null;

  // A run that is overtaken by another is told to nobody: so what it read is taken up here, not there.
  const changes = live(async () => {
    let count = 0;
    const latest = await readChanged(db, ward, rev, (views) => {
      count += views.length;
      // Sorted in one by one where they are few, into what stands by now.
      takeUp(views, count > FEW ? null : sorted && [...sorted]);
    });
    rev = Math.max(rev, latest);
    if (count > FEW || sorted === null) sorted = sortRows(rows.values());
  });

  function takeUp(views: readonly ViewRow[], list: HouseholdRow[] | null): void {
    const hasChanged = takeRows(rows, list, views);
    merged = takeMerged(merged, views);
    if (list && hasChanged) sorted = list;
  }

  function tellAll(): void {
    for (const one of listeners) if (sorted) one();
  }

  function subscribe(tell: () => void): () => void {
    listeners.add(tell);
    if (stop && sorted) tell();
    stop ??= changes(tellAll);
    return () => {
      listeners.delete(tell);
      if (listeners.size > 0) return;
      stop?.();
      stop = null;
    };
  }

  return {
    live: (listener) => subscribe(() => listener(sorted ?? [])),
    merged: (listener) => subscribe(() => listener(merged)),
    take(views) {
      if (!sorted || views.length === 0 || views.length > FEW) return;
      // The revision stays: what else has changed up to it, in another tab, is still to be read, and this once more with it.
      takeUp(views, [...sorted]);
      tellAll();
    },
    isLatest: (told, drawn) => told === sorted && rev === drawn,
  };
}

/** The same list where none of them came or went. */
function takeMerged(
  known: readonly MergedHousehold[],
  views: readonly ViewRow[],
): readonly MergedHousehold[] {
  const found = new Map(known.map((one) => [one.id, one]));
  let hasChanged = false;
  for (const { name, sealed } of views) {
    const { gone, into } = open(sealed as Sealed<HouseholdView>);
    hasChanged = found.delete(name.slice(householdName("").length)) || hasChanged;
    if (!gone || into === null) continue;
    hasChanged = true;
    found.set(gone.id, { ...gone, into, search: searchKeyOf(gone) });
  }
  return hasChanged ? [...found.values()] : known;
}

/** More changes than this are sorted in at once. */
const FEW = 50;

/** Whether any of them is another than it was. */
function takeRows(
  rows: Map<string, HouseholdRow>,
  list: HouseholdRow[] | null,
  views: readonly ViewRow[],
): boolean {
  let hasChanged = false;
  for (const { name, sealed } of views) {
    const id = name.slice(householdName("").length);
    const facts = open(sealed as Sealed<HouseholdView>).row;
    const old = rows.get(id);
    const row = facts && rowOf(facts, old);
    // What was taken up as it was put comes once more when the round is read.
    if (old && JSON.stringify(row) === JSON.stringify(old)) continue;
    hasChanged = true;
    if (row) rows.set(id, row);
    else rows.delete(id);
    if (list) replaceIn(list, old, row);
  }
  return hasChanged;
}

function replaceIn(list: HouseholdRow[], old: HouseholdRow | undefined, row: HouseholdRow | null): void {
  const at = old ? list.indexOf(old) : -1;
  if (at >= 0) list.splice(at, 1);
  if (row) list.splice(placeFor(list, row), 0, row);
}

// By area first: comparing numbers within one is cheap, comparing codes of areas is not.
function sortRows(rows: Iterable<HouseholdRow>): HouseholdRow[] {
  const groups = new Map<string, HouseholdRow[]>();
  for (const row of rows) {
    const group = groups.get(row.area);
    if (group) group.push(row);
    else groups.set(row.area, [row]);
  }
  const areas = [...groups.keys()].sort(compareNumbers);
  return areas.flatMap((area) => (groups.get(area) ?? []).sort(compareRows));
}

function placeFor(list: readonly HouseholdRow[], row: HouseholdRow): number {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const one = list[middle];
    if (one && compareRows(one, row) <= 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

function rowOf(facts: RowFacts, old: HouseholdRow | undefined): HouseholdRow {
  const { number, head, address } = facts;
  const isSame = old && old.number === number && old.head === head && old.address === address;
  return { ...facts, search: isSame ? old.search : searchKeyOf(facts) };
}

function searchKeyOf({ number, head, address }: Pick<RowFacts, "number" | "head" | "address">) {
  return searchKey([number, head, address].filter((part) => part !== undefined).join(" "));
}

function compareRows(a: HouseholdRow, b: HouseholdRow): number {
  if (a.area !== b.area) return compareNumbers(a.area, b.area);
  // One whose number was erased stands last.
  const missing = Number(a.number === undefined) - Number(b.number === undefined);
  return (
    missing || compareNumbers(a.number ?? "", b.number ?? "") || (a.id < b.id ? -1 : Number(a.id > b.id))
  );
}
