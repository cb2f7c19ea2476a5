import { sql } from "kysely";
import { isOneOf, isPostgres, prepared } from "../store/prepared.ts";
import { type Db, type LogRow } from "../store/rows.ts";
import { rowsInPlaces } from "./places-in-log.ts";

/** Rows of a ward's log whose column has one of these values, each of which must be there once. */
export async function findRows(
  db: Db,
  ward: string,
  column: keyof typeof rowsBy,
  values: readonly string[],
): Promise<LogRow[]> {
  return values.length > 0 ? await rowsBy[column](db, ward, values) : [];
}

const rowsBy = {
  jti: preparedRowsBy("jti"),
  sub: preparedRowsBy("sub"),
  place: rowsInPlaces,
  inside: preparedRowsBy("inside"),
};

/** Rows whose column has one of these values, each of which must be there once. */
function preparedRowsBy(column: "jti" | "sub" | "inside") {
  return prepared((db, ward: string, values: readonly string[]) => {
    const rows = db.selectFrom("statements").selectAll().where("ward", "=", ward);
    if (!isPostgres(db)) return rows.where(isOneOf(db, column, values));
    // Value by value: of a table that it has no statistics of yet, PostgreSQL would rather look through the whole ward.
    const each = rows.where(column, "=", sql.ref<string>("wanted.value")).offset(sql.lit(0));
    const all = sql<LogRow>`
      select one.* from unnest(${values}::text[]) as wanted (value) cross join lateral ${each} as one`;
    return { compile: () => all.compile(db) };
  });
}
