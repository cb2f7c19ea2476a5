import { err, ok, type Result } from "../../domain/result.ts";
import { MOST_FILE_BYTES, readParcelFile } from "../../wire/parcel-file.ts";
import type { Carried, CarryError, Taken } from "../api/carried.ts";
import type { Live } from "../api/phone.ts";
import type { PhoneDatabase } from "../store/database.ts";
import { isFull } from "../store/is-full.ts";
import { digestText } from "../store/keys.ts";
import { live } from "../store/live.ts";
import type { Parts } from "../store/parts.ts";
import type { ParcelRow } from "../store/rows.ts";

/** Bytes that a phone carries for others at most: its own records come first. */
const MOST_CARRIED_BYTES = 64 * 1024 * 1024;

/** Takes along what is whole of another phone's file, durably, to hand it to the ward when there is coverage. */
export async function carry({ env }: Parts, file: Blob): Promise<Result<Taken, CarryError>> {
  const { db, subtle } = env;
  if (file.size > MOST_FILE_BYTES) return err("huge");
  const read = readParcelFile(await file.text());
  if (!read.ok) return read;
  const { ward, count, parcels } = read.value;
  const membership = await db.memberships.get(ward);
  if (!membership?.device || membership.revoked) return err("another-ward");
  if (parcels.length === 0) return err("damaged");
  const now = env.now();
  const rows = await Promise.all(
    parcels.map(async (jwe): Promise<ParcelRow> => ({
      ward,
      id: await digestText(subtle, jwe),
      size: jwe.length,
      notBefore: 0,
      since: now,
      jwe,
    })),
  );
  const size = rows.reduce((total, row) => total + row.size, 0);
  try {
    return await db.transaction("rw", db.parcels, async () => {
      const giving = await makeRoom(db, ward, rows);
      if (!giving) return err("full" as const);
      await db.parcels.bulkDelete(giving);
      await db.parcels.bulkPut(rows);
      return ok({ ward, count: parcels.length, size, missing: count - parcels.length });
    });
  } catch (error) {
    return err(isFull(error) ? "full" : "storage");
  }
}

/**
 * Who gives way, so that these find room: what the ward was offered and could not use yet, and whose author keeps it. Null
 * where even that is too little.
 */
async function makeRoom(
  db: PhoneDatabase,
  ward: string,
  rows: readonly ParcelRow[],
): Promise<[string, string][] | null> {
  const carried = await sum(db, ward);
  const known = await db.parcels.bulkGet(rows.map(({ id }) => [ward, id] as [string, string]));
  const fresh = rows.filter((_, at) => known[at] === undefined);
  let lacking = fresh.reduce((total, { size }) => total + size, carried.size - MOST_CARRIED_BYTES);
  const giving: [string, string][] = [];
  const ids = new Set(rows.map(({ id }) => id));
  await db.parcels
    .where("[ward+notBefore]")
    .between([ward, 0], [ward, Infinity], false, true)
    .until(() => lacking <= 0)
    .each(({ id, size }) => {
      if (lacking <= 0 || ids.has(id)) return;
      giving.push([ward, id]);
      lacking -= size;
    });
  return lacking > 0 ? null : giving;
}

/** What this phone still carries for others. */
export function watchCarried(db: PhoneDatabase, ward: string): Live<Carried> {
  return live(() => sum(db, ward));
}

/** By the index alone: no parcel is read for it. */
async function sum(db: PhoneDatabase, ward: string): Promise<Carried> {
  const sizes = await db.parcels.where("[ward+size]").between([ward, 0], [ward, Infinity]).keys();
  const numbers = sizes.map((key) => (key as unknown as [string, number])[1]);
  return { count: numbers.length, size: numbers.reduce((total, size) => total + size, 0) };
}
