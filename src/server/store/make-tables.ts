import { sql, type Transaction } from "kysely";
import type { Schema } from "./schema.ts";

/**
 * The tables of schema.ts. The log is no `WITHOUT ROWID` table: a signed statement is longer than the thousand bytes that
 * such a table keeps in place, so that most would take a page of their own.
 */
export async function makeTables(db: Transaction<Schema>): Promise<void> {
  await makeLog(db);
  await makeFacts(db);
  await makeWaiting(db);
}

async function makeLog({ schema }: Transaction<Schema>): Promise<void> {
  await schema
    .createTable("wards")
    .addColumn("ward", "text", (column) => column.primaryKey())
    .addColumn("epoch", "text", (column) => column.notNull())
    .addColumn("head", "bigint", (column) => column.notNull())
    .addColumn("saved", "bigint", (column) => column.notNull())
    .addColumn("signed", "bigint", (column) => column.notNull())
    .execute();
  await schema
    .createTable("statements")
    .addColumn("ward", "text", (column) => column.notNull().references("wards.ward"))
    .addColumn("seq", "bigint", (column) => column.notNull())
    .addColumn("at", "bigint", (column) => column.notNull())
    .addColumn("jti", "text", (column) => column.notNull())
    .addColumn("kid", "text", (column) => column.notNull())
    .addColumn("n", "bigint", (column) => column.notNull())
    .addColumn("type", "text", (column) => column.notNull())
    .addColumn("sub", "text", (column) => column.notNull())
    .addColumn("inside", "text")
    .addColumn("place", "text", (column) => column.notNull())
    .addColumn("topic", "text", (column) => column.notNull())
    .addColumn("public", "integer", (column) => column.notNull())
    .addColumn("jws", "text", (column) => column.notNull())
    .addColumn("disclosures", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("statements_key", ["ward", "seq"])
    .addUniqueConstraint("statements_jti", ["ward", "jti"])
    .execute();
  for (const column of ["place", "sub", "kid"] as const) {
    await schema.createIndex(`statements_${column}`).on("statements").columns(["ward", column]).execute();
  }
  // Few have an `in`, and few are public.
  await schema
    .createIndex("statements_inside")
    .on("statements")
    .columns(["ward", "inside"])
    .where("inside", "is not", null)
    .execute();
  await schema
    .createIndex("statements_public")
    .on("statements")
    .columns(["ward", "seq"])
    .where(sql.ref("public"), "=", 1)
    .execute();
}

async function makeFacts({ schema }: Transaction<Schema>): Promise<void> {
  await schema
    .createTable("devices")
    .addColumn("ward", "text", (column) => column.notNull().references("wards.ward"))
    .addColumn("kid", "text", (column) => column.notNull())
    .addColumn("key", "text", (column) => column.notNull())
    .addColumn("role", "text", (column) => column.notNull())
    .addColumn("areas", "text", (column) => column.notNull())
    .addColumn("households", "text", (column) => column.notNull())
    .addColumn("person", "text", (column) => column.notNull())
    .addColumn("household", "text")
    .addColumn("invite", "text", (column) => column.notNull())
    .addColumn("enrolled_seq", "bigint", (column) => column.notNull())
    .addColumn("revoked_seq", "bigint")
    .addColumn("scope", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("devices_key", ["ward", "kid"])
    .execute();
  await schema.createIndex("devices_invite").on("devices").columns(["ward", "invite"]).execute();
  await schema
    .createTable("households")
    .addColumn("ward", "text", (column) => column.notNull().references("wards.ward"))
    .addColumn("household", "text", (column) => column.notNull())
    .addColumn("area", "text")
    .addColumn("heir", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("households_key", ["ward", "household"])
    .execute();
  await schema
    .createTable("decisions")
    .addColumn("ward", "text", (column) => column.notNull().references("wards.ward"))
    .addColumn("jti", "text", (column) => column.notNull())
    .addColumn("decision", "text", (column) => column.notNull())
    .addColumn("reason", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("decisions_key", ["ward", "jti"])
    .execute();
  await schema
    .createTable("erasures")
    .addColumn("ward", "text", (column) => column.notNull().references("wards.ward"))
    .addColumn("seq", "bigint", (column) => column.notNull())
    .addColumn("sub", "text", (column) => column.notNull())
    .addColumn("statements", "text")
    .addColumn("names", "text")
    .addPrimaryKeyConstraint("erasures_key", ["ward", "seq"])
    .execute();
  await schema.createIndex("erasures_sub").on("erasures").columns(["ward", "sub"]).execute();
}

async function makeWaiting({ schema }: Transaction<Schema>): Promise<void> {
  await schema
    .createTable("invites")
    .addColumn("ward", "text", (column) => column.notNull().references("wards.ward"))
    .addColumn("invite", "text", (column) => column.notNull())
    .addColumn("role", "text", (column) => column.notNull())
    .addColumn("areas", "text", (column) => column.notNull())
    .addColumn("person", "text")
    .addColumn("household", "text")
    .addColumn("expires_at", "bigint", (column) => column.notNull())
    .addColumn("epoch", "text", (column) => column.notNull())
    .addColumn("made_by", "text")
    .addPrimaryKeyConstraint("invites_key", ["ward", "invite"])
    .execute();
  await schema
    .createTable("held")
    .addColumn("ward", "text", (column) => column.notNull().references("wards.ward"))
    .addColumn("jti", "text", (column) => column.notNull())
    .addColumn("at", "bigint", (column) => column.notNull())
    .addColumn("reason", "text", (column) => column.notNull())
    .addColumn("kid", "text", (column) => column.notNull())
    .addColumn("sub", "text", (column) => column.notNull())
    .addColumn("jws", "text", (column) => column.notNull())
    .addColumn("disclosures", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("held_key", ["ward", "jti"])
    .execute();
  for (const column of ["sub", "kid"] as const) {
    await schema.createIndex(`held_${column}`).on("held").columns(["ward", column]).execute();
  }
}
