// Before Dexie, which looks for it once, and watches nothing where there is none.
import "fake-indexeddb/auto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { IDBKeyRange } from "fake-indexeddb";
import { whomNext } from "../../src/domain/round/whom-next.ts";
import { PRACTICE_WARD } from "../../src/phone/api/practice-ward.ts";
import type { PracticeWords } from "../../src/phone/practice-village.ts";
import { openPractice } from "../../src/phone/practice.ts";
import { createRealWard, pledging, type RealWard } from "./real-ward.ts";
import { must, now, testPhone, until } from "./test-phone.ts";

/** None of them are the app's own, so that what is seen was handed in. */
const WORDS: PracticeWords = {
  ward: "A ward to try",
  device: "A device to try",
  campaign: (year) => `Agreed for ${year}`,
  items: { flag: "One", waste: "Two", quiet: "Three", fire: "Four" },
  purpose: "To try",
  notes: { trader: "Sells at the market by day", dog: "A dog" },
};

let ward: RealWard;
beforeAll(async () => {
  ward = await createRealWard();
});
afterAll(() => ward.remove());

/** A practice beside a phone on the same storage, and what the ward was asked meanwhile. */
async function practise() {
  const phone = testPhone(ward);
  const idb = { indexedDB: phone.factory, IDBKeyRange };
  const practice = await openPractice(phone.env, { words: WORDS, settings: { language: "en" } }, idb);
  return { ...practice, real: phone, idb };
}

test("has ten invented households on a phone that is enrolled nowhere else", async () => {
  const { phone, real } = await practise();
  const rows = await until(phone.watch.round(PRACTICE_WARD), (some) => some.length > 0);
  expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(await now(phone.watch.ward(PRACTICE_WARD))).toMatchObject({ demo: true, campaign: { id: "2026" } });
  expect(await now(phone.watch.settings())).toMatchObject({ language: "en" });
  const [membership] = await now(phone.watch.memberships());
  expect(membership).toMatchObject({ ward: PRACTICE_WARD, role: "volunteer", revoked: false });
  // At ten in the morning: the appointment, the way along, and who is left for later.
  const order = whomNext(rows, { at: phone.now(PRACTICE_WARD) });
  expect(order.now[0]).toMatchObject({ door: { number: 2 }, why: { kind: "due" } });
  expect(order.later.map(({ door }) => door.number).toSorted()).toEqual([4, 8]);
  expect(await now(real.watch.memberships())).toEqual([]);
});

test("says what it was told to say", async () => {
  const { phone } = await practise();
  const rows = await until(phone.watch.round(PRACTICE_WARD), (some) => some.length > 0);
  expect(rows.map(({ note }) => note).filter(Boolean)).toEqual([WORDS.notes.trader, WORDS.notes.dog]);
  expect(await now(phone.watch.ward(PRACTICE_WARD))).toMatchObject({
    name: WORDS.ward,
    campaign: { title: "Agreed for 2026", items: Object.values(WORDS.items).map((text) => ({ text })) },
  });
});

test("keeps what is said as a real phone does, and sends it nowhere", async () => {
  const calls = ward.calls.length;
  const { phone, real } = await practise();
  const [first] = await until(phone.watch.round(PRACTICE_WARD), (some) => some.length > 0);
  const id = first?.id ?? "";
  must(await phone.act.say(PRACTICE_WARD, pledging(id)));
  const signed = await until(
    phone.watch.household(PRACTICE_WARD, id),
    (household) => (household?.pledges.length ?? 0) > 0,
  );
  expect(signed?.pledges[0]).toMatchObject({ signer: "Trần Thị Ký", seq: null });
  await phone.act.exchange(PRACTICE_WARD);
  expect(await now(phone.watch.sending(PRACTICE_WARD))).toMatchObject({
    unsent: 2,
    reached: false,
    whole: true,
  });
  expect(ward.calls).toHaveLength(calls);
  expect(await real.db.statements.count()).toBe(0);
});

test("is gone on leaving, and begins anew the next time", async () => {
  const { phone, leave, real, idb } = await practise();
  await real.act.set({ language: "vi" });
  const [first] = await until(phone.watch.round(PRACTICE_WARD), (some) => some.length > 0);
  await phone.act.say(PRACTICE_WARD, pledging(first?.id ?? ""));
  await leave();
  const names = async () => (await real.factory.databases()).map(({ name }) => name);
  expect(await names()).toEqual(["so-tay"]);
  const again = await openPractice(real.env, { words: WORDS, settings: {} }, idb);
  const rows = await until(again.phone.watch.round(PRACTICE_WARD), (some) => some.length > 0);
  expect(rows.map(({ status }) => status.word)).not.toContain("signed");
});

test("drops what a practice has left behind that nobody ended", async () => {
  const { phone, idb, real } = await practise();
  const [first] = await until(phone.watch.round(PRACTICE_WARD), (some) => some.length > 0);
  await phone.act.say(PRACTICE_WARD, pledging(first?.id ?? ""));
  const again = await openPractice(real.env, { words: WORDS, settings: {} }, idb);
  const rows = await until(again.phone.watch.round(PRACTICE_WARD), (some) => some.length > 0);
  expect(rows).toHaveLength(10);
  expect(rows.map(({ status }) => status.word)).not.toContain("signed");
});
