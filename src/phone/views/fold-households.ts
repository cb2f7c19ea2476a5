import type { Household } from "../../domain/household-facts.ts";
import { foldHousehold } from "../../domain/household.ts";
import { heirOf, mergedInto } from "../../domain/household/mergers.ts";
import type { Entry } from "../../domain/said.ts";
import type { Authors } from "../../domain/signed/retractions.ts";
import type { Statement } from "../../domain/statement.ts";
import { entryOf } from "../log/stored.ts";
import type { StatementRow } from "../store/rows.ts";
import type { Breathe } from "../time/breath.ts";

/** Reads the records of some households, in their order. */
export type LoadRows = (households: readonly string[]) => Promise<readonly (readonly StatementRow[])[]>;

/** Folds households together with those merged into them. */
export interface Folds {
  /** Reads these, those merged into them, and those that they were merged into. Returns all whose facts or whose heir they may change. */
  readonly gather: (ids: Iterable<string>) => Promise<ReadonlySet<string>>;
  /** A gathered household, or an heir of it. */
  readonly fold: (id: string) => Household;
  /** The household that stands for a gathered one. */
  readonly heir: (id: string) => string;
}

interface Alone {
  readonly rows: readonly StatementRow[];
  readonly entries: readonly Entry[];
  readonly household: Household;
}

/**
 * Starts with nothing read. Each record is read and parsed once, however many households it counts for; `known` gives those
 * that are parsed already. Of many households others get their turn in between, when `breathe` says so.
 */
export function createFolds(
  load: LoadRows,
  authors: Authors,
  known: (jti: string) => Statement | undefined = () => undefined,
  breathe: Breathe = () => null,
): Folds {
  const alone = new Map<string, Alone>();
  const mergers = new Map<string, string>();
  const parsed = new Map<string, Entry | null>();

  function entryOnce(row: StatementRow): Entry | null {
    const before = parsed.get(row.jti);
    if (before !== undefined) return before;
    const entry = entryOf(row, known(row.jti));
    parsed.set(row.jti, entry);
    return entry;
  }

  function take(id: string, rows: readonly StatementRow[]): void {
    const entries = rows.map(entryOnce).filter((entry) => entry !== null);
    const household = foldHousehold(id, entries, authors);
    alone.set(id, { rows, entries, household });
    const into = mergedInto(household);
    if (into !== null) mergers.set(id, into);
  }

  async function gather(ids: Iterable<string>): Promise<ReadonlySet<string>> {
    const changed = new Set(ids);
    let next = [...changed];
    while (next.length > 0) {
      const rows = await load(next);
      for (const [at, id] of next.entries()) {
        take(id, rows[at] ?? []);
        const breath = breathe();
        if (breath) await breath;
      }
      for (const id of next) {
        const into = mergers.get(id);
        if (into === undefined) continue;
        if (changed.has(id)) changed.add(into);
        // A ring that closes or opens changes for whom it stands, down to the last that was merged into it.
        else if (changed.has(into)) changed.add(id);
      }
      const wanted = next.flatMap((id) => [
        ...mergedHere(id),
        ...(changed.has(id) ? [mergers.get(id) ?? id] : []),
      ]);
      next = [...new Set(wanted)].filter((id) => !alone.has(id));
    }
    return changed;
  }

  // Those that some statement merges into this household; whether it still holds, their own fold tells.
  function mergedHere(id: string): string[] {
    const rows = alone.get(id)?.rows ?? [];
    return rows.filter(({ type, sub }) => type === "household.merged" && sub !== id).map(({ sub }) => sub);
  }

  // In a ring each stands for itself, and so does whatever was merged into one of them.
  function together(id: string): Entry[] {
    const here = mergedHere(id).filter(
      (other) => mergers.get(other) === id && heirOf(other, mergers) !== other,
    );
    return [...(alone.get(id)?.entries ?? []), ...here.flatMap(together)];
  }

  return {
    gather,
    heir: (id) => heirOf(id, mergers),
    fold(id) {
      const own = alone.get(id);
      if (!own) throw new Error("a household is folded that was not gathered");
      const entries = together(id);
      return entries.length === own.entries.length ? own.household : foldHousehold(id, entries, authors);
    },
  };
}
