import type { Kysely } from "kysely";
import type { AttachmentStore } from "./attachments.ts";
import type { Schema } from "./schema.ts";

/** Photos as rows of the store itself: with PostgreSQL, where several processes share nothing else. */
export function createAttachmentTable(db: Kysely<Schema>): AttachmentStore {
  return {
    async put(ward, sha256, bytes) {
      await db
        .insertInto("attachments")
        .values({ ward, sha256, bytes })
        .onConflict((conflict) => conflict.columns(["ward", "sha256"]).doNothing())
        .execute();
    },
    async get(ward, sha256) {
      const rows = db.selectFrom("attachments").select("bytes").where("ward", "=", ward);
      const row = await rows.where("sha256", "=", sha256).executeTakeFirst();
      return row?.bytes ?? null;
    },
    async has(ward, sha256) {
      const rows = db.selectFrom("attachments").select("sha256").where("ward", "=", ward);
      return (await rows.where("sha256", "=", sha256).executeTakeFirst()) !== undefined;
    },
    async drop(ward, sha256) {
      await db.deleteFrom("attachments").where("ward", "=", ward).where("sha256", "=", sha256).execute();
    },
    async list(ward) {
      const rows = await db.selectFrom("attachments").select("sha256").where("ward", "=", ward).execute();
      // Here, since the two databases order text differently.
      return rows.map(({ sha256 }) => sha256).sort();
    },
  };
}
