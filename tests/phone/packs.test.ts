// Before Dexie, which looks for it once.
import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sentText } from "../../src/domain/signed/plain-form.ts";
import { rebuildOld } from "../../src/phone/append/rebuild.ts";
import { readOwn } from "../../src/phone/log/own-rows.ts";
import { atOnce, readAll } from "../../src/phone/log/records.ts";
import { open, seal } from "../../src/phone/store/seal.ts";
import { newId } from "../server/speaker.ts";
import { allViews } from "./all-views.ts";
import { absence, createRealWard, delivery, pledging, registration, type RealWard } from "./real-ward.ts";
import { enrolled, must, now, testPhone, type TestPhone } from "./test-phone.ts";

let ward: RealWard;
let phone: TestPhone;
const households = Array.from({ length: 120 }, () => newId()).toSorted();
const [first, middle, last] = [households[0]!, households[60]!, households[119]!];

beforeEach(async () => {
  ward = await createRealWard();
  await ward.say(
    ...households.map((id, at) => registration(id, at < 60 ? "kp1/t01" : "kp2/t06", at, `Chủ hộ số ${at}`)),
  );
  await ward.say(absence(first, "Nhà có chó dữ"), ...pledging(middle, "Trần Thị Ký"));
  phone = testPhone(ward);
  await enrolled(ward, phone, { role: "office" });
  await phone.act.exchange(ward.slug);
});
afterEach(() => ward.remove());

/** Every text in the packs of a phone, and the ids that it finds them by. */
async function packed({ db } = phone): Promise<{ ids: string[]; texts: string }> {
  const packs = await db.packs.toArray();
  const kept = packs.flatMap(({ sealed }) => open(sealed));
  const parts = kept.flatMap((text) => sentText(text).split("~"));
  return {
    ids: packs.flatMap(({ jtis }) => jtis),
    texts: [...kept, ...parts.map((part) => Buffer.from(part, "base64url").toString())].join(),
  };
}

test("a first load lies in packs, and everything finds its statement there", async () => {
  const { ids, texts } = await packed();
  expect(ids).toHaveLength(123);
  expect(texts).toContain("Chủ hộ số 119");
  const alone = await phone.db.statements.toArray();
  expect(alone.every(({ type }) => /^(ward|device|covenant|campaign)\./.test(type))).toBe(true);
  expect(await now(phone.watch.round(ward.slug))).toHaveLength(120);
  const [visit] = (await now(phone.watch.household(ward.slug, first)))?.visits ?? [];
  expect(visit?.note).toBe("Nhà có chó dữ");
  expect(await phone.act.statementText(ward.slug, visit!.jti)).toContain("~");
  expect(await phone.act.statementText(ward.slug, newId())).toBeNull();
});

test("what is said of a packed statement counts where that one does", async () => {
  const [visit] = (await now(phone.watch.household(ward.slug, first)))?.visits ?? [];
  must(await phone.act.retract(ward.slug, visit!.jti, last));
  expect((await now(phone.watch.household(ward.slug, first)))?.visits).toEqual([]);
  expect((await now(phone.watch.household(ward.slug, last)))?.diary).toHaveLength(1);
});

test("an erasure takes the words out of their pack, and leaves the others", async () => {
  await ward.say({ type: "data.erased", sub: middle, body: {} });
  await phone.act.exchange(ward.slug);
  const { ids, texts } = await packed();
  expect(ids).toHaveLength(120);
  for (const gone of ["Chủ hộ số 60", "Trần Thị Ký"]) expect(texts).not.toContain(gone);
  for (const kept of ["Chủ hộ số 59", "Chủ hộ số 61", "Nhà có chó dữ"]) expect(texts).toContain(kept);
  const rows = await readAll(phone.db, ward.slug);
  expect(new Set(rows.map(({ jti }) => jti)).size).toBe(rows.length);
  expect(JSON.stringify(await allViews(phone.db))).not.toContain("Trần Thị Ký");
  expect(await now(phone.watch.household(ward.slug, middle))).toMatchObject({ erased: true });
});

test("a narrower scope drops from the packs what went out of sight", async () => {
  const volunteer = testPhone(ward);
  const { device } = await enrolled(ward, volunteer, { areas: ["kp1", "kp2"] });
  await volunteer.act.exchange(ward.slug);
  const { ids } = await packed(volunteer);
  expect(ids.length).toBeGreaterThan(119);
  await ward.say({ type: "device.assigned", sub: device!, body: { areas: ["kp1"], from: 1, to: 2e9 } });
  await volunteer.act.exchange(ward.slug);
  const { texts } = await packed(volunteer);
  expect(texts).not.toContain("Chủ hộ số 60");
  expect(texts).toContain("Chủ hộ số 59");
  expect(await now(volunteer.watch.round(ward.slug))).toHaveLength(60);
});

