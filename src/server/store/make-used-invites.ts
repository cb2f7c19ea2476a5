import { sql, type Transaction } from "kysely";
import type { Schema } from "./schema.ts";

/**
 * Which key each invite opened to first. `devices` tells of a key its latest invite only: one that was enrolled once more
 * would leave its first code open to anybody (PROTOCOL.md §4: it works once).
 */
export async function makeUsedInvites(db: Transaction<Schema>): Promise<void> {
  await db.schema
    .createTable("used_invites")
    .addColumn("ward", "text", (column) => column.notNull().references("wards.ward"))
    .addColumn("invite", "text", (column) => column.notNull())
    .addColumn("kid", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("used_invites_key", ["ward", "invite"])
    .execute();
  // In the log's order, so that the first one holds; by parts, since a log may be longer than memory.
  for (let after = { ward: "", seq: 0 }; ;) {
    const rows = await db
      .selectFrom("statements")
      .select(["ward", "seq", "sub", "jws"])
      .where("type", "=", "device.enrolled")
      .where(sql<boolean>`(ward, seq) > (${after.ward}, ${after.seq})`)
      .orderBy("ward")
      .orderBy("seq")
      .limit(AT_ONCE)
      .execute();
    for (const { ward, sub, jws } of rows) {
      const use = db.insertInto("used_invites").values({ ward, invite: inviteIn(jws), kid: sub });
      await use.onConflict((conflict) => conflict.columns(["ward", "invite"]).doNothing()).execute();
    }
    const last = rows.at(-1);
    if (!last) return;
    after = last;
  }
}

const AT_ONCE = 500;

function inviteIn(jws: string): string {
  const payload = Buffer.from(jws.split(".")[1] ?? "", "base64url").toString();
  return (JSON.parse(payload) as { readonly body: { readonly invite: string } }).body.invite;
}
