import type { Changes } from "../log/changes.ts";
import { insertLog } from "../log/insert-log.ts";
import type { Judgement } from "../log/judgement.ts";
import { changeScopes, raiseScopes } from "../sight/change-scopes.ts";
import { newReadersOfErasures, readersOf } from "../sight/readers-of.ts";
import { shiftOf } from "../sight/shift.ts";
import { isPostgres, prepared } from "../store/prepared.ts";
import type { Db, RejectRow } from "../store/rows.ts";

/** Writes what a judgement changed, and the ward's new head; part of the transaction that gathered its facts. */
export async function recordChanges(db: Db, judgement: Judgement): Promise<void> {
  const { changes } = judgement;
  const { ward, head } = judgement.facts.ward;
  await inTurn(db, [
    () => insertLog(db, changes.appended),
    () => amendLog(db, ward, changes),
    () => writeHeld(db, ward, changes),
    () => writeDevices(db, changes),
    () => writeInvitesUsed(db, ward, changes),
    () => writeHouseholds(db, ward, changes),
    () => writeDecisions(db, ward, changes),
    () => writeErasures(db, ward, changes),
    () => keepRejected(db, changes.rejected),
    () => writePhotoNames(db, ward, changes),
    () => moveHead(db, ward, head),
  ]);
  await changeScopes(db, ward, shiftOf(judgement));
  if (changes.filled.length > 0) await raiseScopes(db, ward, await readersOf(db, ward, changes.filled));
  if (changes.listed.length > 0)
    await raiseScopes(db, ward, await newReadersOfErasures(db, ward, changes.listed));
}

/**
 * Does one write after another; PostgreSQL gets them all before it has answered the first. SQLite must not: where a full disk
 * undid the whole transaction, whatever came after it would stay.
 */
async function inTurn(db: Db, writes: readonly (() => Promise<unknown>)[]): Promise<void> {
  if (isPostgres(db)) await Promise.all(writes.map((write) => write()));
  else for (const write of writes) await write();
}

async function amendLog(db: Db, ward: string, { amended }: Changes): Promise<void> {
  for (const { seq, disclosures, place, topic } of amended.values()) {
    const change = { disclosures, place, topic };
    await db.updateTable("statements").set(change).where("ward", "=", ward).where("seq", "=", seq).execute();
  }
}

async function writeHeld(db: Db, ward: string, { held }: Changes): Promise<void> {
  for (const [jti, row] of held) {
    await db.deleteFrom("held").where("ward", "=", ward).where("jti", "=", jti).execute();
    if (row) await db.insertInto("held").values(row).execute();
  }
}

async function writeHouseholds(db: Db, ward: string, { households }: Changes): Promise<void> {
  await inChunks([...households], async (some) => {
    const rows = some.map(([household, fact]) => ({ ward, household, ...fact }));
    await db
      .insertInto("households")
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .columns(["ward", "household"])
          .doUpdateSet(({ ref }) => ({ area: ref("excluded.area"), heir: ref("excluded.heir") })),
      )
      .execute();
  });
}

async function writeDecisions(db: Db, ward: string, { decisions }: Changes): Promise<void> {
  for (const [jti, decision] of decisions) {
    const upsert = db.insertInto("decisions").values({ ward, jti, ...decision });
    await upsert.onConflict((conflict) => conflict.columns(["ward", "jti"]).doUpdateSet(decision)).execute();
  }
}

async function writeErasures(db: Db, ward: string, { erasures }: Changes): Promise<void> {
  for (const { seq, sub, statements, names } of erasures) {
    const row = { ward, seq, sub, statements: toJson(statements), names: toJson(names) };
    await db.insertInto("erasures").values(row).execute();
  }
}

const moveHead = prepared((db, ward: string, head: number) =>
  db.updateTable("wards").set({ head }).where("ward", "=", ward),
);

function toJson(list: readonly string[] | null): string | null {
  return list === null ? null : JSON.stringify(list);
}

async function writePhotoNames(db: Db, ward: string, { photos }: Changes): Promise<void> {
  for (const [jti, sha256] of photos) {
    await db.deleteFrom("attachment_names").where("ward", "=", ward).where("jti", "=", jti).execute();
    if (sha256 === null) continue;
    await db.insertInto("attachment_names").values({ ward, sha256, jti }).execute();
    await db.deleteFrom("awaited_photos").where("ward", "=", ward).where("sha256", "=", sha256).execute();
  }
}

async function writeDevices(db: Db, { devices }: Changes): Promise<void> {
  for (const device of devices.values()) {
    const row = {
      ...device,
      areas: JSON.stringify(device.areas),
      households: JSON.stringify(device.households),
    };
    const { ward: _ward, kid: _kid, ...change } = row;
    const upsert = db.insertInto("devices").values(row);
    await upsert.onConflict((conflict) => conflict.columns(["ward", "kid"]).doUpdateSet(change)).execute();
  }
}

async function writeInvitesUsed(db: Db, ward: string, { invitesUsed }: Changes): Promise<void> {
  for (const [invite, kid] of invitesUsed) {
    const use = db.insertInto("used_invites").values({ ward, invite, kid });
    await use.onConflict((conflict) => conflict.columns(["ward", "invite"]).doNothing()).execute();
  }
}

/** A device that sends nothing but what is rejected must not fill the store: beyond as many as may be held, its numbers are let go. */
async function keepRejected(db: Db, rejected: readonly RejectRow[]): Promise<void> {
  for (const kid of new Set(rejected.map((row) => row.kid))) {
    const rows = rejected.filter((row) => row.kid === kid);
    const { count } = await db
      .selectFrom("rejects")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("ward", "=", rows[0]?.ward ?? "")
      .where("kid", "=", kid)
      .executeTakeFirstOrThrow();
    await inChunks(rows.slice(0, Math.max(0, MOST_REJECTS - Number(count))), (some) =>
      db
        .insertInto("rejects")
        .values(some)
        .onConflict((conflict) => conflict.columns(["ward", "kid", "n", "digest"]).doNothing())
        .execute(),
    );
  }
}

const MOST_REJECTS = 2000;

/** SQLite and PostgreSQL take only so many values at once. */
async function inChunks<Item>(
  items: readonly Item[],
  write: (some: readonly Item[]) => Promise<unknown>,
): Promise<void> {
  for (let i = 0; i < items.length; i += 200) await write(items.slice(i, i + 200));
}
