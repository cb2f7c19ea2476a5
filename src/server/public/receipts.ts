import type { Kysely } from "kysely";
import { countingPledge } from "../../domain/household-facts.ts";
import type { ReceiptAnswer } from "../../wire/answers.ts";
import { foldAround } from "../log/fold-around.ts";
import { readRow, type LogRow } from "../store/rows.ts";
import type { Schema } from "../store/schema.ts";

/** The receipt of a pledge, as the log stands: by the same fold as every screen, so that nobody is told two things. */
export async function readReceipt(db: Kysely<Schema>, ward: string, jti: string): Promise<ReceiptAnswer> {
  const row = await findPledge(db, ward, jti);
  if (!row) return { seq: null, state: (await isHeld(db, ward, jti)) ? "held" : "unknown" };
  const { seq } = row;
  const household = await foldAround(db, ward, row.place);
  const pledge = household.pledges.find((one) => one.jti === jti);
  if (!pledge) return { seq, state: "retracted" };
  if (pledge.withdrawn) return { seq, state: "withdrawn" };
  const isOther = countingPledge(household, pledge.campaign)?.jti !== jti;
  return { seq, state: "counts", ...(isOther ? { other: true } : {}) };
}

async function findPledge(db: Kysely<Schema>, ward: string, jti: string): Promise<LogRow | undefined> {
  const all = db.selectFrom("statements").selectAll().where("ward", "=", ward).where("jti", "=", jti);
  return await all.where("type", "=", "pledge.signed").executeTakeFirst();
}

/** Only a pledge has a receipt: of what else waits nobody is told. What the office has decided on waits no longer. */
async function isHeld(db: Kysely<Schema>, ward: string, jti: string): Promise<boolean> {
  const row = await db
    .selectFrom("held as h")
    .leftJoin("decisions as d", (join) => join.onRef("d.ward", "=", "h.ward").onRef("d.jti", "=", "h.jti"))
    .selectAll("h")
    .where("h.ward", "=", ward)
    .where("h.jti", "=", jti)
    .where("d.jti", "is", null)
    .executeTakeFirst();
  return row !== undefined && readRow(row).claims.type === "pledge.signed";
}
