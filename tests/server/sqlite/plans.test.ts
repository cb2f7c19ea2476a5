import { sql, type Compilable, type Kysely } from "kysely";
import { expect, test } from "vitest";

import type { Schema } from "../../../src/server/store/schema.ts";
import { openMemory } from "../../../src/server/store/sqlite.ts";

// SQLite knows nothing of how much there is: what it must not do with a long log is written into the indexes.
test("what is said of one subject is read in its order without looking through the log", async () => {
  const { db, close } = await openMemory();
  const about = db
    .selectFrom("statements")
    .select("jws")
    .where("ward", "=", "w")
    .where("sub", "=", "s")
    .where("type", "=", "t");
  for (const query of [about.orderBy("seq"), about.orderBy("seq", "desc").limit(1)]) {
    const [step, ...more] = await planOf(db, query);
    expect(step).toContain("statements_subject (ward=? AND sub=?)");
    expect(more).toEqual([]);
  }
  await close();
});

test("what stands in a place is found by its subject, or among the few that stand elsewhere than theirs", async () => {
  const { db, close } = await openMemory();
  const rows = db.selectFrom("statements").selectAll().where("ward", "=", "w");
  const [bySubject] = await planOf(db, rows.where("sub", "=", "s").whereRef("place", "=", "sub"));
  expect(bySubject).toContain("statements_subject (ward=? AND sub=?)");
  const [elsewhere] = await planOf(db, rows.where("place", "=", "p").whereRef("place", "<>", "sub"));
  expect(elsewhere).toContain("statements_elsewhere (ward=? AND place=?)");
  await close();
});

test("the mergers of a ward are found without looking through the log", async () => {
  const { db, close } = await openMemory();
  const rows = db.selectFrom("statements").select("jws").where("ward", "=", "w");
  const [step] = await planOf(db, rows.where("type", "=", "household.merged"));
  expect(step).toContain("statements_mergers (ward=?)");
  await close();
});

/** The steps by which SQLite would answer a query. */
async function planOf(db: Kysely<Schema>, query: Compilable): Promise<readonly string[]> {
  const { sql: text, parameters } = query.compile();
  const values = parameters.map((value) =>
    typeof value === "number" ? String(value) : `'${String(value)}'`,
  );
  const literal = text.replaceAll("?", () => values.shift() ?? "");
  const plan = await sql.raw<{ detail: string }>(`explain query plan ${literal}`).execute(db);
  return plan.rows.map(({ detail }) => detail);
}
