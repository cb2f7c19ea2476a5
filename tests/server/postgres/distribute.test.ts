import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";

import { tablesByWard } from "../../../src/server/store/distribute.ts";
import type { Store } from "../../../src/server/store/store.ts";
import { makeStorePlace, type StorePlace } from "../store-place.ts";

// A cluster spreads a table by ward only where each of its keys begins with it, and nothing points from one table to another.
let place: StorePlace;
let store: Store;
beforeEach(async () => {
  place = await makeStorePlace();
  store = await place.open();
});
afterEach(async () => {
  await store.close();
  await place.remove();
});

test("every table but the list of migrations is spread by ward, the wards themselves first", async () => {
  const tables = new Set((await ownColumns()).map(({ table }) => table));
  const spread = await tablesByWard(store.db);
  expect(spread[0]).toBe("wards");
  expect([...spread, "migrations"].toSorted()).toEqual([...tables].toSorted());
});

test("every key begins with the ward, every row has one, and no table points to another", async () => {
  const { rows: keys } = await sql<{ table: string; key: string; first: string }>`
    select t.relname as table, k.relname as key, a.attname as first
    from pg_index i
    join pg_class t on t.oid = i.indrelid
    join pg_class k on k.oid = i.indexrelid
    join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
    where t.relnamespace = current_schema()::regnamespace and t.relkind = 'r' and t.relname <> 'migrations'`.execute(
    store.db,
  );
  expect(keys.filter(({ first }) => first !== "ward")).toEqual([]);
  expect(new Set(keys.map(({ table }) => table))).toEqual(new Set(await tablesByWard(store.db)));
  const columns = await ownColumns();
  expect(columns.filter(({ name, isNullable }) => name === "ward" && isNullable)).toEqual([]);
  const { rows: pointing } = await sql`
    select conname from pg_constraint
    where contype = 'f' and connamespace = current_schema()::regnamespace`.execute(store.db);
  expect(pointing).toEqual([]);
});

/** Of this schema alone: Kysely's introspection looks at those of other tests too, which come and go meanwhile. */
async function ownColumns() {
  const { rows } = await sql<{ table: string; name: string; isNullable: boolean }>`
    select t.relname as table, a.attname as name, not a.attnotnull as "isNullable"
    from pg_class t
    join pg_attribute a on a.attrelid = t.oid
    where t.relnamespace = current_schema()::regnamespace and t.relkind = 'r'
      and a.attnum > 0 and not a.attisdropped`.execute(store.db);
  return rows;
}
