import type { Kysely } from "kysely";
import type { DeviceStanding } from "../../wire/answers.ts";
import { WARD_KEY_INVITE } from "../store/rows.ts";
import type { Schema } from "../store/schema.ts";
import { isWatched, type Sighting } from "./sightings.ts";

/** What a call needs to tell how devices stand; `now` in milliseconds. */
interface Asking {
  readonly ward: string;
  readonly seen: ReadonlyMap<string, Sighting>;
  readonly now: number;
}

/**
 * How each device of a ward stands (PROTOCOL.md §2, `n`): the highest number that has arrived, which ones below it are
 * missing, and when it was last heard of. A number counts as missing once a higher one has been here for a day.
 */
export async function listStandings(
  db: Kysely<Schema>,
  { ward, seen, now }: Asking,
): Promise<DeviceStanding[]> {
  const devices = await db
    .selectFrom("devices")
    .select(["kid", "role", "revoked_seq", "copied"])
    .where("ward", "=", ward)
    // The ward key is no phone: it stands beside the store, and can lose nothing on a way.
    .where("invite", "<>", WARD_KEY_INVITE)
    .orderBy("kid")
    .execute();
  const counts = await countNumbers(db, ward);
  const standings: DeviceStanding[] = [];
  for (const { kid, role, revoked_seq, copied } of devices) {
    const { highest, different } = counts.get(kid) ?? { highest: 0, different: 0 };
    const missing = different < highest ? findMissing(await readNumbers(db, ward, kid), now - DAY) : [];
    const sighting = seen.get(kid);
    standings.push({
      device: kid,
      highest,
      missing: missing.slice(0, MOST_GAPS),
      missingCount: missing.reduce((sum, [from, to]) => sum + to - from + 1, 0),
      sentAt: sighting?.sentAt ?? (await lastArrival(db, ward, kid, highest)),
      heardAt: isWatched(role) ? (sighting?.heardAt ?? null) : null,
      version: sighting?.version ?? null,
      clockOffset: sighting?.clockOffset ?? null,
      unsent: isWatched(role) ? (sighting?.unsent ?? null) : null,
      revoked: revoked_seq !== null,
      copied: copied === 1,
    });
  }
  return standings;
}

/** A number of a device, and when its statement arrived, in milliseconds. */
export interface Arrival {
  readonly n: number;
  readonly at: number;
}

/** The gaps, each from its first to its last number, below the highest that arrived at or before a time. `arrivals` in the order of their numbers. */
export function findMissing(arrivals: readonly Arrival[], until: number): [number, number][] {
  const end = arrivals.findLastIndex(({ at }) => at <= until);
  const gaps: [number, number][] = [];
  let last = 0;
  for (const { n } of arrivals.slice(0, end + 1)) {
    if (n > last + 1) gaps.push([last + 1, n - 1]);
    last = Math.max(last, n);
  }
  return gaps;
}

const DAY = 24 * 3600 * 1000;
/** Gaps that are told of each device. */
const MOST_GAPS = 20;

/** Where numbers have arrived: in the log, held, or rejected. */
const TABLES = ["statements", "held", "rejects"] as const;

async function countNumbers(
  db: Kysely<Schema>,
  ward: string,
): Promise<Map<string, { readonly highest: number; readonly different: number }>> {
  const [log, held, rejects] = TABLES.map((table) =>
    db.selectFrom(table).select(["kid", "n"]).where("ward", "=", ward),
  );
  if (!log || !held || !rejects) return new Map();
  const rows = await db
    // Each number once: the index by device and number gives them in this order.
    .selectFrom(log.union(held).union(rejects).as("arrived"))
    .select(({ fn }) => ["kid", fn.max<number>("n").as("highest"), fn.countAll<number>().as("different")])
    .groupBy("kid")
    .execute();
  return new Map(
    rows.map(({ kid, highest, different }) => [
      kid,
      { highest: Number(highest), different: Number(different) },
    ]),
  );
}

/** All numbers of a device that have arrived, lowest first. */
async function readNumbers(db: Kysely<Schema>, ward: string, kid: string): Promise<Arrival[]> {
  const found: Arrival[] = [];
  for (const table of TABLES) {
    const rows = db.selectFrom(table).select(["n", "at"]).where("ward", "=", ward).where("kid", "=", kid);
    found.push(...(await rows.execute()));
  }
  return found.sort((one, other) => one.n - other.n);
}

/** Seconds: when the highest number came, for a device that was last heard of before such things were kept. */
async function lastArrival(
  db: Kysely<Schema>,
  ward: string,
  kid: string,
  highest: number,
): Promise<number | null> {
  for (const table of TABLES) {
    const all = db.selectFrom(table).select("at").where("ward", "=", ward).where("kid", "=", kid);
    const row = await all.where("n", "=", highest).executeTakeFirst();
    if (row) return Math.floor(row.at / 1000);
  }
  return null;
}
