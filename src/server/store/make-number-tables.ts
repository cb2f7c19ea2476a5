import type { Transaction } from "kysely";
import type { Schema } from "./schema.ts";

/** What tells of each device whether anything of it is missing, whether there are two of it, and when it was last heard of. */
export async function makeNumberTables(db: Transaction<Schema>): Promise<void> {
  await countRejects(db);
  await numberLog(db);
  await numberHeld(db);
  await markCopies(db);
  await makeSeen(db);
}

async function countRejects({ schema }: Transaction<Schema>): Promise<void> {
  await schema
    .createTable("rejects")
    .addColumn("ward", "text", (column) => column.notNull().references("wards.ward"))
    .addColumn("kid", "text", (column) => column.notNull())
    .addColumn("n", "bigint", (column) => column.notNull())
    .addColumn("digest", "text", (column) => column.notNull())
    .addColumn("at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("rejects_key", ["ward", "kid", "n", "digest"])
    .execute();
}

/** In place of the index by device alone: no write costs more than before. */
async function numberLog({ schema }: Transaction<Schema>): Promise<void> {
  await schema.createIndex("statements_number").on("statements").columns(["ward", "kid", "n"]).execute();
  await schema.dropIndex("statements_kid").execute();
}

async function numberHeld(db: Transaction<Schema>): Promise<void> {
  await db.schema
    .alterTable("held")
    .addColumn("n", "bigint", (column) => column.notNull().defaultTo(0))
    .execute();
  const rows = await db.selectFrom("held").select(["ward", "jti"]).execute();
  for (const { ward, jti } of rows) {
    const row = db.selectFrom("held").select("jws").where("ward", "=", ward).where("jti", "=", jti);
    const { jws } = await row.executeTakeFirstOrThrow();
    const n = numberIn(jws);
    await db.updateTable("held").set({ n }).where("ward", "=", ward).where("jti", "=", jti).execute();
  }
  await db.schema.createIndex("held_number").on("held").columns(["ward", "kid", "n"]).execute();
  await db.schema.dropIndex("held_kid").execute();
}

function numberIn(jws: string): number {
  const payload = Buffer.from(jws.split(".")[1] ?? "", "base64url").toString();
  return (JSON.parse(payload) as { readonly n: number }).n;
}

async function markCopies(db: Transaction<Schema>): Promise<void> {
  await db.schema
    .alterTable("devices")
    .addColumn("copied", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  const log = db.selectFrom("statements").select(["ward", "kid", "n"]);
  const twice = await db
    .selectFrom(log.unionAll(db.selectFrom("held").select(["ward", "kid", "n"])).as("all"))
    .select(["ward", "kid"])
    .groupBy(["ward", "kid", "n"])
    .having(({ fn }) => fn.countAll(), ">", 1)
    .execute();
  for (const { ward, kid } of twice) {
    const device = db.updateTable("devices").where("ward", "=", ward).where("kid", "=", kid);
    // The ward key's own numbers are not watched (PROTOCOL.md §3); it came by no invite.
    await device.where("invite", "<>", "").set({ copied: 1 }).execute();
  }
}

async function makeSeen({ schema }: Transaction<Schema>): Promise<void> {
  await schema
    .createTable("devices_seen")
    .addColumn("ward", "text", (column) => column.notNull().references("wards.ward"))
    .addColumn("kid", "text", (column) => column.notNull())
    .addColumn("heard_at", "bigint", (column) => column.notNull())
    .addColumn("sent_at", "bigint")
    .addColumn("version", "text")
    .addColumn("clock_offset", "bigint")
    .addPrimaryKeyConstraint("devices_seen_key", ["ward", "kid"])
    .execute();
}
