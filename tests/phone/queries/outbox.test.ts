import { afterEach, beforeEach, expect, test } from "vitest";
import { newId } from "../../server/speaker.ts";
import { standAtDoor } from "../one-door.ts";
import { absence, type RealWard } from "../real-ward.ts";
import { must, now, type TestPhone } from "../test-phone.ts";

let ward: RealWard;
let phone: TestPhone;
const household = newId();

beforeEach(async () => {
  ({ ward, phone } = await standAtDoor(household));
});
afterEach(() => ward.remove());

async function sayOften(times: number): Promise<void> {
  const visits = Array.from({ length: times }, () => absence(household));
  must(await phone.act.say(ward.slug, visits));
}

const received = () => now(phone.watch.received(ward.slug));

test("all that the ward has is counted, also what the list begins without, and is listed when asked for", async () => {
  expect(await received()).toBe(0);
  for (let i = 0; i < 4; i++) await sayOften(100);
  expect(await received()).toBe(0);
  await phone.act.exchange(ward.slug);
  expect(await received()).toBe(400);
  expect(await now(phone.watch.outbox(ward.slug))).toHaveLength(300);
  const lines = await now(phone.watch.outbox(ward.slug, 600));
  expect(new Set(lines.map(({ seq }) => seq)).size).toBe(400);
  expect(lines.at(-1)?.seq).toBe(7);
});

test("what waits, is held or was refused is none of it, whether it lies in a pack or by itself", async () => {
  await sayOften(60);
  await phone.act.exchange(ward.slug);
  expect(await phone.db.packs.where("[ward+mine]").above([ward.slug, 0]).count()).toBeGreaterThan(0);
  await sayOften(1);
  await phone.act.exchange(ward.slug);
  must(await phone.act.say(ward.slug, [absence(newId())]));
  await phone.act.exchange(ward.slug);
  await sayOften(1);
  const standings = (await now(phone.watch.outbox(ward.slug))).map(({ standing }) => standing);
  expect(standings.filter((one) => one === "received")).toHaveLength(61);
  expect(standings.filter((one) => one !== "received").sort()).toEqual(["held", "unsent"]);
  expect(await received()).toBe(61);
});
