import type { Judgement } from "../log/judgement.ts";
import type { LogRow } from "../store/rows.ts";
import { shownBy } from "./shown.ts";
import type { Shown } from "./sight.ts";

/** What of the log as it was before a judgement is shown otherwise after it. */
export interface Shift {
  readonly moves: readonly Move[];
  /** Households for which another one stands now, and which did. */
  readonly heirs: ReadonlyMap<string, string>;
}

/** A statement as it was shown and as it is. */
export interface Move {
  readonly from: Shown;
  readonly to: Shown;
}

/** Compares where things stood before all that was judged with where they stand after it; what went to and fro in between moved nowhere. */
export function shiftOf({ facts, changes }: Judgement): Shift {
  const { devices, standing, log, ward } = facts;
  // Mostly nothing moves.
  if (standing.length + changes.replaced.size + changes.stood.size === 0)
    return { moves: [], heirs: new Map() };
  const head = ward.head - changes.appended.length;
  const households = new Map(facts.households);
  const heirs = new Map<string, string>();
  for (const [id, stood] of changes.stood) {
    if (stood) households.set(id, stood);
    else households.delete(id);
    const heir = stood?.heir ?? id;
    if (facts.households.get(id)?.heir !== heir) heirs.set(id, heir);
  }
  const known = new Map([...standing.map((row) => [row.jti, row] as const), ...log]);
  const isPublic = (row: LogRow, upTo: number) => {
    if (!row.type.startsWith("statement.")) return row.public === 1;
    const target = known.get(row.sub);
    return target !== undefined && target.public === 1 && target.seq <= upTo;
  };
  const moves = new Map<string, Move>();
  const note = (was: LogRow, is: LogRow) => {
    const from = shownBy({ devices, households }, was, isPublic(was, head));
    const to = shownBy(facts, is, isPublic(is, ward.head));
    const [before, after] = [from, to].map((shown) => JSON.stringify(shown));
    if (before !== after) moves.set(`${before} ${after}`, { from, to });
  };
  for (const row of standing) if (!changes.replaced.has(row.jti)) note(row, row);
  for (const [jti, row] of changes.replaced) note(row, changes.amended.get(jti) ?? row);
  return { moves: [...moves.values()], heirs };
}
