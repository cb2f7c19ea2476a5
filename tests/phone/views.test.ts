import "fake-indexeddb/auto";
import fc from "fast-check";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { expect, onTestFinished, test } from "vitest";
import { parseStatement, type Draft } from "../../src/domain/statement.ts";
import { append } from "../../src/phone/append/append.ts";
import { rebuildOld } from "../../src/phone/append/rebuild.ts";
import type { Arrival, Judged, Sent } from "../../src/phone/log/change.ts";
import { readAll } from "../../src/phone/log/records.ts";
import { watchHousehold } from "../../src/phone/queries/household-query.ts";
import { createRounds } from "../../src/phone/queries/round.ts";
import { phoneDatabase, type PhoneDatabase } from "../../src/phone/store/database.ts";
import { FOLD } from "../../src/phone/store/fold-version.ts";
import { newMembership } from "../../src/phone/store/new-membership.ts";
import type { MembershipRow } from "../../src/phone/store/rows.ts";
import { describeWard, enrolment } from "../server/small-ward.ts";
import { createSpeaker, newId } from "../server/speaker.ts";
import { allViews } from "./all-views.ts";
import { standAtDoor } from "./one-door.ts";
import { absence, campaign, covenant, delivery, pledging, registration } from "./real-ward.ts";
import { must } from "./test-phone.ts";
import { now } from "./test-phone.ts";

const slug = "phuong-thu";
const [a, b, c, d, e] = [newId(), newId(), newId(), newId(), newId()];

/** A log in which all happens that changes one thing by another. */
async function makeLog(): Promise<Arrival[]> {
  const [key, office, anna, binh] = await Promise.all([1, 2, 3, 4].map(() => createSpeaker(slug)));
  const arrivals: Arrival[] = [];
  async function says(who: typeof key, draft: Draft): Promise<string> {
    const statement = must(parseStatement(await who!.say(draft)));
    const seq = arrivals.length + 1;
    arrivals.push({ statement, seq, at: Date.now() + seq, standing: "log" });
    return statement.claims.jti;
  }
  const retracts = (sub: string, place: string): Draft => ({
    type: "statement.retracted",
    sub,
    in: place,
    body: { reason: "mistake" },
  });

  await says(key, describeWard(slug, key!));
  for (const [who, role] of [
    [office, "office"],
    [anna, "volunteer"],
    [binh, "volunteer"],
  ] as const)
    await says(key, enrolment(who!, role, ["kp1"]));
  for (const [at, id] of [a, b, c, d, e].entries())
    await says(anna, registration(id, "kp1/t01", at + 1, `Hộ ${at + 1}`));
  await says(office, covenant("kp1"));
  await says(office, campaign("2025"));
  for (const draft of pledging(a, "Người Ký")) await says(anna, draft);
  for (const draft of pledging(a, "Người Khác")) await says(binh, draft);
  const second = arrivals.at(-1)!.statement.claims.jti;
  await says(office, { type: "pledge.preferred", sub: a, body: { campaign: "2026", pledge: second } });
  const absent = await says(anna, absence(b, "Đi chợ"));
  await says(binh, retracts(absent, b));
  const away = await says(anna, absence(b, "Đi biển"));
  // Says where it belongs wrongly: the target's own place holds.
  const mistaken = await says(office, retracts(away, c));
  await says(office, {
    type: "statement.decided",
    sub: mistaken,
    in: c,
    body: { decision: "accept", reason: "other" },
  });
  await says(anna, delivery(c));
  await says(office, { type: "household.merged", sub: c, body: { into: b } });
  const toD = await says(office, { type: "household.merged", sub: d, body: { into: c } });
  await says(anna, delivery(d));
  await says(office, retracts(toD, d));
  await says(office, { type: "household.merged", sub: e, body: { into: a } });
  await says(office, { type: "household.merged", sub: e, body: { into: d } });
  await says(office, campaign("2026"));
  await says(key, { type: "data.erased", sub: b, body: {} });
  await says(anna, { type: "note.written", v: 7, sub: a, body: { from: "a later version" } });
  const opinion = await says(anna, {
    type: "opinion.given",
    sub: a,
    body: { channel: "door" },
    personal: { text: "Đèn hỏng" },
  });
  const open = { question: "Đèn?", answer: "Đã thay." };
  await says(office, {
    type: "opinion.answered",
    sub: opinion,
    in: a,
    body: { status: "done", public: open },
  });
  return arrivals;
}

/** Everything that screens read, in words that tell nothing of revisions. */
async function state(db: PhoneDatabase): Promise<unknown> {
  const round = await now(createRounds(db).watch(slug));
  const households = await Promise.all([a, b, c, d, e].map((id) => now(watchHousehold(db, slug, id))));
  const views = (await allViews(db))
    .filter(({ name }) => name !== "erasures")
    .map(({ name, sealed }) => [name, sealed]);
  // By itself or in one pack, never in two places.
  expect(new Set(views.map(([name]) => name)).size).toBe(views.length);
  const kept = (await readAll(db, slug)).sort((x, y) => (x.jti < y.jti ? -1 : 1));
  const rows = kept.map(({ jti, places, sealed }) => [jti, [...places].sort(), sealed]);
  const texts = JSON.stringify({ round, households, views, rows });
  return JSON.parse(texts);
}

