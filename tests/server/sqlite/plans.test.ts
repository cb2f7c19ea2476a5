import { sql } from "kysely";
import { expect, test } from "vitest";

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
    const { sql: text, parameters } = query.compile();
    const values = parameters.map((value) =>
      typeof value === "number" ? String(value) : `'${String(value)}'`,
    );
    const literal = text.replaceAll("?", () => values.shift() ?? "");
    const plan = await sql.raw<{ detail: string }>(`explain query plan ${literal}`).execute(db);
    const [step, ...more] = plan.rows.map(({ detail }) => detail);
    expect(step).toContain("statements_subject (ward=? AND sub=?)");
    expect(more).toEqual([]);
  }
  await close();
});
