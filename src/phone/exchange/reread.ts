import { keptDisclosures, type Erasure } from "../../domain/said.ts";
import { keptOf } from "../../domain/signed/plain-form.ts";
import { withDisclosures } from "../../domain/statement.ts";
import { append } from "../append/append.ts";
import { erasuresIn } from "../append/erase.ts";
import type { Arrival } from "../log/change.ts";
import type { PhoneDatabase } from "../store/database.ts";
import type { Env } from "../store/env.ts";
import type { IncomingRow, MembershipRow } from "../store/rows.ts";
import { seal } from "../store/seal.ts";
import { joinPins } from "../trust/join-pins.ts";
import { believe, readIncoming } from "../trust/lines.ts";
import type { ReadPage } from "./fetch-page.ts";

/** Begins to read again from 0, and forgets what an earlier attempt had read. False where another tab was faster. */
export function restart(db: PhoneDatabase, before: MembershipRow, after: MembershipRow): Promise<boolean> {
  return db.transaction("rw", db.memberships, db.incoming, async () => {
    const now = await db.memberships.get(before.ward);
    if (!now || !isSameReading(now, before)) return false;
    await incomingOf(db, before.ward).delete();
    const { epoch, head, saved, reading } = after;
    await db.memberships.put({ ...now, epoch, head, saved, reading });
    return true;
  });
}

/** Keeps a page of a second reading, beside the copy in use. */
export function keepPage(
  db: PhoneDatabase,
  before: MembershipRow,
  after: MembershipRow,
  page: ReadPage,
): Promise<boolean> {
  const { ward } = before;
  const { next, epoch, scope } = page.end;
  return db.transaction("rw", db.memberships, db.incoming, db.views, async () => {
    const now = await db.memberships.get(ward);
    if (!now?.reading || !isSameReading(now, before)) return false;
    // What a reading that was given up had kept: of another log, or seen by another device.
    if (now.reading.epoch === null) await incomingOf(db, ward).delete();
    // A log of before an erasure brings the words once more; they are not kept even until the switch.
    const erasures = erasuresIn(await db.views.get([ward, "erasures"]));
    await db.incoming.bulkPut(page.arrivals.map((line) => incomingRow(ward, line, erasures)));
    const { head, saved } = after;
    const pins = joinPins(now.pins, after.pins);
    if (!pins) return false;
    await db.memberships.put({
      ...now,
      head,
      saved,
      pins,
      reading: { ...now.reading, after: next, epoch, scope },
    });
    return true;
  });
}

/**
 * Puts the second reading in the place of the first, in one transaction. What did not come again is deleted, or, where the
 * log itself has lost it, sent again. False where another tab was faster.
 */
export async function switchOver(
  { db, subtle }: Pick<Env, "db" | "subtle">,
  ward: string,
  heardAt: number,
): Promise<boolean> {
  const before = await db.memberships.get(ward);
  const reading = before?.reading;
  if (!before || !reading) return false;
  const rows = await incomingOf(db, ward).toArray();
  // All pages at once: who signed on one of them may have become known on an earlier one.
  const believed = await believe(subtle, db, before, readIncoming(ward, rows));
  if (!believed.ok) return false;
  const switched = await append(db, {
    ward,
    arrivals: believed.value.items,
    switching: { lost: reading.lost, narrowed: before.scope !== reading.scope },
    membership: (now) => {
      if (!now || !isSameReading(now, before)) return null;
      return { ...now, after: reading.after, scope: reading.scope, reading: null, heardAt, whole: true };
    },
  });
  return switched.ok;
}

function incomingOf(db: PhoneDatabase, ward: string) {
  return db.incoming.where("[ward+seq]").between([ward, 0], [ward, Infinity]);
}

function incomingRow(
  ward: string,
  { statement, seq, at }: Arrival,
  erasures: readonly Erasure[],
): IncomingRow {
  return {
    ward,
    seq: seq ?? 0,
    at: at ?? 0,
    sealed: seal(keptOf(withDisclosures(statement, keptDisclosures(statement, erasures)))),
  };
}

function isSameReading(now: MembershipRow, before: MembershipRow): boolean {
  return now.device === before.device && JSON.stringify(now.reading) === JSON.stringify(before.reading);
}