test("what a log has lost comes back to it out of the packs", async () => {
  const copy = await ward.backUp();
  const others = Array.from({ length: 60 }, () => newId());
  await ward.say(...others.map((id) => registration(id, "kp1/t02", 1, "Nguyễn Văn Mất")));
  await phone.act.exchange(ward.slug);
  expect((await packed()).ids).toHaveLength(183);
  await ward.restore(copy);
  await phone.act.exchange(ward.slug);
  const fresh = testPhone(ward);
  await enrolled(ward, fresh, { role: "office" });
  await fresh.act.exchange(ward.slug);
  const [mine, theirs] = await Promise.all([phone, fresh].map(({ watch }) => now(watch.round(ward.slug))));
  expect(theirs).toHaveLength(180);
  expect(mine).toEqual(theirs);
});

describe("what this phone itself has said, many at once", () => {
  const said = () => phone.db.packs.where("[ward+mine]").between([ward.slug, 0], [ward.slug, Infinity]);

  /** An absence at each of the households, the first of all last, and what the ward made of it. */
  async function goRound(): Promise<void> {
    must(await phone.act.say(ward.slug, [absence(first, "Nói một mình")]));
    for (const id of households.toReversed()) {
      ward.time += 1000;
      must(await phone.act.say(ward.slug, [absence(id, `Ghi chú ${households.indexOf(id)}`)]));
    }
    await phone.act.exchange(ward.slug);
  }

  test("lies in packs once the ward has it, and is listed and found as before", async () => {
    await goRound();
    const packs = await said().toArray();
    expect(packs.flatMap(({ jtis }) => jtis)).toHaveLength(121);
    expect(await phone.db.statements.where("[ward+mine]").above([ward.slug, 0]).count()).toBe(0);
    const lines = await now(phone.watch.outbox(ward.slug));
    expect(lines.map(({ sub }) => sub)).toEqual([...households, first]);
    expect(lines.every(({ standing, seq }) => standing === "received" && seq !== null)).toBe(true);
    const visits = (await now(phone.watch.household(ward.slug, first)))?.visits ?? [];
    expect(visits.map(({ note }) => note)).toEqual(["Nhà có chó dữ", "Nói một mình", "Ghi chú 0"]);
    // What is said next stands by itself, above all others.
    must(await phone.act.say(ward.slug, [absence(middle, "Lần nữa")]));
    await phone.act.exchange(ward.slug);
    expect((await now(phone.watch.outbox(ward.slug)))[0]).toMatchObject({
      sub: middle,
      standing: "received",
    });
  });

  test("is listed up to a bound, the latest of it, wherever it lies", async () => {
    await goRound();
    const rows = await atOnce(phone.db, () => readOwn(phone.db, ward.slug, 60));
    const latest = households.slice(0, 60);
    expect(rows.map(({ sub }) => sub)).toEqual(expect.arrayContaining(latest));
    expect(rows.length).toBeLessThan(121);
  });

  test("comes back to a log that has lost it, in the order in which it was said", async () => {
    const copy = await ward.backUp();
    await goRound();
    await ward.restore(copy);
    await phone.act.exchange(ward.slug);
    expect(await now(phone.watch.sending(ward.slug))).toMatchObject({ unsent: 0, problem: null });
    const fresh = testPhone(ward);
    await enrolled(ward, fresh, { role: "office" });
    await fresh.act.exchange(ward.slug);
    const facts = (one: TestPhone) => now(one.watch.household(ward.slug, first));
    expect((await facts(phone))?.visits.map(({ note }) => note)).toHaveLength(3);
    expect(await facts(fresh)).toEqual(await facts(phone));
  });

  test("loses in its pack what an erasure takes, and nothing else", async () => {
    await goRound();
    await ward.say({ type: "data.erased", sub: middle, body: {} });
    await phone.act.exchange(ward.slug);
    const { texts } = await packed();
    expect(texts).not.toContain("Ghi chú 60");
    for (const kept of ["Ghi chú 59", "Ghi chú 61", "Nói một mình"]) expect(texts).toContain(kept);
    const rows = await readAll(phone.db, ward.slug);
    expect(rows.filter(({ own }) => own === 1)).toHaveLength(121);
    expect(new Set(rows.map(({ jti }) => jti)).size).toBe(rows.length);
  });
});

