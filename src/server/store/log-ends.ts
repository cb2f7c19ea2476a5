import type { Kysely } from "kysely";
import type { Schema } from "./schema.ts";

/** Where the log of a ward ends, in a store or in a copy of one. */
export interface LogEnd {
  readonly ward: string;
  readonly epoch: string;
  readonly head: number;
}

/** Where each ward's log ends. */
export async function readLogEnds(db: Kysely<Schema>): Promise<readonly LogEnd[]> {
  const wards = db.selectFrom("wards").select(["ward", "epoch", "head"]);
  return await wards.where("head", ">", 0).orderBy("ward").execute();
}

/**
 * Notes that a finished backup holds each log up to there (`saved`, PROTOCOL.md §3). It never goes down, and a log that began
 * anew meanwhile is in no backup.
 */
export async function raiseSaved(db: Kysely<Schema>, ends: readonly LogEnd[]): Promise<void> {
  for (const { ward, epoch, head } of ends) {
    await db
      .updateTable("wards")
      .set({ saved: head })
      .where("ward", "=", ward)
      .where("epoch", "=", epoch)
      .where("saved", "<", head)
      .execute();
  }
}
