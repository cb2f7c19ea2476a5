import type { Kysely } from "kysely";
import { createAcceptor } from "../accept.ts";
import { WARD_KEY_INVITE, type LogRow, type WardRow } from "../store/rows.ts";
import type { Schema } from "../store/schema.ts";
import { openMemory } from "../store/sqlite.ts";
import { erasedHouseholds } from "./erased-households.ts";

/** Something in a ward's log that does not hold; `seq` is null where no one number is at fault. */
export interface LogFlaw {
  readonly seq: number | null;
  readonly what: string;
}

/**
 * Says a whole log anew to an empty store, statement by statement at its own time, by the same door that took it in: every
 * signature, digest, right and number must come out as it stands, and so must whatever is kept beside the statements.
 */
export async function* verifyLog(db: Kysely<Schema>, ward: WardRow): AsyncGenerator<LogFlaw> {
  const again = await openMemory();
  try {
    yield* replay(db, ward, again.db);
    yield* compareRows(db, ward.ward, again.db);
    yield* compareFacts(db, ward.ward, again.db);
  } finally {
    await again.close();
  }
}

const PAGE = 500;

async function* replay(db: Kysely<Schema>, ward: WardRow, again: Kysely<Schema>): AsyncGenerator<LogFlaw> {
  await again
    .insertInto("wards")
    .values({ ...ward, head: 0 })
    .execute();
  await knowErasures(db, ward.ward, again);
  await letRevocationsThrough(db, ward.ward, again);
  const households = await erasedHouseholds(db, ward.ward);
  let clock = 0;
  const acceptor = createAcceptor({ db: again, now: () => clock, onCommit: () => undefined });
  let last = 0;
  try {
    for await (const rows of pages(db, ward.ward)) {
      for (const { seq } of rows) {
        if (seq !== last + 1) yield { seq: last + 1, what: "missing" };
        last = seq;
      }
      for (const group of byTime(rows, households)) {
        clock = group[0]?.at ?? clock;
        const answer = await acceptor.push(
          ward.ward,
          group.map(({ jws, disclosures }) => `${jws}~${disclosures}`),
        );
        if (!answer.ok) throw new Error(`a log said anew: ${answer.error}`);
        for (const [at, verdict] of answer.value.results.entries()) {
          if (verdict.status === "accepted") continue;
          const what = verdict.status === "duplicate" ? "twice" : verdict.reason;
          yield { seq: group[at]?.seq ?? null, what };
        }
        await restoreHousehold(again, group.at(-1), households);
      }
    }
  } finally {
    await acceptor.settle();
  }
  if (last !== ward.head) yield { seq: ward.head, what: "head" };
}

/** What was erased came without its words when it was said anew, before the erasure that explains it. */
async function knowErasures(db: Kysely<Schema>, ward: string, again: Kysely<Schema>): Promise<void> {
  const rows = await db.selectFrom("erasures").selectAll().where("ward", "=", ward).execute();
  // Under numbers of their own: the log brings each once more under its own.
  for (const row of rows) {
    await again
      .insertInto("erasures")
      .values({ ...row, seq: -row.seq })
      .execute();
  }
}

/** Servers before took a revocation of the ward's own key, and it stands in their logs: that it comes to nothing is no flaw. */
async function letRevocationsThrough(db: Kysely<Schema>, ward: string, again: Kysely<Schema>): Promise<void> {
  const rows = await db
    .selectFrom("statements as s")
    .innerJoin("devices as d", (join) => join.onRef("d.ward", "=", "s.ward").onRef("d.kid", "=", "s.sub"))
    .select("s.jti")
    .where("s.ward", "=", ward)
    .where("s.type", "=", "device.revoked")
    .where("d.invite", "=", WARD_KEY_INVITE)
    .execute();
  for (const { jti } of rows) {
    const decision = { ward, jti, decision: "accept", reason: "other" };
    await again.insertInto("decisions").values(decision).execute();
  }
}

async function* pages(db: Kysely<Schema>, ward: string): AsyncGenerator<readonly LogRow[]> {
  for (let after = 0; ;) {
    const all = db.selectFrom("statements").selectAll().where("ward", "=", ward).where("seq", ">", after);
    const rows = await all.orderBy("seq").limit(PAGE).execute();
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)?.seq ?? after;
  }
}

/** A household's phone was judged as that until its household was erased, of which its enrolment tells nothing any more. */
async function restoreHousehold(
  again: Kysely<Schema>,
  enrolment: LogRow | undefined,
  households: ReadonlyMap<number, string>,
): Promise<void> {
  const household = enrolment && households.get(enrolment.seq);
  if (!enrolment || household === undefined) return;
  const device = again.updateTable("devices").where("ward", "=", enrolment.ward);
  await device.set({ household }).where("kid", "=", enrolment.sub).execute();
}

/** What was received at one time was judged at that time; a group ends where the store is to learn something before the next. */
function byTime(rows: readonly LogRow[], ends: ReadonlyMap<number, unknown>): LogRow[][] {
  const groups: LogRow[][] = [];
  for (const row of rows) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last?.at === row.at && !ends.has(last.seq)) group.push(row);
    else groups.push([row]);
  }
  return groups;
}

const KEPT = ["kid", "n", "type", "sub", "inside", "place", "topic", "public", "disclosures"] as const;

async function* compareRows(
  db: Kysely<Schema>,
  ward: string,
  again: Kysely<Schema>,
): AsyncGenerator<LogFlaw> {
  for await (const rows of pages(db, ward)) {
    const ids = rows.map(({ jti }) => jti);
    const all = again.selectFrom("statements").selectAll().where("ward", "=", ward);
    const others = new Map((await all.where("jti", "in", ids).execute()).map((row) => [row.jti, row]));
    for (const row of rows) {
      const other = others.get(row.jti);
      const wrong = other && KEPT.find((name) => row[name] !== other[name]);
      if (wrong) yield { seq: row.seq, what: `kept-${wrong}` };
    }
  }
}

async function* compareFacts(
  db: Kysely<Schema>,
  ward: string,
  again: Kysely<Schema>,
): AsyncGenerator<LogFlaw> {
  const [here, there] = await Promise.all([factsOf(db, ward), factsOf(again, ward)]);
  for (const name of new Set([...here.keys(), ...there.keys()])) {
    if (here.get(name) !== there.get(name)) yield { seq: null, what: name };
  }
}

/** Devices and households as they stand, and what photos are named, for comparing. */
async function factsOf(db: Kysely<Schema>, ward: string): Promise<Map<string, string>> {
  const devices = await db
    .selectFrom("devices")
    .select(["kid", "key", "role", "areas", "households", "person", "household", "invite", "revoked_seq"])
    .where("ward", "=", ward)
    .execute();
  const households = await db.selectFrom("households").selectAll().where("ward", "=", ward).execute();
  const photos = await db
    .selectFrom("attachment_names as a")
    // What is held is not said anew.
    .innerJoin("statements as s", (join) => join.onRef("s.ward", "=", "a.ward").onRef("s.jti", "=", "a.jti"))
    .select(["a.jti", "a.sha256"])
    .where("a.ward", "=", ward)
    .execute();
  return new Map([
    ...photos.map(({ jti, sha256 }): [string, string] => [`photo-of ${jti}`, sha256]),
    ...devices.map(({ kid, ...facts }): [string, string] => [`device ${kid}`, JSON.stringify(facts)]),
    ...households.map(({ household, area, heir }): [string, string] => [
      `household ${household}`,
      JSON.stringify([area, heir]),
    ]),
  ]);
}
