import type { Kysely } from "kysely";
import type { Entry } from "../../domain/said.ts";
import type { Campaign } from "../../domain/ward-facts.ts";
import { foldWard } from "../../domain/ward.ts";
import { readRow } from "../store/rows.ts";
import type { Schema } from "../store/schema.ts";
import { retractedOf } from "./read-public.ts";

/** The campaigns of a ward as every phone folds them. */
export async function readCampaigns(db: Kysely<Schema>, ward: string): Promise<Campaign[]> {
  const rows = await db
    .selectFrom("statements")
    .selectAll()
    .where("ward", "=", ward)
    .where("type", "in", ["campaign.opened", "campaign.closed"])
    .orderBy("seq")
    .execute();
  const gone = await retractedOf(db, ward, rows);
  const entries = rows
    .filter(({ jti }) => !gone.has(jti))
    .map((row): Entry => ({ seq: row.seq, at: row.at, standing: "log", statement: readRow(row) }));
  return foldWard(ward, entries).campaigns;
}

/** Whether any household has signed in a campaign, as far as the ward has heard. */
export async function isSigned(db: Kysely<Schema>, ward: string, campaign: string): Promise<boolean> {
  const rows = await db
    .selectFrom("statements")
    .selectAll()
    .where("ward", "=", ward)
    .where("type", "=", "pledge.signed")
    .execute();
  return rows.some((row) => readRow(row).claims.body["campaign"] === campaign);
}
