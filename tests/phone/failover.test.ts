import "fake-indexeddb/auto";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { newId } from "../server/speaker.ts";
import { standAtDoor } from "./one-door.ts";
import { absence, pledging, type RealWard } from "./real-ward.ts";
import { enrolled, must, testPhone, type TestPhone } from "./test-phone.ts";

// A database that goes over to a copy which lagged, beneath a server that runs on.

let ward: RealWard;
let phone: TestPhone;
const household = newId();
beforeEach(async () => {
  ({ ward, phone } = await standAtDoor(household));
});
afterEach(() => ward.remove());

const rowOf = () => ward.station().db.selectFrom("wards").selectAll().executeTakeFirstOrThrow();
/** Until the server has noted how far the log has come. */
const noted = () => pause(1200);

/** The copy lacks so many statements. */
async function fallBack(count: number): Promise<void> {
  const { db } = ward.station();
  const { head } = await rowOf();
  await db
    .deleteFrom("statements")
    .where("seq", ">", head - count)
    .execute();
  await db
    .updateTable("wards")
    .set({ head: head - count })
    .execute();
}

test.each([
  ["the server goes on", false],
  ["it is started anew", true],
])("what it lost comes back from the phone, though its numbers were given again: %s", async (_, restarts) => {
  const { epoch } = await rowOf();
  const said = must(await phone.act.say(ward.slug, pledging(household)));
  await phone.act.exchange(ward.slug);
  await noted();
  await fallBack(said.length);
  const other = testPhone(ward);
  await enrolled(ward, other);
  await other.act.exchange(ward.slug);
  must(await other.act.say(ward.slug, [absence(household), absence(household)]));
  await other.act.exchange(ward.slug);
  await noted();
  if (restarts) await ward.whileStopped(() => undefined);
  await phone.act.exchange(ward.slug);
  expect((await rowOf()).epoch).not.toBe(epoch);
  const there = ward.station().db.selectFrom("statements").select("jti").where("jti", "in", said);
  expect(await there.execute()).toHaveLength(said.length);
});
