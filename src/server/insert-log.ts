import type { Db, LogRow } from "./rows.ts";

/** Inserts rows of the log. Building a query takes longer than running it, so that all rows but the last few share one. */
export async function insertLog(db: Db, rows: readonly LogRow[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first) as (keyof LogRow)[];
  const whole = rows.length - (rows.length % ROWS);
  const query = db.insertInto("statements").values(rows.slice(0, ROWS)).compile();
  for (let i = 0; i < whole; i += ROWS) {
    const parameters = rows.slice(i, i + ROWS).flatMap((row) => columns.map((column) => row[column]));
    await db.executeQuery({ ...query, parameters });
  }
  if (whole < rows.length) await db.insertInto("statements").values(rows.slice(whole)).execute();
}

/** SQLite and PostgreSQL take only so many values at once. */
const ROWS = 50;
