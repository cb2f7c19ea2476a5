import { sql, type Transaction } from "kysely";
import { photoNamedIn } from "../../domain/signed/photo.ts";
import { readRow } from "./rows.ts";
import type { Schema } from "./schema.ts";

/** The tables of photos, and the names that the statements here have given already. */
export async function makeAttachments(db: Transaction<Schema>): Promise<void> {
  await db.schema
    .createTable("attachment_names")
    .addColumn("ward", "text", (column) => column.notNull().references("wards.ward"))
    .addColumn("sha256", "text", (column) => column.notNull())
    .addColumn("jti", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("attachment_names_key", ["ward", "sha256", "jti"])
    .execute();
  await db.schema
    .createIndex("attachment_names_jti")
    .on("attachment_names")
    .columns(["ward", "jti"])
    .execute();
  await db.schema
    .createTable("attachments")
    .addColumn("ward", "text", (column) => column.notNull().references("wards.ward"))
    .addColumn("sha256", "text", (column) => column.notNull())
    // PostgreSQL's word for bytes; SQLite keeps bytes as they are under any.
    .addColumn("bytes", sql`bytea`, (column) => column.notNull())
    .addPrimaryKeyConstraint("attachments_key", ["ward", "sha256"])
    .execute();
  for (const table of ["statements", "held"] as const) {
    const rows = await db
      .selectFrom(table)
      .select(["ward", "jti", "jws", "disclosures"])
      .where("disclosures", "<>", "")
      .execute();
    for (const row of rows) {
      const sha256 = photoNamedIn(readRow(row).disclosures);
      const name = sha256 === null ? null : { ward: row.ward, jti: row.jti, sha256 };
      if (name) await db.insertInto("attachment_names").values(name).execute();
    }
  }
}
