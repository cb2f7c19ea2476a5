import "fake-indexeddb/auto";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { backUp } from "../../src/server/backup/back-up.ts";
import { restore } from "../../src/server/backup/restore.ts";
import { jpeg, paperPledge } from "../server/photos.ts";
import { newId } from "../server/speaker.ts";
import { standAtDoor } from "./one-door.ts";
import { absence, registration, type RealWard } from "./real-ward.ts";
import { enrolled, must, now, testPhone, type TestPhone } from "./test-phone.ts";

// The photos lie beside a store that is put back: its log knows nothing yet of those that came later.

let ward: RealWard;
let phone: TestPhone;
const household = newId();
beforeEach(async () => {
  ({ ward, phone } = await standAtDoor(household));
  // A ward that has erased something clears away photos that nothing names.
  const gone = newId();
  await ward.say(registration(gone, "kp1/t01", 8, "Lê Văn Tám"), {
    type: "data.erased",
    sub: gone,
    body: {},
  });
});
afterEach(() => ward.remove());

const lying = () => ward.station().attachments.list(ward.slug);
const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));

/** A pledge on paper whose photo a backup holds, so that the phone has let go of it. Returns the pledge's id. */
async function savedPledge(): Promise<string> {
  const photo = jpeg(20_000);
  const drafts = paperPledge(household, photo).map((draft) => ({ jti: newId(), ...draft }));
  const jti = drafts[1]?.jti ?? "";
  must(await phone.act.say(ward.slug, drafts, undefined, [{ of: jti, bytes: new Uint8Array(photo) }]));
  await phone.act.exchange(ward.slug);
  await ward.say(absence(household));
  must(await backUp(ward.station(), join(ward.station().dataDir, "..", "tuesday.tar"), "x"));
  await phone.act.exchange(ward.slug);
  expect(await phone.db.attachments.count()).toBe(0);
  return jti;
}

/** What the office sees of it, once the phone has brought the statement back. */
async function seesPhoto(jti: string): Promise<boolean> {
  await phone.act.exchange(ward.slug);
  const office = testPhone(ward);
  await enrolled(ward, office, { role: "office" });
  await office.act.exchange(ward.slug);
  expect((await now(office.watch.household(ward.slug, household)))?.pledges).toHaveLength(1);
  return (await office.act.fetchPhoto(ward.slug, jti)).ok;
}

async function erase(): Promise<void> {
  await ward.say({ type: "data.erased", sub: household, body: {} });
  await ward.whileStopped(() => undefined);
}

test("a photo is there for its statement where the store was put back by hand, and goes with its household then", async () => {
  const monday = await ward.backUp();
  const jti = await savedPledge();
  await ward.restore(monday);
  expect(await seesPhoto(jti)).toBe(true);
  await erase();
  expect(await lying()).toEqual([]);
});

test("a photo is there for its statement where `restore` put the store back, and goes with its household then", async () => {
  const monday = join(ward.station().dataDir, "..", "monday.tar");
  must(await backUp(ward.station(), monday, "x"));
  const jti = await savedPledge();
  await ward.whileStopped(async (dataDir) => {
    must(await restore(monday, { dataDir, replace: true, random, now: () => ward.time }));
  });
  expect(await seesPhoto(jti)).toBe(true);
  await erase();
  expect(await lying()).toEqual([]);
});

test("a photo whose statement does not come back within a month goes", async () => {
  const monday = await ward.backUp();
  await savedPledge();
  await ward.restore(monday);
  ward.time += 29 * 86_400_000;
  await ward.whileStopped(() => undefined);
  expect(await lying()).toHaveLength(1);
  ward.time += 2 * 86_400_000;
  await ward.whileStopped(() => undefined);
  expect(await lying()).toEqual([]);
});
