import "fake-indexeddb/auto";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { expect, test } from "vitest";
import { phoneDatabase, type PhoneDatabase } from "../../../src/phone/store/database.ts";
import { live } from "../../../src/phone/store/live.ts";
import { newMembership } from "../../../src/phone/store/new-membership.ts";
import type { ViewRow } from "../../../src/phone/store/rows.ts";
import { seal } from "../../../src/phone/store/seal.ts";
import { readChanged } from "../../../src/phone/views/changed-views.ts";
import { householdName } from "../../../src/phone/views/household-name.ts";
import { packViews } from "../../../src/phone/views/view-packs.ts";

const ward = "phuong-thu";
const view = (id: string, rev: number, of = ward): ViewRow => ({
  ward: of,
  name: householdName(id),
  rev,
  sealed: seal(id),
});

async function furnish(count: number): Promise<PhoneDatabase> {
  const db = phoneDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  await db.memberships.put({ ...newMembership(ward), rev: 3 });
  await db.views.bulkPut([
    ...Array.from({ length: count }, (_, at) => view(String(at).padStart(6, "0"), 1 + (at % 3))),
    view("x", 9, "phuong-khac"),
    { ward, name: "ward", sealed: seal(null) },
    { ward, name: "handbook/kp1", sealed: seal(null) },
    { ward, name: "look", sealed: seal(null) },
  ]);
  return db;
}

test.each([0, 1, 500, 501, 1_234])("all of %i households are read once, a slice at a time", async (count) => {
  const db = await furnish(count);
  const names: string[] = [];
  const sizes: number[] = [];
  const rev = await readChanged(db, ward, -1, (views) => {
    sizes.push(views.length);
    names.push(...views.map(({ name }) => name));
  });
  expect(rev).toBe(3);
  expect(names).toHaveLength(count);
  expect(new Set(names).size).toBe(count);
  expect(names.every((name) => name.startsWith("household/"))).toBe(true);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(500);
});

test("after that only what has changed is read", async () => {
  const db = await furnish(6);
  const names: string[] = [];
  const rev = await readChanged(db, ward, 2, (views) => names.push(...views.map(({ name }) => name)));
  expect([rev, names]).toEqual([3, ["household/000002", "household/000005"]]);
  expect(await readChanged(db, ward, 3, () => undefined)).toBe(3);
});

test("what lies in packs is read with the rest, and only where it has changed", async () => {
  const db = await furnish(3);
  const many = (rev: number, of?: string) =>
    Array.from({ length: 1_000 }, (_, at) => view(`p${rev}-${String(at).padStart(4, "0")}`, rev, of));
  for (const [rev, of] of [[2], [3], [3, "phuong-khac"]] as const)
    await db.viewPacks.bulkPut(packViews(many(rev, of)));
  const names: string[] = [];
  const sizes: number[] = [];
  await readChanged(db, ward, -1, (views) => {
    sizes.push(views.length);
    names.push(...views.map(({ name }) => name));
  });
  expect(new Set(names).size).toBe(2_003);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(500);
  const later: string[] = [];
  expect(await readChanged(db, ward, 2, (views) => later.push(...views.map(({ name }) => name)))).toBe(3);
  expect(later.toSorted()).toEqual(["household/000002", ...many(3).map(({ name }) => name)]);
});

test("a live query that reads it follows what changes while it reads, and after", async () => {
  const db = await furnish(1_001);
  const told: number[] = [];
  let rev = -1;
  const seen = new Set<string>();
  const stop = live(async () => {
    rev = await readChanged(db, ward, rev, (views) => {
      for (const { name } of views) seen.add(name);
    });
    return seen.size;
  })((size) => told.push(size));
  await expect.poll(() => told.at(-1)).toBe(1_001);
  await db.views.put(view("zzz", 4));
  await expect.poll(() => told.at(-1)).toBe(1_002);
  stop();
});
