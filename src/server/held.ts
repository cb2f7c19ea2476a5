import type { Kysely } from "kysely";
import type { HeldLine } from "../wire/answers.ts";
import type { Schema } from "./store/schema.ts";

/** Everything that waits in a ward, the oldest first. What the office decided against stays out: it waits no more. */
export async function listHeld(db: Kysely<Schema>, ward: string): Promise<HeldLine[]> {
  const rows = await db
    .selectFrom("held as h")
    .leftJoin("decisions as d", (join) => join.onRef("d.ward", "=", "h.ward").onRef("d.jti", "=", "h.jti"))
    .select(["h.jti", "h.at", "h.reason", "h.jws", "h.disclosures"])
    .where("h.ward", "=", ward)
    .where("d.jti", "is", null)
    .orderBy("h.at")
    .orderBy("h.jti")
    .execute();
  return rows.map(({ jti, at, reason, jws, disclosures }) => ({
    jti,
    at,
    reason,
    s: `${jws}~${disclosures}`,
  }));
}
