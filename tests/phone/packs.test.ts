// Before Dexie, which looks for it once.
import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test } from "vitest";
import { rebuildOld } from "../../src/phone/rebuild.ts";
import { readAll } from "../../src/phone/records.ts";
import { open, seal } from "../../src/phone/seal.ts";
import { newId } from "../server/speaker.ts";
import { absence, createRealWard, delivery, pledging, registration, type RealWard } from "./real-ward.ts";
import { allViews } from "./all-views.ts";
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
  const parts = packs.flatMap(({ sealed }) => open(sealed)).flatMap((text) => text.split("~"));
  return {
    ids: packs.flatMap(({ jtis }) => jtis),
    texts: parts.map((part) => Buffer.from(part, "base64url").toString()).join(),
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
