import type { Statement } from "../../domain/statement.ts";
import { readRow, type Db, type HeldRow } from "../store/rows.ts";
import { registeredBy, unique } from "./around.ts";
import { inChunks } from "./in-chunks.ts";

/** What is held of a batch and may be judged with it, and what may be judged with that in turn. */
export async function findHeld(
  db: Db,
  ward: string,
  pushed: readonly Statement[],
): Promise<Map<string, HeldRow>> {
  const found = new Map<string, HeldRow>();
  for (let batch = pushed; batch.length > 0;) {
    const fresh = (await findHeldBeside(db, ward, batch)).filter(({ jti }) => !found.has(jti));
    for (const row of fresh) found.set(row.jti, row);
    batch = fresh.map(readRow);
  }
  return found;
}

async function findHeldBeside(db: Db, ward: string, batch: readonly Statement[]): Promise<HeldRow[]> {
  const all = db.selectFrom("held").selectAll().where("ward", "=", ward);
  // An erasure may reach any of them; there are few.
  if (batch.some(({ claims }) => claims.type === "data.erased")) return await all.execute();
  const named = unique(batch.flatMap(({ claims }) => [claims.jti, claims.sub]));
  return [
    ...(await inChunks(named, (some) => all.where("jti", "in", some).execute())),
    ...(await inChunks(registeredBy(batch), (some) => all.where("sub", "in", some).execute())),
    ...(await inChunks(entitledBy(batch), (some) => all.where("kid", "in", some).execute())),
  ];
}

/** What the office refused waits for nobody any more, and fills nobody's share. */
export async function countHeld(
  db: Db,
  ward: string,
  batch: readonly Statement[],
): Promise<Map<string, number>> {
  const refused = db
    .selectFrom("decisions")
    .select("jti")
    .where("ward", "=", ward)
    .where("decision", "=", "refuse");
  const rows = await inChunks(unique(batch.map(({ kid }) => kid)), (some) =>
    db
      .selectFrom("held")
      .select(({ fn }) => ["kid", fn.countAll<number>().as("count")])
      .where("ward", "=", ward)
      .where("kid", "in", some)
      .where("jti", "not in", refused)
      .groupBy("kid")
      .execute(),
  );
  return new Map(rows.map(({ kid, count }) => [kid, Number(count)]));
}

/** Devices whose rights statements of a batch may widen. */
function entitledBy(batch: readonly Statement[]): string[] {
  return unique(
    batch.flatMap(({ claims }) =>
      claims.type === "device.assigned" || claims.type === "device.enrolled" ? [claims.sub] : [],
    ),
  );
}