test("a household's view leaves its pack when it changes, and what an erasure takes is in no pack", async () => {
  const inPacks = async () => (await phone.db.viewPacks.toArray()).flatMap(({ places }) => places);
  const before = await inPacks();
  expect(before).toHaveLength(120);
  must(await phone.act.say(ward.slug, [absence(first, "Đi chợ")]));
  expect(await inPacks()).toEqual(before.filter((place) => !place.endsWith(first)));
  expect(await phone.db.views.get([ward.slug, `household/${first}`])).toMatchObject({
    sealed: { row: { id: first, said: "Đi chợ" } },
  });
  await phone.act.exchange(ward.slug);
  expect((await now(phone.watch.row(ward.slug, first)))?.said).toBe("Đi chợ");
  expect((await now(phone.watch.row(ward.slug, middle)))?.head).toBe("Chủ hộ số 60");
  await ward.say({ type: "data.erased", sub: middle, body: {} });
  await phone.act.exchange(ward.slug);
  expect(JSON.stringify(await phone.db.viewPacks.toArray())).not.toContain("Chủ hộ số 60");
  expect(await now(phone.watch.row(ward.slug, middle))).toMatchObject({ id: middle, head: undefined });
  const names = (await allViews(phone.db)).map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(await now(phone.watch.round(ward.slug))).toHaveLength(120);
});

test("what a version that knows of no packs has put beside them is mended by the next one that does", async () => {
  const before = await now(phone.watch.round(ward.slug));
  expect(await phone.db.viewPacks.count()).toBeGreaterThan(0);
  const [membership] = await phone.db.memberships.toArray();
  await phone.db.views.put({
    ward: ward.slug,
    name: `household/${middle}`,
    rev: (membership?.rev ?? 0) + 1,
    sealed: seal({ row: null, into: null }),
  });
  await phone.db.memberships.update(ward.slug, { fold: "14", rev: (membership?.rev ?? 0) + 1 });
  await rebuildOld(phone.db);
  const names = (await allViews(phone.db)).map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(await now(phone.tab().watch.round(ward.slug))).toEqual(before);
  await ward.say({ type: "data.erased", sub: middle, body: {} });
  await phone.act.exchange(ward.slug);
  expect(JSON.stringify(await allViews(phone.db))).not.toContain("Chủ hộ số 60");
});

test("a database that an older version wrote is read on, and what it has not sent goes", async () => {
  must(await phone.act.say(ward.slug, [delivery(first)]));
  const factory = new IDBFactory();
  await writeAsBefore(phone, factory);
  phone.db.close();
  const updated = testPhone(ward, {}, factory);
  expect([await updated.db.packs.count(), await updated.db.viewPacks.count()]).toEqual([0, 0]);
  expect(await now(updated.watch.sending(ward.slug))).toMatchObject({ unsent: 1 });
  expect((await now(updated.watch.household(ward.slug, first)))?.visits).toHaveLength(1);
  await ward.say({ type: "data.erased", sub: middle, body: {} });
  await updated.act.exchange(ward.slug);
  expect(await now(updated.watch.sending(ward.slug))).toMatchObject({ unsent: 0, problem: null });
  expect(JSON.stringify(await allViews(updated.db))).not.toContain("Trần Thị Ký");
  // An update of the app folds everything anew: then the rows go into packs.
  await updated.db.memberships.update(ward.slug, { fold: "0" });
  const before = await now(updated.watch.round(ward.slug));
  await rebuildOld(updated.db);
  expect(await updated.db.packs.count()).toBeGreaterThan(0);
  expect(await now(updated.watch.round(ward.slug))).toEqual(before);
  const rows = await readAll(updated.db, ward.slug);
  expect(new Set(rows.map(({ jti }) => jti)).size).toBe(rows.length);
  expect(rows.filter(({ own }) => own === 1)).toMatchObject([{ type: "handbook.delivered", sub: first }]);
});

/** Writes what a phone keeps into another database as version 2 of its schema did: each statement by itself. */
async function writeAsBefore({ db }: TestPhone, factory: IDBFactory): Promise<void> {
  const old = new Dexie(db.name, { indexedDB: factory, IDBKeyRange });
  old.version(1).stores({
    memberships: "ward",
    keys: "kid, ward",
    statements: "[ward+jti], *places, *links, [ward+pending], [ward+mine]",
    views: "[ward+name], [ward+rev]",
    incoming: "[ward+seq]",
    drafts: "key",
    settings: "name",
    progress: "ward",
  });
  old.version(2).stores({
    attachments: "[ward+jti], [ward+epoch+head]",
    parcels: "[ward+id], [ward+size], [ward+notBefore]",
  });
  await old.open();
  const statements = (await readAll(db, ward.slug)).map((row) => ({ ...row, pack: undefined }));
  await old.table("statements").bulkAdd(statements);
  await old.table("views").bulkAdd(await allViews(db));
  for (const { name } of old.tables.filter((table) => !/^(statements|views)$/.test(table.name)))
    await old.table(name).bulkPut(await db.table(name).toArray());
  old.close();
}
