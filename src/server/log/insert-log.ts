import { sql } from "kysely";
import { isPostgres, prepared } from "../store/prepared.ts";
import type { Db, LogRow } from "../store/rows.ts";

/** Inserts rows of the log by as few queries as the store takes them in. */
export async function insertLog(db: Db, rows: readonly LogRow[]): Promise<void> {
  if (rows.length === 0) return;
  if (isPostgres(db)) {
    await insertLists(db, ...COLUMNS.map((column) => rows.map((row) => row[column])));
    return;
  }
  const whole = rows.length - (rows.length % ROWS);
  for (let i = 0; i < whole; i += ROWS) await insertMany(db, ...rows.slice(i, i + ROWS).flatMap(valuesOf));
  for (const row of rows.slice(whole)) await insertOne(db, ...valuesOf(row));
}

/** SQLite takes only so many values at once; a call for each row costs more than binding them. */
const ROWS = 50;

const TYPES: Readonly<Record<keyof LogRow, "text" | "bigint" | "integer">> = {
  ward: "text",
  seq: "bigint",
  at: "bigint",
  jti: "text",
  kid: "text",
  n: "bigint",
  type: "text",
  sub: "text",
  inside: "text",
  place: "text",
  topic: "text",
  public: "integer",
  jws: "text",
  disclosures: "text",
};
const COLUMNS = Object.keys(TYPES) as readonly (keyof LogRow)[];

type Value = LogRow[keyof LogRow];

function valuesOf(row: LogRow): Value[] {
  return COLUMNS.map((column) => row[column]);
}

const insertOne = prepared(insertRows);
const insertMany = prepared(insertRows);

function insertRows(db: Db, ...values: readonly Value[]) {
  const rows = Array.from({ length: values.length / COLUMNS.length }, (_, row) =>
    Object.fromEntries(COLUMNS.map((column, at) => [column, values[row * COLUMNS.length + at]])),
  );
  return db.insertInto("statements").values(rows as unknown as LogRow[]);
}

/** Each column as one list: PostgreSQL parses and plans this once, however many rows come. */
const insertLists = prepared((db, ...lists: readonly (readonly Value[])[]) => {
  const columns = lists.map((list, at) => sql`${list}::${sql.raw(`${TYPES[COLUMNS[at] ?? "ward"]}[]`)}`);
  return db
    .insertInto("statements")
    .columns([...COLUMNS])
    .expression(sql`select * from unnest(${sql.join(columns)})`);
});
