import "fake-indexeddb/auto";
import fc from "fast-check";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { parseStatement, type Draft } from "../../../src/domain/statement.ts";
import type { CountedRow } from "../../../src/phone/api/phone.ts";
import { append } from "../../../src/phone/append/append.ts";
import { createCounts } from "../../../src/phone/queries/counts.ts";
import { watchMatters } from "../../../src/phone/queries/matters.ts";
import { createRounds } from "../../../src/phone/queries/round.ts";
import { phoneDatabase, type PhoneDatabase } from "../../../src/phone/store/database.ts";
import { newMembership } from "../../../src/phone/store/new-membership.ts";
import { countChange } from "../../../src/phone/views/change-counts.ts";
import { countOf } from "../../../src/phone/views/count-of.ts";
import { MANY } from "../../../src/phone/views/kept-counts.ts";
import { packCounts, unpackCounts, type Count } from "../../../src/phone/views/pack-counts.ts";
import { describeWard, enrolment } from "../../server/small-ward.ts";
import { createSpeaker, newId } from "../../server/speaker.ts";
import { createRealWard, delivery, registration } from "../real-ward.ts";
import { enrolled, must, now, testPhone, until } from "../test-phone.ts";

const slug = "phuong-thu";
type Speaker = Awaited<ReturnType<typeof createSpeaker>>;
let db: PhoneDatabase;
let office: Speaker;
let role: "office" | "volunteer";
let seq: number;

beforeEach(async () => {
  db = phoneDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  db.countChange = countChange;
  const [key, speaker] = await Promise.all([createSpeaker(slug), createSpeaker(slug)]);
  office = speaker;
  role = "office";
  seq = 0;
  await hear(key, describeWard(slug, key));
  await hear(key, enrolment(office, "office", []));
});

/** A page of the log. */
async function hear(who: Speaker, ...drafts: readonly Draft[]): Promise<void> {
  const arrivals = [];
  for (const draft of drafts) {
    const statement = must(parseStatement(await who.say(draft)));
    seq += 1;
    arrivals.push({ statement, seq, at: Date.now() + seq, standing: "log" as const });
  }
  const membership = (one = newMembership(slug)) => ({ ...one, role });
  must(await append(db, { ward: slug, arrivals, membership }));
}

async function hearMany(): Promise<readonly string[]> {
  const ids = Array.from({ length: MANY }, newId);
  await hear(
    office,
    ...ids.map((id, at) => registration(id, at % 2 ? "kp1/t02" : "kp1/t10", at, `Hộ ${at}`)),
  );
  return ids;
}

/** As a page that is opened now would be told; what it would keep later is kept at once. */
const opened = () => {
  const waiting: (() => void)[] = [];
  return {
    ...createCounts(db, (act) => waiting.push(act)),
    keep: () => waiting.splice(0).forEach((act) => act()),
  };
};
const byId = (rows: readonly CountedRow[]) => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
const fromRound = async () => (await now(createRounds(db).watch(slug))).flatMap((row) => countOf(row) ?? []);
const kept = async () => {
  const names = await db.views
    .where("[ward+name]")
    .between([slug, "counts/"], [slug, "counts0"])
    .primaryKeys();
  return names.map(([, name]) => name.split("/")[2]);
};
/** Whatever is still told was told by what was kept. */
const dropHouseholds = () =>
  Promise.all([
    db.views.where("[ward+name]").between([slug, "household/"], [slug, "household0"]).delete(),
    db.viewPacks.clear(),
  ]);

test("many households that come at once are counted without reading each of them", async () => {
  const ids = await hearMany();
  const all = await fromRound();
  expect(all).toHaveLength(MANY);
  await dropHouseholds();
  const rows = await now(opened().watch(slug));
  expect(byId(rows)).toEqual(byId(all));
  // t02 before t10, and in each as they came to be known.
  expect(rows.map(({ id }) => id)).toEqual([
    ...ids.filter((_, at) => at % 2),
    ...ids.filter((_, at) => at % 2 === 0),
  ]);
});

test("what few households do later, and what many do after that, counts as in the round", async () => {
  const [first = "", second = "", third = "", ...others] = await hearMany();
  await hear(office, delivery(first));
  await hear(
    office,
    { type: "household.closed", sub: second, body: { reason: "other" } },
    { type: "household.moved", sub: third, body: { area: "kp2/t01" }, personal: { number: 3 } },
    { type: "visit.logged", sub: others[0] ?? "", body: { outcome: "refused" } },
  );
  const isAsInTheRound = async () => {
    const rows = await now(opened().watch(slug));
    expect(byId(rows)).toEqual(byId(await fromRound()));
    return rows;
  };
  expect(await isAsInTheRound()).toHaveLength(MANY - 1);
  await hearMany();
  const rows = await isAsInTheRound();
  expect(rows).toHaveLength(2 * MANY - 1);
  expect(rows.find(({ id }) => id === first)?.delivered).toBe(true);
});

test("a household of which something is said is told anew, and no other is read again", async () => {
  const [first = ""] = await hearMany();
  const counts = opened();
  const before = await now(counts.watch(slug));
  const told = until(counts.watch(slug), (rows) => rows.some(({ delivered }) => delivered));
  await hear(office, delivery(first));
  const after = await told;
  expect(after.filter((row) => !before.includes(row)).map(({ id }) => id)).toEqual([first]);
  expect(after).toHaveLength(before.length);
});

