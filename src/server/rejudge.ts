import type { Acceptor } from "./accept.ts";
import type { Db } from "./store/rows.ts";

/** Judges again what was held only because this program did not know its type or version: called at start, when it may be a newer one. */
export async function rejudgeUnknown(db: Db, acceptor: Acceptor): Promise<void> {
  const rows = await db
    .selectFrom("held")
    .select(["ward", "jws", "disclosures"])
    .where("reason", "in", ["unknown-type", "unknown-version"])
    .orderBy("ward")
    .orderBy("at")
    .execute();
  for (const { ward, jws, disclosures } of rows) await acceptor.push(ward, [`${jws}~${disclosures}`]);
}
