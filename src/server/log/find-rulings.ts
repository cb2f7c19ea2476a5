import type { Erasure } from "../../domain/said.ts";
import { WARD_PLACE } from "../../domain/signed/place.ts";
import { prepared } from "../store/prepared.ts";
import { toErasure, type Db } from "../store/rows.ts";
import { inChunks } from "./in-chunks.ts";

/** An erasure, and where it stands in the log. */
export interface StandingErasure extends Erasure {
  readonly place: string;
}

/** Most wards hold, decide and erase nothing for months: then nobody need look for each statement of a push. */
export async function findWhatThereIs(db: Db, ward: string) {
  const [row] = await whatThereIs(db, ward);
  // SQLite tells 0 and 1.
  return { held: Boolean(row?.held), decisions: Boolean(row?.decisions), erasures: Boolean(row?.erasures) };
}

const whatThereIs = prepared((db, ward: string) =>
  db.selectNoFrom(({ exists, selectFrom }) => [
    exists(selectFrom("held").select("jti").where("ward", "=", ward)).as("held"),
    exists(selectFrom("decisions").select("jti").where("ward", "=", ward)).as("decisions"),
    exists(selectFrom("erasures").select("seq").where("ward", "=", ward)).as("erasures"),
  ]),
);

/** What the office has decided about these statements. */
export async function findDecisions(db: Db, ward: string, ids: readonly string[]) {
  const rows = await inChunks(ids, (some) =>
    db.selectFrom("decisions").selectAll().where("ward", "=", ward).where("jti", "in", some).execute(),
  );
  return new Map(rows.map(({ jti, decision, reason }) => [jti, { decision, reason }]));
}

/** The erasures that may cover something of these subjects; all that list statements are among them. */
export async function findErasures(
  db: Db,
  ward: string,
  subs: readonly string[],
): Promise<StandingErasure[]> {
  const all = db
    .selectFrom("erasures as e")
    .leftJoin("statements as s", (join) => join.onRef("s.ward", "=", "e.ward").onRef("s.seq", "=", "e.seq"))
    .selectAll("e")
    .select("s.place")
    .where("e.ward", "=", ward);
  const listed = await all.where("e.statements", "is not", null).execute();
  const whole = await inChunks(subs, (some) =>
    all.where("e.statements", "is", null).where("e.sub", "in", some).execute(),
  );
  // A log that is said anew (verify-log.ts) knows its erasures before it has them.
  return [...listed, ...whole].map((row) => ({ ...toErasure(row), place: row.place ?? WARD_PLACE }));
}