test("once all is kept together it is read by itself, until too much has changed", async () => {
  await hearMany();
  await hearMany();
  expect(await kept()).toEqual(["change", "change"]);
  const counts = opened();
  await now(counts.watch(slug));
  counts.keep();
  await expect.poll(kept).toEqual(["00000000"]);
  const all = await fromRound();
  await dropHouseholds();
  const again = opened();
  const rows = await now(again.watch(slug));
  expect(byId(rows)).toEqual(byId(all));
  again.keep();
  expect(await kept()).toEqual(["00000000"]);
  await hearMany();
  expect(await kept()).toEqual(["00000000", "change"]);
  expect(await now(opened().watch(slug))).toHaveLength(3 * MANY);
});

test("where nothing is kept households stand by their numbers, as in the list that they came from", async () => {
  role = "volunteer";
  const ids = await hearMany();
  const rows = await now(opened().watch(slug));
  expect(rows.map(({ id }) => id)).toEqual([
    ...ids.filter((_, at) => at % 2),
    ...ids.filter((_, at) => at % 2 === 0),
  ]);
});

test("what was kept by a stranger's version, or after a gap, is left to the views", async () => {
  await hearMany();
  await hear(office, registration(newId(), "kp1/t02", 99, "Hộ 99"));
  await hearMany();
  expect(byId(await now(opened().watch(slug)))).toEqual(byId(await fromRound()));
  await db.views
    .where("[ward+name]")
    .between([slug, "counts/"], [slug, "counts0"])
    .modify((row) => {
      Object.assign(row, { sealed: { version: 0 } });
    });
  expect(byId(await now(opened().watch(slug)))).toEqual(byId(await fromRound()));
});

test("who goes from door to door keeps none of it", async () => {
  role = "volunteer";
  await hearMany();
  expect(await kept()).toEqual([]);
  expect(byId(await now(opened().watch(slug)))).toEqual(byId(await fromRound()));
});

test("who said something is known without reading who did not", async () => {
  // Each by itself, so that one can go.
  db.packFrom = Infinity;
  const ids = await hearMany();
  const opinion = (sub: string): Draft => ({
    type: "opinion.given",
    sub,
    body: { channel: "door" },
    personal: { text: "Đèn tắt" },
  });
  const many = ids.slice(0, MANY);
  await hear(office, ...many.map(opinion));
  const counts = opened();
  await now(counts.watch(slug));
  counts.keep();
  await expect.poll(kept).toEqual(["00000000"]);
  await db.views.bulkDelete([[slug, `household/${ids[1]}`]]);
  const told = async () =>
    (await now(watchMatters(db, slug))).map(({ household }) => household.id).toSorted();
  expect(await told()).toEqual(ids.filter((_, at) => at !== 1).toSorted());
  const late = newId();
  await hear(office, registration(late, "kp1/t02", 99, "Hộ 99"), opinion(late));
  expect(await told()).toContain(late);
});

test("nothing personal lies in what is kept beside the households", async () => {
  await hearMany();
  const counts = opened();
  await now(counts.watch(slug));
  const rows = await db.views.where("[ward+name]").between([slug, "counts/"], [slug, "counts0"]).toArray();
  expect(JSON.stringify(rows)).not.toContain("Hộ ");
});

test("whatever is packed comes out again", () => {
  const seconds = fc.option(fc.nat());
  const day = fc.option(fc.nat(40_000), { nil: undefined });
  const days = fc
    .record({ campaign: fc.constantFrom("2025", "2026"), visited: day, delivered: day, pledged: day })
    .map((one) => Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)));
  const row = fc.record({
    id: fc.uuid(),
    area: fc.constantFrom("kp1/t01", "kp1/t02", "kp10"),
    members: fc.option(fc.nat(30)),
    delivered: fc.boolean(),
    status: fc.record({
      word: fc.constantFrom("signed", "given", "again", "refused", "none"),
      at: seconds,
      appointment: seconds,
      conflict: fc.boolean(),
    }),
  });
  const counted = fc
    .tuple(row, fc.array(days, { minLength: 1, maxLength: 3 }), fc.boolean(), fc.boolean())
    .map(([one, some, dated, nameless]): CountedRow => {
      const known = nameless ? { ...one, nameless } : one;
      return (dated ? { ...known, days: some } : known) as CountedRow;
    });
  const count = fc.oneof(
    counted.map((one): Count => [one.id, one]),
    fc.uuid().map((id): Count => [id, null]),
  );
  fc.assert(
    fc.property(fc.array(count), (counts) => {
      expect(unpackCounts(structuredClone(packCounts(counts)))).toEqual(counts);
    }),
  );
});

test("the office's phone learns to count as it fetches, and no other fetches the script for it", async () => {
  const ward = await createRealWard();
  onTestFinished(() => ward.remove());
  const [phone, volunteer] = [testPhone(ward), testPhone(ward)];
  await enrolled(ward, phone, { role: "office" });
  await enrolled(ward, volunteer);
  for (const one of [phone, volunteer]) await one.act.exchange(ward.slug);
  expect([phone.db.countChange, volunteer.db.countChange]).toEqual([countChange, null]);
});
