import { isOneOf, prepared } from "../store/prepared.ts";

/** All rows of the log that stand in some places, in no order: most stand with their subject, the others have an index of their own. */
export const rowsInPlaces = prepared((db, ward: string, places: readonly string[]) => {
  const rows = db.selectFrom("statements").selectAll().where("ward", "=", ward);
  return rows
    .where(isOneOf(db, "sub", places))
    .whereRef("place", "=", "sub")
    .unionAll(rows.where(isOneOf(db, "place", places)).whereRef("place", "<>", "sub"));
});
