import { PostgresAdapter, sql, type Compilable, type CompiledQuery, type DialectAdapter } from "kysely";
import type { Db } from "./rows.ts";

/**
 * A query that is built and compiled once for each store and then run with other values: building one takes longer than
 * running it. `build` gets a place for each value; it must use each as it is, and nothing may depend on what it is.
 */
export function prepared<Values extends readonly unknown[], Row>(
  build: (db: Db, ...values: Values) => Compilable<Row>,
): (db: Db, ...values: Values) => Promise<Row[]> {
  const compiled = new WeakMap<DialectAdapter, CompiledQuery<Row>>();

  function compile(db: Db, values: Values): CompiledQuery<Row> {
    const places = values.map((_, at) => new Place(at)) as unknown as Values;
    const query = build(db, ...places).compile();
    return isPostgres(db) ? { ...query, sql: `${PREPARED}${query.sql}` } : query;
  }

  return async (db, ...values) => {
    const { adapter } = db.getExecutor();
    const query = compiled.get(adapter) ?? compile(db, values);
    compiled.set(adapter, query);
    const parameters = query.parameters.map((one) =>
      one instanceof Place ? asParameter(db, values[one.at]) : one,
    );
    const { rows } = await db.executeQuery<Row>({ ...query, parameters });
    return rows;
  };
}

/** How the text of such a query begins in PostgreSQL, so that the connection keeps it parsed and planned. */
export const PREPARED = "/* prepared */ ";

/** Whether a column holds one of the values of a list, which is one parameter however long it is. */
export function isOneOf(db: Db, column: string, list: readonly (string | number)[]) {
  return isPostgres(db)
    ? sql<boolean>`${sql.ref(column)} = any(${list})`
    : sql<boolean>`${sql.ref(column)} in (select value from json_each(${list}))`;
}

/** Stands for a value while its query is built. */
class Place {
  readonly at: number;

  constructor(at: number) {
    this.at = at;
  }
}

function asParameter(db: Db, value: unknown): unknown {
  return Array.isArray(value) && !isPostgres(db) ? JSON.stringify(value) : value;
}

/** Which of the two databases it is. */
export function isPostgres(db: Db): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}