function database(packFrom = 50): PhoneDatabase {
  const db = phoneDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  db.packFrom = packFrom;
  return db;
}

/** What was sent as it was read; or what would do harm if anybody took it for that. */
async function sentOf(db: PhoneDatabase, judged: readonly Judged[], isStill: boolean): Promise<Sent> {
  const turn = (await db.memberships.get(slug))?.turn ?? 0;
  if (!isStill) return { turn: turn - 1, rows: [], waiting: judged.length };
  const pending = await db.statements.where("[ward+pending]").above([slug, ""]).toArray();
  const jtis = new Set(judged.map(({ jti }) => jti));
  return { turn, rows: pending.filter(({ jti }) => jtis.has(jti)), waiting: pending.length };
}

async function take(db: PhoneDatabase, arrivals: readonly Arrival[]): Promise<void> {
  must(await append(db, { ward: slug, arrivals, membership: (before) => before ?? newMembership(slug) }));
}

test("the same statements make the same views, in any order, doubled, split over any pulls", async () => {
  const log = await makeLog();
  const whole = database();
  await take(whole, log);
  const expected = await state(whole);
  const order = fc.shuffledSubarray([...log.keys(), ...log.keys()], { minLength: log.length * 2 });
  const cuts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: log.length * 2 });
  const packFrom = fc.constantFrom(1, 3, 50);
  await fc.assert(
    fc.asyncProperty(order, cuts, packFrom, async (indices, sizes, from) => {
      const db = database(from);
      for (let at = 0, pull = 0; at < indices.length; pull++) {
        const size = sizes[pull] ?? 1;
        await take(
          db,
          indices.slice(at, at + size).map((index) => log[index]!),
        );
        at += size;
      }
      expect(await state(db)).toEqual(expected);
    }),
    { numRuns: process.env["SO_TAY_LONG"] === "1" ? 200 : 8 },
  );
});

test("the views are what the log says", async () => {
  const db = database();
  await take(db, await makeLog());
  const round = await now(createRounds(db).watch(slug));
  expect(round.map(({ id, status, head }) => [id, status.word, head])).toEqual([
    [a, "signed", "Hộ 1"],
    [d, "given", "Hộ 4"],
    // Erased; what was merged into it counts for it.
    [b, "given", undefined],
  ]);
  expect(round[0]?.status.conflict).toBe(false);
  const heir = await now(watchHousehold(db, slug, c));
  expect(heir).toMatchObject({ id: b });
  // Another volunteer may not take it back; the office may.
  expect(heir?.visits.map(({ seq }) => seq)).toEqual([17]);
  expect(heir?.deliveries).toHaveLength(1);
  const facts = await now(watchHousehold(db, slug, a));
  expect(facts?.opinions).toMatchObject([{ text: "Đèn hỏng", status: "done", answer: "Đã thay." }]);
  expect(facts?.diary.find(({ type }) => type === "note.written")).toMatchObject({ known: false });
});

test.each([1, 50])("what is computed anew after an update is the same, packed from %i on", async (from) => {
  const db = database(from);
  await take(db, await makeLog());
  const before = await state(db);
  must(await append(db, { ward: slug, rebuild: true, membership: (row) => row ?? null }));
  expect(await state(db)).toEqual(before);
});

test("what a tab of another version changes beside, or before all is computed anew, is computed anew at the next start", async () => {
  const { ward, phone } = await standAtDoor(newId());
  onTestFinished(() => ward.remove());
  const { db } = phone;
  const foldNow = async () => (await db.memberships.get(ward.slug))?.fold;
  expect(await foldNow()).toBe(FOLD);
  // Another tab let a newer version in, and that has computed everything anew; or an older one is not done with yet.
  await db.memberships.update(ward.slug, { fold: "another" });
  must(await phone.act.say(ward.slug, [absence(newId())]));
  expect([FOLD, "another"]).not.toContain(await foldNow());
  await rebuildOld(db);
  expect(await foldNow()).toBe(FOLD);
  must(await phone.act.say(ward.slug, [absence(newId())]));
  expect(await foldNow()).toBe(FOLD);
});

test("what this phone says itself changes the views as computing them anew would, beside mergers and before they come", async () => {
  const log = await makeLog();
  for (const at of [9, 20, log.length]) {
    const db = database(1);
    await take(db, log.slice(0, at));
    const own = await createSpeaker(slug);
    const drafts = [a, b, c, d, e].flatMap((id) => [absence(id, "Đi vắng"), ...pledging(id, "Người Ký")]);
    for (const draft of drafts) {
      const statement = must(parseStatement(await own.say(draft)));
      must(
        await append(db, {
          ward: slug,
          arrivals: [{ statement, seq: null, at: null, standing: "unsent" }],
          membership: (row) => row ?? newMembership(slug),
        }),
      );
    }
    const before = await state(db);
    must(await append(db, { ward: slug, rebuild: true, membership: (row) => row ?? null }));
    expect(await state(db)).toEqual(before);
  }
});

