import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test } from "vitest";
import { newId } from "../server/speaker.ts";
import { standAtDoor } from "./one-door.ts";
import { absence, type RealWard } from "./real-ward.ts";
import { enrolled, must, now, testPhone, type TestPhone } from "./test-phone.ts";

// Two copies of one device: a phone that was cloned, or restored from a backup of itself.

let ward: RealWard;
let phone: TestPhone;
let clone: TestPhone;
const household = newId();

beforeEach(async () => {
  ({ ward, phone } = await standAtDoor(household));
  clone = await cloneOf(phone);
});
afterEach(() => ward.remove());

/** Another phone with all that this one holds now. */
async function cloneOf(one: TestPhone): Promise<TestPhone> {
  const other = testPhone(ward, {}, new IDBFactory());
  for (const table of one.db.tables) {
    const rows: unknown[] = await table.toArray();
    await other.db.table(table.name).bulkPut(rows);
  }
  return other;
}

const isCopied = async (one: TestPhone) => (await now(one.watch.memberships()))[0]?.copied;
const visits = async (one: TestPhone) =>
  (await now(one.watch.household(ward.slug, household)))?.visits.length;

async function sayAndSend(one: TestPhone): Promise<void> {
  must(await one.act.say(ward.slug, [absence(household)]));
  await one.act.exchange(ward.slug);
}

test("both are told so, both go on working, and nothing of either is lost", async () => {
  await sayAndSend(phone);
  expect(await isCopied(phone)).toBe(false);
  await sayAndSend(clone);
  expect(await isCopied(clone)).toBe(true);
  await phone.act.exchange(ward.slug);
  expect(await isCopied(phone)).toBe(true);
  await sayAndSend(phone);
  await clone.act.exchange(ward.slug);
  expect([await visits(phone), await visits(clone)]).toEqual([3, 3]);
});

test("one that is enrolled anew is a device of its own again, and what it had not sent still goes", async () => {
  await sayAndSend(phone);
  await sayAndSend(clone);
  must(await clone.act.say(ward.slug, [absence(household)]));
  await enrolled(ward, clone);
  expect(await isCopied(clone)).toBe(false);
  await sayAndSend(clone);
  expect(await isCopied(clone)).toBe(false);
  expect(await visits(clone)).toBe(4);
});

test("they are found again in a store of before, once both have sent what it had lost", async () => {
  await sayAndSend(phone);
  const copy = await ward.backUp();
  await sayAndSend(clone);
  await sayAndSend(phone);
  expect(await isCopied(phone)).toBe(true);
  await ward.restore(copy);
  await phone.act.exchange(ward.slug);
  await clone.act.exchange(ward.slug);
  await phone.act.exchange(ward.slug);
  expect([await isCopied(phone), await isCopied(clone)]).toEqual([true, true]);
  expect(await visits(phone)).toBe(3);
});

test("the office sees which version a phone runs, how far its clock is off, and that there are two of it", async () => {
  const office = testPhone(ward);
  await enrolled(ward, office, { role: "office", areas: [] });
  await sayAndSend(phone);
  const late = testPhone(ward, { now: () => ward.time + 340_000, version: "0.1.0+abc" }, clone.factory);
  await sayAndSend(late);
  await sayAndSend(late);
  await office.act.fetchStandings(ward.slug);
  const { value } = await now(office.watch.standings(ward.slug));
  const { device } = (await now(phone.watch.memberships()))[0]!;
  expect(value?.find((one) => one.device === device)).toMatchObject({
    highest: 2,
    missingCount: 0,
    sentAt: ward.time / 1000,
    heardAt: ward.time / 1000,
    version: "0.1.0+abc",
    clockOffset: -340,
    copied: true,
  });
});
