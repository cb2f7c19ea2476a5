// Before Dexie, which looks for it once.
import "fake-indexeddb/auto";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { beforeEach, expect, test } from "vitest";
import { parseStatement, type Draft } from "../../src/domain/statement.ts";
import { append } from "../../src/phone/append/append.ts";
import type { Arrival } from "../../src/phone/log/change.ts";
import { phoneDatabase, type PhoneDatabase } from "../../src/phone/store/database.ts";
import { newMembership } from "../../src/phone/store/new-membership.ts";

import { readOwn } from "../../src/phone/log/own-rows.ts";
import { atOnce, readAll } from "../../src/phone/log/records.ts";
import { statementOf } from "../../src/phone/log/stored.ts";
import { describeWard } from "../server/small-ward.ts";
import { createSpeaker, newId, type Speaker } from "../server/speaker.ts";
import { absence, registration } from "./real-ward.ts";
import { must } from "./test-phone.ts";

const ward = "phuong-thu";
const household = newId();
let db: PhoneDatabase;
let [key, own, other]: Speaker[] = [];
let seq = 0;

beforeEach(async () => {
  db = phoneDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  db.packFrom = 2;
  seq = 0;
  [key, own, other] = await Promise.all([1, 2, 3].map(() => createSpeaker(ward)));
  const place = await inLog(other!, registration(household, "kp1/t01", 1, "Võ Thị Bảy"));
  await hear([await inLog(key!, describeWard(ward, key!)), place]);
});

async function say(who: Speaker, draft: Draft) {
  return must(parseStatement(await who.say(draft)));
}

/** What somebody says, as a page of the log brings it. */
async function inLog(who: Speaker, draft: Draft): Promise<Arrival> {
  seq += 1;
  return { statement: await say(who, draft), seq, at: Date.now() + seq, standing: "log" };
}

async function hear(arrivals: readonly Arrival[], readTo?: number): Promise<void> {
  const reads = readTo === undefined ? {} : { readTo };
  const membership = () => ({ ...newMembership(ward), device: own!.kid, saved: 100, turn: 1 });
  must(await append(db, { ward, arrivals, ...reads, membership }));
}

const rows = () => readAll(db, ward);
const sixtyVisits = () => Array.from({ length: 60 }, (_, at) => absence(household, `Lần ${at}`));

test("an erasure of a later version takes nothing that this one does not know of", async () => {
  await hear([await inLog(other!, absence(household, "Nhà có chó dữ"))]);
  await hear([await inLog(key!, { type: "data.erased", v: 2, sub: household, body: {} })]);
  const visit = (await rows()).find(({ type }) => type === "visit.logged")!;
  expect(statementOf(visit).disclosures.map(({ value }) => value)).toEqual(["Nhà có chó dữ"]);
});

test("what leaves this phone's sight comes back with nothing that it waited for", async () => {
  const target = await inLog(other!, absence(household));
  const retraction: Draft = {
    type: "statement.retracted",
    sub: target.statement.claims.jti,
    in: household,
    body: { reason: "mistake" },
  };
  const statement = await say(own!, retraction);
  const { jti } = statement.claims;
  await hear([{ statement, seq: null, at: null, standing: "unsent" }]);
  const verdicts = [{ jti, verdict: { status: "accepted", seq: 9 } as const }];
  must(await append(db, { ward, verdicts, membership: (now) => now ?? null }));
  // The page goes past its number and does not bring it.
  await hear([target], 10);
  expect((await rows()).map((row) => row.jti)).not.toContain(jti);
});

test("what an older version wrote back as of others is this phone's own all the same", async () => {
  const said = await Promise.all(sixtyVisits().map((draft) => inLog(own!, draft)));
  await hear(said);
  await db.packs.toCollection().modify((pack) => {
    delete (pack as { mine?: number }).mine;
  });
  expect((await rows()).filter((row) => row.own === 1)).toEqual([]);
  // Another log, or another sight: whatever reads a record takes it for what it is.
  await hear(said.map((arrival) => ({ ...arrival, at: (arrival.at ?? 0) + 1 })));
  expect((await rows()).filter((row) => row.own === 1)).toHaveLength(60);
});

test("the latest that this phone said are found, though its clock was a year ahead for a while", async () => {
  const said = await Promise.all(sixtyVisits().map((draft) => inLog(own!, draft)));
  await hear(said);
  const packs = await db.packs.where("[ward+mine]").above([ward, 0]).toArray();
  expect(packs.length).toBeGreaterThan(1);
  const [early, late] = packs.toSorted((a, b) => a.rows[0]!.n - b.rows[0]!.n);
  const ahead = early!.rows.map((row, at) => (at === 0 ? { ...row, iat: row.iat + 31_536_000 } : row));
  const behind = late!.rows.map((row) => ({ ...row, iat: row.iat + 60 }));
  await db.packs.put({ ...early!, rows: ahead, mine: ahead[0]!.iat });
  await db.packs.put({ ...late!, rows: behind, mine: Math.max(...behind.map(({ iat }) => iat)) });
  const found = await atOnce(db, () => readOwn(db, ward, 5));
  const latest = found.toSorted((a, b) => b.iat - a.iat).slice(0, 5);
  expect(latest.slice(1).every(({ n }) => behind.some((row) => row.n === n))).toBe(true);
});
