import { open } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { openStation } from "../../../src/server/station.ts";
import { openHouse, WARD, type House } from "../house.ts";
import { absence } from "../small-ward.ts";

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await house.remove();
});

/** Whatever this process flushes by `datasync`, which nothing but the store does. */
async function onFlush(act: () => Promise<void>) {
  const file = await open(join(house.place.dataDir, "so-tay.sqlite"), "r");
  const prototype = Object.getPrototypeOf(file) as { datasync: () => Promise<void> };
  await file.close();
  return vi.spyOn(prototype, "datasync").mockImplementation(act);
}

/** Notes when a promise is over. */
function watch(promise: Promise<unknown>): { over: boolean } {
  const watched = { over: false };
  const note = () => (watched.over = true);
  promise.then(note, note);
  return watched;
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await setImmediate();
}

async function head(): Promise<number> {
  const ward = await house.station.db
    .selectFrom("wards")
    .select("head")
    .where("ward", "=", WARD)
    .executeTakeFirstOrThrow();
  return ward.head;
}

test("nobody is told of a commit before the disk has it: not who pushed, not who reads", async () => {
  const anna = await house.enrolled("volunteer", ["kp1"]);
  const before = await head();
  const text = await anna.say(absence(house.households[0]));
  let end = () => undefined as void;
  const held = new Promise<void>((resolve) => (end = resolve));
  await onFlush(() => held);
  // By the door itself, as commands do: a call waits once more.
  const pushing = house.station.acceptor.push(WARD, [text], { by: anna.kid });
  const pushed = watch(pushing);
  await expect.poll(head).toBe(before + 1);
  const reading = anna.page();
  const [read, seen] = [
    watch(reading),
    watch(house.ask({ method: "GET", url: `/api/wards/${WARD}/public` })),
  ];
  await turns(50);
  expect([pushed.over, read.over, seen.over]).toEqual([false, false, false]);
  end();
  const results = [{ status: "accepted", seq: before + 1 }];
  expect(await pushing).toMatchObject({ ok: true, value: { results } });
  expect((await reading).lines.at(-1)?.seq).toBe(before + 1);
});

test("what comes while the disk is waited for is written meanwhile, and answered after a flush of its own", async () => {
  const anna = await house.enrolled("volunteer", ["kp1"]);
  const before = await head();
  const [one, two] = [
    await anna.say(absence(house.households[0])),
    await anna.say(absence(house.households[0])),
  ];
  const ends: (() => void)[] = [];
  await onFlush(() => new Promise((resolve) => ends.push(resolve)));
  const push = (text: string) => anna.call("POST", "/statements", { statements: [text] });
  const first = push(one);
  await expect.poll(async () => [await head(), ends.length]).toEqual([before + 1, 1]);
  const second = push(two);
  await expect.poll(head).toBe(before + 2);
  const [isFirst, isSecond] = [watch(first), watch(second)];
  await turns(50);
  expect([isFirst.over, isSecond.over, ends.length]).toEqual([false, false, 1]);
  ends[0]?.();
  expect((await first).text).toContain(`"seq":${before + 1}}`);
  await turns(50);
  expect([isSecond.over, ends.length]).toEqual([false, 2]);
  ends[1]?.();
  expect((await second).text).toContain(`"seq":${before + 2}}`);
});

test("a disk that fails is told in words, and nothing is answered by that store any more", async () => {
  const anna = await house.enrolled("volunteer", ["kp1"]);
  const text = await anna.say(absence(house.households[0]));
  const failing = await onFlush(() => Promise.reject(Object.assign(new Error("i/o error"), { code: "EIO" })));
  const push = () => anna.call("POST", "/statements", { statements: [text] });
  const told = await push();
  expect([told.status, told.slug]).toEqual([503, "unavailable"]);
  failing.mockImplementation(() => Promise.resolve());
  // That it is in the log must not be taken for its being on the disk.
  expect((await push()).status).toBe(503);
  expect((await anna.call("GET", "/statements")).status).toBe(503);
  failing.mockRestore();
  const again = await openStation({
    ...house.place,
    now: () => house.clock.ms,
    random: house.station.random,
  });
  if (!again.ok) throw new Error(again.error);
  const answer = await again.value.acceptor.push(WARD, [text], { by: anna.kid });
  expect(answer).toMatchObject({ ok: true, value: { results: [{ status: "duplicate" }] } });
  await again.value.close();
});

test("whatever else is written waits for the disk as ever, after a push that failed, too", async () => {
  const level = async () =>
    (await sql<{ synchronous: number }>`pragma synchronous`.execute(house.station.db)).rows[0]?.synchronous;
  const anna = await house.enrolled("volunteer", ["kp1"]);
  expect(await level()).toBe(FULL);
  await house.station.db.schema.dropTable("rejects").execute();
  await house.station.db.schema.dropTable("households").execute();
  await expect(
    house.station.acceptor.push(WARD, [await anna.say(absence(house.households[0]))]),
  ).rejects.toThrow(/no such table/);
  expect(await level()).toBe(FULL);
});

const FULL = 2;
