import { sql } from "kysely";
import type { Statement } from "../../domain/statement.ts";
import { prepared } from "../store/prepared.ts";
import { readRow, type Db } from "../store/rows.ts";
import { registeredBy } from "./around.ts";

/**
 * These households, and all that the log or a batch ever merged with one of them, in however many steps: no other may change
 * for whom it stands when these do. Whether a merger holds, the folds tell.
 */
export async function findFamilies(
  db: Db,
  ward: string,
  households: readonly string[],
  batch: readonly Statement[],
): Promise<string[]> {
  const registered = registeredBy(batch);
  if (households.length + registered.length === 0) return [];
  const said = [...(await mergersIn(db, ward)).map(readRow), ...batch];
  const beside = new Map<string, string[]>();
  for (const { claims } of said) {
    if (claims.type !== "household.merged") continue;
    const into = String(claims.body["into"]);
    beside.set(claims.sub, [...(beside.get(claims.sub) ?? []), into]);
    beside.set(into, [...(beside.get(into) ?? []), claims.sub]);
  }
  // Once a household is in the list, those that were merged into it before stand in its area.
  const family = new Set([...households, ...registered.filter((one) => beside.has(one))]);
  // What is added on the way is walked through, too.
  for (const one of family) for (const other of beside.get(one) ?? []) family.add(other);
  return [...family];
}

const mergersIn = prepared((db, ward: string) =>
  db
    .selectFrom("statements")
    .select(["jws", "disclosures"])
    .where("ward", "=", ward)
    // In the words of its index.
    .where("type", "=", sql.lit("household.merged")),
);
