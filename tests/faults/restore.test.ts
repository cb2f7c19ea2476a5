import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { readKept } from "../../src/domain/signed/plain-form.ts";
import type { Draft } from "../../src/domain/statement.ts";
import { parseStatement } from "../../src/domain/statement.ts";
import { readAll } from "../../src/phone/log/records.ts";
import { open } from "../../src/phone/store/seal.ts";
import { backUp } from "../../src/server/backup/back-up.ts";
import { restore } from "../../src/server/backup/restore.ts";
import { verifyLog } from "../../src/server/verify/verify-log.ts";
import { findWard } from "../../src/server/wards/wards.ts";
import { allViews } from "../phone/all-views.ts";
import {
  absence,
  createRealWard,
  delivery,
  pledging,
  registration,
  type RealWard,
} from "../phone/real-ward.ts";
import { enrolled, must, testPhone, type TestPhone } from "../phone/test-phone.ts";
import { newId } from "../server/speaker.ts";
import { amount, beginProof } from "./proof.ts";

// A ward in the middle of its round loses its store, and has only a backup of a while ago. One phone is gone for good,
// another was enrolled since, a third revoked, a household erased.

const SECRET = "Tên Phải Quên";

let ward: RealWard | undefined;
afterEach(async () => {
  await ward?.remove();
  ward = undefined;
});

test.each(["command", "copy"] as const)(
  "after a restore by %s, each phone that spoke once has brought back all that any of them held, and nothing erased",
  async (how) => {
    const { seed, report } = beginProof(`restore by ${how}`);
    const numRuns = amount(2, 40);
    let broughtBack = 0;
    const rounds = fc.record({
      before: fc.array(step(), { maxLength: 12 }),
      after: fc.array(step(), { minLength: 8, maxLength: 24 }),
      order: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
      // Who has heard of the last things said before the store was lost.
      heard: fc.subarray([0, 1, 2, 3]),
    });
    await fc.assert(
      fc.asyncProperty(rounds, async (round) => {
        broughtBack += await live(how, round);
        await ward?.remove();
        ward = undefined;
      }),
      { seed, numRuns, endOnFailure: true },
    );
    expect(broughtBack).toBeGreaterThan(numRuns);
    report({ rounds: numRuns, "statements brought back": broughtBack });
  },
);

/** One act of one phone at one household; then it speaks to the ward, or not. */
interface Step {
  readonly who: number;
  readonly where: number;
  readonly what: "visit" | "deliver" | "pledge" | "register";
  readonly speaks: boolean;
}

interface Round {
  readonly before: readonly Step[];
  readonly after: readonly Step[];
  readonly order: readonly number[];
  readonly heard: readonly number[];
}

function step(): fc.Arbitrary<Step> {
  return fc.record({
    who: fc.nat(4),
    where: fc.nat(2),
    what: fc.constantFrom("visit", "deliver", "pledge", "register"),
    speaks: fc.boolean(),
  });
}

