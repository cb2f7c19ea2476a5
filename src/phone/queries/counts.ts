import { compareNumbers } from "../../domain/vietnamese.ts";
import type { CountedRow, Live } from "../api/phone.ts";
import type { PhoneDatabase } from "../store/database.ts";
import { fetchedLive, live } from "../store/live.ts";
import type { ViewRow } from "../store/rows.ts";
import { open, type Sealed } from "../store/seal.ts";
import { pause } from "../time/pause.ts";
import { readChanged } from "../views/changed-views.ts";
import { countOf } from "../views/count-of.ts";
import { householdIn } from "../views/household-name.ts";
import type { HouseholdView } from "../views/household-view.ts";
import { countsIn, keepCounts, MANY, mattersIn, readKeptCounts } from "../views/kept-counts.ts";
import type { Count } from "../views/pack-counts.ts";

/** What is counted of the households of this phone's wards. */
export interface Counts {
  /** By tổ, and in each in the order in which the households came to be known. */
  readonly watch: (ward: string) => Live<readonly CountedRow[]>;
  /** Whether rows that were told are all that there is at the last revision drawn. */
  readonly isLatest: (ward: string, rows: readonly unknown[], rev: number) => boolean;
}

/**
 * Reads what is kept of all households in a few records, then what has changed since from their views, and after that only
 * what changes. Where too little was kept it is kept anew `later`, once nobody waits for anything.
 */
export function createCounts(db: PhoneDatabase, later: (act: () => void) => void): Counts {
  const wards = new Map<string, WardCounts>();

  function of(ward: string): WardCounts {
    const known = wards.get(ward) ?? countWard(db, ward, later);
    wards.set(ward, known);
    return known;
  }

  return {
    watch: (ward) => of(ward).live,
    isLatest: (ward, rows, rev) => wards.get(ward)?.isLatest(rows, rev) ?? false,
  };
}

interface WardCounts {
  readonly live: Live<readonly CountedRow[]>;
  readonly isLatest: (rows: readonly unknown[], rev: number) => boolean;
}

function countWard(db: PhoneDatabase, ward: string, later: (act: () => void) => void): WardCounts {
  const rows = new Map<string, CountedRow>();
  let matters = new Set<string>();
  let sorted: readonly CountedRow[] | null = null;
  let rev = -1;
  /** Households that are not in what is kept of all together. */
  let loose = 0;

  function take(counts: readonly Count[]): void {
    for (const [id, row] of counts) {
      if (row) rows.set(id, row);
      else rows.delete(id);
    }
  }

  async function readKept(): Promise<void> {
    const kept = await readKeptCounts(db, ward);
    for (const record of kept?.records ?? []) {
      const counts = countsIn(record);
      if (record.from !== null) loose += counts.length;
      take(counts);
      await pause();
    }
    if (!kept) return;
    matters = mattersIn(kept);
    rev = kept.rev;
  }

  const changes = live(async () => {
    let changed = 0;
    const isFirst = rev < 0;
    const numbers = new Map<string, number | string>();
    const latest = await readChanged(db, ward, rev, (views) => {
      changed += views.length;
      if (isFirst) for (const view of views) numbers.set(householdIn(view.name), numberIn(view));
      take(views.map(countIn));
      for (const view of views) {
        if (hasMatters(view)) matters.add(householdIn(view.name));
        else matters.delete(householdIn(view.name));
      }
    });
    if (isFirst) arrange(rows, numbers);
    if (changed > 0 || sorted === null) sorted = byArea(rows.values());
    rev = Math.max(rev, latest);
    loose += changed;
    if (loose > MANY) later(keep);
    return sorted;
  });

  function keep(): void {
    if (loose <= MANY) return;
    loose = 0;
    // Convenience only: without it the next start takes longer.
    keepCounts(db, ward, rev, [...rows], matters).catch(() => undefined);
  }

  let started: Promise<void> | null = null;
  // What was kept and cannot be read is read from the views.
  const start = () => (started ??= readKept().catch(() => undefined));
  return {
    live: fetchedLive(async () => {
      await start();
      return changes;
    }),
    isLatest: (told, drawn) => told === sorted && rev === drawn,
  };
}

function countIn({ name, sealed }: ViewRow): Count {
  return [householdIn(name), countOf(open(sealed as Sealed<HouseholdView>).row)];
}

function hasMatters({ sealed }: ViewRow): boolean {
  return open(sealed as Sealed<HouseholdView>).matters !== undefined;
}

function numberIn({ sealed }: ViewRow): number | string {
  return open(sealed as Sealed<HouseholdView>).row?.number ?? "";
}

/** As a ward's list has them, and so its log: views are read in no order that says anything. */
function arrange(rows: Map<string, CountedRow>, numbers: ReadonlyMap<string, number | string>): void {
  const all = [...rows].sort(([a], [b]) => compareNumbers(numbers.get(a) ?? "", numbers.get(b) ?? ""));
  rows.clear();
  for (const [id, row] of all) rows.set(id, row);
}

function byArea(rows: Iterable<CountedRow>): readonly CountedRow[] {
  const groups = new Map<string, CountedRow[]>();
  for (const row of rows) {
    const group = groups.get(row.area);
    if (group) group.push(row);
    else groups.set(row.area, [row]);
  }
  return [...groups.keys()].sort(compareNumbers).flatMap((area) => groups.get(area) ?? []);
}
