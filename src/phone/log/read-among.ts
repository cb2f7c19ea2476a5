import type { Table } from "dexie";

/**
 * The rows of a ward that some ids name, in no order. Of many ids mostly none or all are there, and close together, since
 * ids begin with their time: so the keys between the first and the last tell what is worth asking for.
 */
export async function readAmong<Row>(
  table: Table<Row, [string, string]>,
  ward: string,
  ids: readonly string[],
): Promise<Row[]> {
  const keys = ids.map((id): [string, string] => [ward, id]);
  if (keys.length <= FEW) return readEach(table, keys);
  const sorted = ids.toSorted();
  const between = () =>
    table.where(table.schema.primKey.name).between([ward, sorted[0]], [ward, sorted.at(-1)], true, true);
  const most = 2 * keys.length;
  const near = await between().limit(most).primaryKeys();
  if (near.length === most) return readEach(table, keys);
  const wanted = new Set(ids);
  const found = near.filter(([, id]) => wanted.has(id));
  if (found.length * 2 < near.length) return readEach(table, found);
  const rows = found.length > 0 ? await between().toArray() : [];
  return rows.filter((_row, at) => wanted.has(near[at]?.[1] ?? ""));
}

/** Fewer are asked for one by one. */
const FEW = 20;

async function readEach<Row>(table: Table<Row, [string, string]>, keys: [string, string][]): Promise<Row[]> {
  if (keys.length === 0) return [];
  return (await table.bulkGet(keys)).filter((row) => row !== undefined);
}