test("whatever the ward answers, in whatever order, the views are as computing them anew would make them", async () => {
  const log = await makeLog();
  const own = await createSpeaker(slug);
  // Of two words at one door the later one is shown.
  const said = [a, b]
    .flatMap((id): Draft[] => [
      absence(id, "Đi chợ"),
      absence(id, "Đi biển"),
      absence(id, "Về quê"),
      ...pledging(id, "Người Ký"),
      { type: "opinion.given", sub: id, body: { channel: "door" }, personal: { text: "Đèn hỏng" } },
      { type: "meeting.attended", sub: id, body: { meeting: newId(), present: true } },
    ])
    .map(async (draft) => must(parseStatement(await own.say(draft))));
  const statements = await Promise.all(said);
  const some = (of: typeof statements) => fc.subarray(of, { minLength: 1, maxLength: 6 });
  const visits = statements.filter(({ claims }) => claims.type === "visit.logged");
  const chosen = fc.oneof(some(visits), some(statements));
  const others = fc.oneof(fc.constant([]), chosen);
  // Mostly taken, and mostly in order, as a ward answers.
  const taken = fc.oneof(
    { weight: 9, arbitrary: fc.constant("accepted" as const) },
    fc.constant("held" as const),
  );
  // When the ward received them, by its own clock, which may be behind; null where its answer does not tell.
  const received = fc.option(fc.constantFrom(2_000, 0, -3_000, -3_600_000));
  const answers = fc.record({
    statuses: fc.array(taken, { minLength: 6, maxLength: 6 }),
    turned: fc.boolean(),
    after: received,
    // What was sent is in hand as it was read, or as it was before something else was kept.
    inHand: fc.constantFrom("still", "still", "no longer", null),
  });
  const heardOf = fc.integer({ min: 0, max: 3 });
  await fc.assert(
    fc.asyncProperty(
      chosen,
      others,
      answers,
      heardOf,
      async (first, second, { statuses, turned, after, inHand }, behind) => {
        const [db, told] = [database(3), database(3)];
        const head = log.length;
        const latest = Math.max(...first.map(({ claims }) => claims.iat)) * 1000;
        const at = after === null ? null : latest + after;
        const arrivals = [...new Set([...first, ...second])].map((statement): Arrival => ({
          statement,
          seq: null,
          at: null,
          standing: "unsent",
        }));
        const mine = { device: own.kid, epoch: "one", head: head - behind };
        for (const one of [db, told]) {
          await take(one, log);
          const membership = (row?: MembershipRow) => (row ? { ...row, ...mine } : null);
          must(await append(one, { ward: slug, arrivals, membership }));
        }
        const sent = turned ? first.toReversed() : first;
        const verdicts = sent.map(({ claims: { jti } }, place): Judged => {
          const status = statuses[place] ?? "accepted";
          const verdict =
            status === "accepted" ? { status, seq: head + 1 + place } : { status, reason: "forbidden" };
          return { jti, verdict, at };
        });
        const hand = inHand && { sent: await sentOf(db, verdicts, inHand === "still") };
        must(await append(db, { ward: slug, verdicts, ...hand, membership: (row) => row ?? null }));
        const before = await state(db);
        // Where the answer tells when they were received, it is as if a page had told.
        const silent = verdicts.map(({ jti, verdict }) => ({ jti, verdict }));
        must(await append(told, { ward: slug, verdicts: silent, membership: (row) => row ?? null }));
        const page = sent.flatMap((statement, place): Arrival[] =>
          at === null || statuses[place] === "held"
            ? []
            : [{ statement, seq: head + 1 + place, at, standing: "log" }],
        );
        must(await append(told, { ward: slug, arrivals: page, membership: (row) => row ?? null }));
        expect(await state(told)).toEqual(before);
        must(await append(db, { ward: slug, rebuild: true, membership: (row) => row ?? null }));
        expect(await state(db)).toEqual(before);
      },
    ),
    { numRuns: process.env["SO_TAY_LONG"] === "1" ? 300 : 40 },
  );
});

test("the round reads only what has changed, and tells all who watch", async () => {
  const db = database();
  const log = await makeLog();
  await take(db, log.slice(0, 9));
  const round = createRounds(db).watch(slug);
  const told: number[] = [];
  const stop = round((rows) => told.push(rows.length));
  const first = await now(round);
  const key = first[1]?.search;
  await take(db, log.slice(9));
  await new Promise((resolve) => setTimeout(resolve, 50));
  const then = await now(round);
  stop();
  expect(told.at(0)).toBe(5);
  expect(told.at(-1)).toBe(3);
  expect(then[0]?.search).toBe(first[0]?.search);
  expect(key?.plain).toContain("ho 2");
  // Nobody watched meanwhile.
  await take(db, log);
  expect((await now(round)).map(({ id }) => id)).toEqual([a, d, b]);
});
