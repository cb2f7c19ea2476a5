import "fake-indexeddb/auto";
import { webcrypto } from "node:crypto";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { beforeEach, expect, test } from "vitest";
import { leave } from "../../../src/phone/acts/leave.ts";
import { setPin, tryPin } from "../../../src/phone/acts/lock.ts";
import { readKeptSettings } from "../../../src/phone/look/first-look.ts";
import { phoneDatabase, type PhoneDatabase } from "../../../src/phone/store/database.ts";
import { newMembership } from "../../../src/phone/store/new-membership.ts";
import type { Parts } from "../../../src/phone/store/parts.ts";
import { setSettings, watchSettings } from "../../../src/phone/store/settings.ts";
import { createClock } from "../../../src/phone/time/clock.ts";
import { now } from "../test-phone.ts";

const OK = { ok: true, value: null };
const WRONG = { ok: false, error: { why: "wrong", seconds: 0 } };
const MINUTE = 60_000;

let factory: IDBFactory;
let db: PhoneDatabase;
let parts: Parts;
let time = 0;

beforeEach(async () => {
  factory = new IDBFactory();
  db = phoneDatabase({ indexedDB: factory, IDBKeyRange });
  time = Date.UTC(2026, 10, 30);
  const env = {
    db,
    subtle: webcrypto.subtle as unknown as SubtleCrypto,
    now: () => time,
    random: (bytes: number) => webcrypto.getRandomValues(new Uint8Array(bytes)),
    origin: "",
    fetch: () => Promise.reject(new TypeError("Failed to fetch")),
    version: "0",
    timers: { after: () => () => {} },
  };
  parts = { env, clock: createClock(env.now) };
});

const isLocked = async () => (await now(watchSettings(db))).locked;

test("a PIN opens, another does not, and what is kept is not the PIN", async () => {
  expect(await isLocked()).toBe(false);
  expect(await tryPin(parts, "")).toEqual(OK);
  expect(await setPin(parts, "2580", null)).toEqual(OK);
  expect(await isLocked()).toBe(true);
  expect(await tryPin(parts, "2581")).toEqual(WRONG);
  expect(await tryPin(parts, "2580")).toEqual(OK);
  const row = await db.settings.get("settings");
  expect(JSON.stringify(row)).not.toContain("2580");
  expect(row?.lock?.digest.length).toBe(32);
});

test("it is changed and removed by whoever knows it, and by nobody else", async () => {
  await setPin(parts, "2580", null);
  expect(await setPin(parts, "1111", null)).toEqual(WRONG);
  expect(await setPin(parts, null, "1234")).toEqual(WRONG);
  expect(await setPin(parts, "135790", "2580")).toEqual(OK);
  expect(await tryPin(parts, "2580")).toEqual(WRONG);
  expect(await setPin(parts, null, "135790")).toEqual(OK);
  expect(await isLocked()).toBe(false);
});

test("after four slips each try takes longer, also for the right one, and for a new start of the app", async () => {
  await setPin(parts, "2580", null);
  for (let slip = 0; slip < 4; slip += 1) expect(await tryPin(parts, "0000")).toEqual(WRONG);
  expect(await tryPin(parts, "0000")).toEqual({ ok: false, error: { why: "wrong", seconds: 30 } });
  expect(await tryPin(parts, "2580")).toEqual({ ok: false, error: { why: "wait", seconds: 30 } });
  db.close();
  parts = { ...parts, env: { ...parts.env, db: phoneDatabase({ indexedDB: factory, IDBKeyRange }) } };
  time += 29_000;
  expect(await tryPin(parts, "2580")).toEqual({ ok: false, error: { why: "wait", seconds: 1 } });
  time += 1_000;
  expect(await tryPin(parts, "0000")).toEqual({ ok: false, error: { why: "wrong", seconds: 60 } });
  time += MINUTE;
  expect(await tryPin(parts, "2580")).toEqual(OK);
  expect(await tryPin(parts, "0000")).toEqual(WRONG);
});

test("nobody is kept out for more than a quarter of an hour, nor by a clock that was set back", async () => {
  await setPin(parts, "2580", null);
  for (let slip = 0; slip < 12; slip += 1) {
    await tryPin(parts, "0000");
    time += 15 * MINUTE;
  }
  expect(await tryPin(parts, "0000")).toEqual({ ok: false, error: { why: "wrong", seconds: 900 } });
  time -= 365 * 24 * 60 * MINUTE;
  expect(await tryPin(parts, "2580")).toEqual(OK);
});

test("a try counts before it is looked at", async () => {
  await setPin(parts, "2580", null);
  const subtle = Object.create(webcrypto.subtle) as SubtleCrypto;
  subtle.deriveBits = () => Promise.reject(new Error("the app was ended"));
  const ended = { ...parts, env: { ...parts.env, subtle } };
  for (let slip = 0; slip < 5; slip += 1) await tryPin(ended, "0000");
  expect(await tryPin(parts, "2580")).toEqual({ ok: false, error: { why: "wait", seconds: 30 } });
});

test("a setting that is changed leaves it as it is, and the page learns of it before the app", async () => {
  await setPin(parts, "2580", null);
  await setSettings(db, { language: "en" });
  expect(await readKeptSettings(factory)).toMatchObject({ language: "en", locked: true });
  expect(await tryPin(parts, "2580")).toEqual(OK);
});

test("it goes with the last ward of which the phone was a device", async () => {
  await setPin(parts, "2580", null);
  const nothing = { unsent: 0, photos: 0, rejected: 0, unsaved: 0, drafts: 0 };
  await db.memberships.bulkPut([
    { ...newMembership("phuong-1"), device: "a" },
    { ...newMembership("phuong-2"), device: "b" },
    newMembership("phuong-3"),
  ]);
  await leave(parts, "phuong-1", nothing);
  expect(await isLocked()).toBe(true);
  await leave(parts, "phuong-2", nothing);
  expect(await isLocked()).toBe(false);
});
