/** The packs that some rows leave: as they are without them, and the ids of those in which nothing is left. */
export interface LeftPacks<Pack> {
  readonly shrunk: Pack[];
  readonly empty: number[];
}

/** Works that out of rows that were read in this very transaction, so that each pack is as it was read. */
export function leavePacks<Row extends { readonly pack?: Pack }, Pack extends { readonly id?: number }>(
  rows: readonly Row[],
  without: (pack: Pack, leaving: readonly Row[]) => Pack | null,
): LeftPacks<Pack> {
  const leaving = new Map<number, [Pack, Row[]]>();
  for (const row of rows) {
    const { pack } = row;
    if (pack?.id === undefined) continue;
    const known = leaving.get(pack.id);
    if (known) known[1].push(row);
    else leaving.set(pack.id, [pack, [row]]);
  }
  const left: LeftPacks<Pack> = { shrunk: [], empty: [] };
  for (const [id, [pack, some]] of leaving) {
    const rest = without(pack, some);
    if (rest) left.shrunk.push(rest);
    else left.empty.push(id);
  }
  return left;
}
