import "fake-indexeddb/auto";
import { webcrypto } from "node:crypto";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { beforeEach, expect, test } from "vitest";
import { parseStatement, type Draft } from "../../../src/domain/statement.ts";
import { setPin } from "../../../src/phone/acts/lock.ts";
import type { Drawn } from "../../../src/phone/api/phone.ts";
import { append } from "../../../src/phone/append/append.ts";
import { areaKey, LOOKS, readFirstLook, readKeptSettings } from "../../../src/phone/look/first-look.ts";
import { keepLook } from "../../../src/phone/look/keep-look.ts";
import { createRounds, type Rounds } from "../../../src/phone/queries/round.ts";
import { watchWard } from "../../../src/phone/queries/ward-queries.ts";
import { phoneDatabase, type PhoneDatabase } from "../../../src/phone/store/database.ts";
import { newMembership } from "../../../src/phone/store/new-membership.ts";
import { seal } from "../../../src/phone/store/seal.ts";
import { setSettings } from "../../../src/phone/store/settings.ts";
import { describeWard, enrolment } from "../../server/small-ward.ts";
import { createSpeaker, newId } from "../../server/speaker.ts";
import { registration } from "../real-ward.ts";
import { must, now } from "../test-phone.ts";

const slug = "phuong-thu";
const NOON = 1_795_420_800;
const PICTURE = { tag: "p", attributes: [], children: ["Hộ 1"] };

let factory: IDBFactory;
let db: PhoneDatabase;
let rounds: Rounds;
let says: (draft: Draft) => Promise<void>;

beforeEach(async () => {
  factory = new IDBFactory();
  db = phoneDatabase({ indexedDB: factory, IDBKeyRange });
  rounds = createRounds(db);
  const [key, anna] = await Promise.all([createSpeaker(slug), createSpeaker(slug)]);
  let seq = 0;
  const take = async (by: typeof key, draft: Draft) => {
    const statement = must(parseStatement(await by.say(draft)));
    const arrival = { statement, seq: ++seq, at: Date.now(), standing: "log" } as const;
    const membership = (row = newMembership(slug)) => ({ ...row, role: "volunteer" as const });
    must(await append(db, { ward: slug, arrivals: [arrival], membership }));
  };
  says = (draft) => take(anna, draft);
  await take(key, describeWard(slug, key));
  await take(key, enrolment(anna, "volunteer", ["kp1"]));
  await says(registration(newId(), "kp1/t01", 1, "Hộ 1"));
});

/** What the round would be drawn from now. */
async function drawn(): Promise<Drawn> {
  const ward = await now(watchWard(db, slug));
  const rows = await now(rounds.watch(slug));
  if (!ward) throw new Error("the ward is not there");
  return { of: "round", ward, rows, version: "1", take: () => PICTURE };
}

const read = (at = NOON, version = "1", path = "/") => readFirstLook(factory, path, at, version);

test("nothing of it is shown where the app asks for a PIN first", async () => {
  await setSettings(db, { language: "vi" });
  await keepLook(db, rounds, await drawn(), NOON);
  const random = (bytes: number) => webcrypto.getRandomValues(new Uint8Array(bytes));
  const subtle = webcrypto.subtle as unknown as SubtleCrypto;
  const env = { db, subtle, random, now: () => NOON * 1000 };
  must(await setPin({ env }, "2580", null));
  expect(await read()).toBeNull();
  must(await setPin({ env }, null, "2580"));
  expect(await read()).not.toBeNull();
});

test("what the round looked like is found at the next start", async () => {
  expect(await read()).toBeNull();
  await keepLook(db, rounds, await drawn(), NOON);
  expect(await read()).toEqual({ address: "/di-ho", picture: PICTURE, isSendingSame: true });
});

test("whatever is said or heard drops it, in the same transaction", async () => {
  await keepLook(db, rounds, await drawn(), NOON);
  await says(registration(newId(), "kp1/t01", 2, "Hộ 2"));
  expect(await db.views.get([slug, LOOKS.round])).toBeUndefined();
  expect(await read()).toBeNull();
});

test("an exchange that brings nothing leaves it", async () => {
  await keepLook(db, rounds, await drawn(), NOON);
  must(await append(db, { ward: slug, readTo: 99, membership: (row = newMembership(slug)) => row }));
  expect(await read()).not.toBeNull();
});

test("a round that is older than what is kept is not taken", async () => {
  const old = await drawn();
  await says(registration(newId(), "kp1/t01", 2, "Hộ 2"));
  await keepLook(db, rounds, old, NOON);
  expect(await read()).toBeNull();
  await keepLook(db, rounds, { ...(await drawn()), ward: { ...old.ward, name: "Tên cũ" } }, NOON);
  expect(await read()).toBeNull();
});

test("it holds on the same day, in the same version, with the same place, words and tổ", async () => {
  const changes: readonly (() => Promise<unknown>)[] = [
    () => setSettings(db, { language: "en" }),
    () => db.drafts.put({ key: areaKey(slug), sealed: seal({ area: "kp1/t01" }) }),
    () => db.memberships.update(slug, { revoked: true }),
  ];
  for (const change of changes) {
    await keepLook(db, rounds, await drawn(), NOON);
    expect(await read()).not.toBeNull();
    await change();
    expect(await read()).toBeNull();
  }
  await keepLook(db, rounds, await drawn(), NOON);
  expect(await read(NOON + 86_400)).toBeNull();
  expect(await read(NOON, "2")).toBeNull();
});

test("after another exchange it holds but for what it says of the sending", async () => {
  const progress = { ward: slug, at: 1, reached: false, problem: null, busy: null, fetching: null };
  const changes = [() => db.memberships.update(slug, { lastSuccess: NOON }), () => db.progress.put(progress)];
  for (const change of changes) {
    await keepLook(db, rounds, await drawn(), NOON);
    await change();
    expect(await read()).toMatchObject({ picture: PICTURE, isSendingSame: false });
  }
});

test("a phone without a ward has none, and looking makes no database", async () => {
  const empty = new IDBFactory();
  expect(await readFirstLook(empty, "/", NOON, "1")).toBeNull();
  expect(await empty.databases()).toEqual([]);
});

test("the colours that were chosen are read before the database's library is there", async () => {
  expect((await readKeptSettings(new IDBFactory())).theme).toBe("auto");
  await setSettings(db, { language: "en" });
  expect((await readKeptSettings(factory)).theme).toBe("auto");
  await setSettings(db, { theme: "contrast" });
  expect((await readKeptSettings(factory)).theme).toBe("contrast");
});

test("the office's overview has a look of its own, dropped as well", async () => {
  await db.memberships.update(slug, { role: "office" });
  await keepLook(db, rounds, { ...(await drawn()), of: "office" }, NOON);
  const shown = { address: "/phuong", picture: PICTURE, isSendingSame: true };
  expect(await read()).toEqual(shown);
  expect(await read(NOON, "1", "/phuong")).toEqual(shown);
  expect(await read(NOON, "1", "/di-ho")).toBeNull();
  await keepLook(db, rounds, await drawn(), NOON);
  expect((await read(NOON, "1", "/di-ho"))?.address).toBe("/di-ho");
  await says(registration(newId(), "kp1/t01", 2, "Hộ 2"));
  for (const path of ["/", "/phuong", "/di-ho"]) expect(await read(NOON, "1", path)).toBeNull();
});