/** Lives through a round with a restore in it, and tells how many statements came back. */
async function live(how: "command" | "copy", { before, after, order, heard }: Round): Promise<number> {
  ward = await createRealWard();
  const here = ward;
  const { slug } = here;
  // The last moves over the border, the one before it is to be erased.
  const [first, erased, mover] = [newId(), newId(), newId()];
  await here.say(
    registration(first, "kp1/t01", 1, "Võ Thị Bảy"),
    registration(erased, "kp1/t01", 2, SECRET),
    registration(mover, "kp2/t06", 3, "Lý Văn Tám"),
  );
  const [office, anna, revoked, gone, late] = Array.from({ length: 5 }, () => testPhone(here));
  if (!office || !anna || !revoked || !gone || !late) throw new Error("no phones");
  // Some keep what comes in packs.
  for (const { db } of [anna, revoked]) db.packFrom = 1;
  await enrolled(here, office, { role: "office" });
  for (const one of [anna, revoked, gone]) await enrolled(here, one, { areas: ["kp1"] });
  const exchange = (one: TestPhone) => one.act.exchange(slug);
  const say = async (one: TestPhone, ...drafts: Draft[]) => must(await one.act.say(slug, drafts));

  async function take(phones: readonly TestPhone[], steps: readonly Step[]): Promise<void> {
    for (const { who, where, what, speaks } of steps) {
      const one = phones[who % phones.length]!;
      const household = [first, erased, mover][where]!;
      here.time += 61_000;
      if (what === "visit") await say(one, absence(household, household === erased ? SECRET : "Đi chợ"));
      if (what === "deliver") await say(one, delivery(household));
      if (what === "pledge")
        await say(one, ...pledging(household, household === erased ? SECRET : "Trần Thị Ký"));
      if (what === "register") {
        const fresh = newId();
        await say(one, registration(fresh, "kp1/t02", 9, "Hộ Mới"), absence(fresh));
      }
      if (speaks) await exchange(one);
    }
  }

  await take([office, anna, revoked, gone], before);
  const oldCode = await here.invite({ areas: ["kp1"] });
  const backup = join(tmpdir(), `so-tay-round-${newId()}.tar`);
  const copy = how === "copy" ? await here.backUp() : "";
  if (how === "command") must(await backUp(here.station(), backup, "0.0.0-test"));

  await enrolled(here, late, { areas: ["kp1"] });
  await take([anna, late, revoked, gone], after);
  const [beyond] = await say(anna, absence(mover, "Ngoài khu phố"));
  for (const one of [anna, revoked, gone, late, office]) await exchange(one);
  const mistaken = await say(late, absence(first, "Nhầm"));
  must(await late.act.retract(slug, mistaken[0]!, "mistake"));
  await exchange(late);
  await say(office, {
    type: "statement.decided",
    sub: beyond!,
    in: mover,
    body: { decision: "accept", reason: "other" },
  });
  await say(office, { type: "household.moved", sub: mover, body: { area: "kp1/t02" } });
  await say(office, { type: "data.erased", sub: erased, body: {} });
  const { device } = (await revoked.db.memberships.get(slug))!;
  await say(office, { type: "device.revoked", sub: device!, body: { reason: "other", from: 1 } });
  await exchange(office);
  // All of them have heard of the erasure; what was said last, only some.
  for (const one of [anna, late, gone]) await exchange(one);
  await take([anna, late, gone], [...after].reverse());
  await exchange(gone);
  const phones = [office, anna, revoked, late];
  for (const at of heard) await exchange(phones[at]!);
  const held = await heldBy(phones, here.slug);

  if (how === "copy") await here.restore(copy);
  else {
    await here.whileStopped(async (dataDir) => {
      must(await restore(backup, { dataDir, now: () => here.time, random, replace: true }));
    });
    rmSync(backup);
  }
  const lost = await headOf(here);
  // Something else takes the numbers meanwhile.
  await here.say(delivery(first));
  for (const at of order) await exchange(phones[at]!);

  await expectHealed(here, held, device!);
  const back = (await headOf(here)) - lost - 1;
  const stranger = testPhone(here);
  const refused = await stranger.act.enrol({ ward: slug, code: oldCode, deviceName: "Máy lạ" });
  expect(refused).toEqual({ ok: false, error: "invite-expired" });
  for (const at of [...order, ...order]) await exchange(phones[at]!);
  // The revoked one is told nothing more, not even that.
  for (const one of [office, anna, late]) expect(await textsOf(one, here.slug)).not.toContain(SECRET);
  expect(await numbersOf(anna, here.slug)).toEqual(await numbersOf(late, here.slug));
  const { db } = here.station();
  const log = await db.selectFrom("statements").select(["jti", "seq"]).orderBy("seq").execute();
  expect(await numbersOf(office, here.slug)).toEqual(log.map(({ jti, seq }) => `${seq} ${jti}`));
  return back;
}

async function headOf(here: RealWard): Promise<number> {
  return (await findWard(here.station().db, here.slug))?.head ?? 0;
}

/** What the ward must have got back, and whether it stood in the log. */
type Held = ReadonlyMap<string, { readonly kid: string; readonly type: string; readonly logged: boolean }>;

async function heldBy(phones: readonly TestPhone[], slug: string): Promise<Held> {
  const rows = (await Promise.all(phones.map(({ db }) => readAll(db, slug)))).flat();
  const logged = new Set(rows.filter(({ standing }) => standing === "log").map(({ jti }) => jti));
  return new Map(rows.map(({ jti, kid, type }) => [jti, { kid, type, logged: logged.has(jti) }]));
}

async function expectHealed(here: RealWard, held: Held, revoked: string): Promise<void> {
  const { db } = here.station();
  const log = await db.selectFrom("statements").selectAll().execute();
  const waiting = await db.selectFrom("held").selectAll().execute();
  const [there, waits] = [
    new Set(log.map(({ jti }) => jti)),
    new Map(waiting.map(({ jti, reason }) => [jti, reason])),
  ];
  const missing = [...held].filter(([jti, { kid, logged }]) => {
    // Who was revoked was revoked first, so that its earlier words wait for the office; what waited may wait on.
    const mayWait = logged ? kid === revoked && waits.get(jti) === "device-revoked" : waits.has(jti);
    return !there.has(jti) && !mayWait;
  });
  expect(missing.map(([jti, one]) => ({ ...one, reason: waits.get(jti) }))).toEqual([]);
  const words = [...log, ...waiting].map(({ jws, disclosures }) => {
    const read = must(parseStatement(`${jws}~${disclosures}`));
    return JSON.stringify(read.disclosures.map(({ value }) => value));
  });
  expect(words.join()).not.toContain(SECRET);
  expect(words.join()).toContain("Võ Thị Bảy");
  const device = db.selectFrom("devices").select("revoked_seq").where("kid", "=", revoked);
  expect((await device.executeTakeFirstOrThrow()).revoked_seq).not.toBeNull();
  const flaws = [];
  for await (const flaw of verifyLog(db, (await findWard(db, here.slug))!)) flaws.push(flaw);
  expect(flaws).toEqual([]);
}

async function textsOf({ db }: TestPhone, slug: string): Promise<string> {
  const rows = [...(await readAll(db, slug)), ...(await db.incoming.toArray())];
  const texts = rows.map(({ sealed }) => must(readKept(open(sealed))).disclosures.map(({ value }) => value));
  return JSON.stringify([texts, await allViews(db)]);
}

async function numbersOf({ db }: TestPhone, slug: string): Promise<string[]> {
  const rows = (await readAll(db, slug)).filter(
    ({ standing, places }) => standing === "log" && places.length > 0,
  );
  return rows.sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0)).map(({ seq, jti }) => `${seq} ${jti}`);
}

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
