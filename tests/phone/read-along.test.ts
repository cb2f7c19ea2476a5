import { afterEach, beforeEach, expect, test } from "vitest";
import { sentText } from "../../src/domain/signed/plain-form.ts";
import { readAll } from "../../src/phone/log/records.ts";
import { open } from "../../src/phone/store/seal.ts";
import { newId } from "../server/speaker.ts";
import { absence, createRealWard, delivery, pledging, registration, type RealWard } from "./real-ward.ts";
import { enrolled, must, now, testPhone, type TestPhone } from "./test-phone.ts";

let ward: RealWard;
let phone: TestPhone;
const [here, there] = [newId(), newId()];

beforeEach(async () => {
  ward = await createRealWard();
  await ward.say(
    registration(here, "kp1/t01", 7, "Võ Thị Bảy"),
    registration(there, "kp2/t06", 8, "Lê Văn Tám"),
  );
  phone = testPhone(ward);
  await enrolled(ward, phone, { areas: ["kp1"] });
  await phone.act.exchange(ward.slug);
});
afterEach(() => ward.remove());

const afters = (calls: readonly string[]) =>
  calls.flatMap((call) => (/after=(\d+)/.exec(call) ?? []).slice(1).map(Number));

/** Of each statement that a phone has from the log what it knows of it, but what of it is its own. */
async function known(some: TestPhone) {
  const rows = await readAll(some.db, ward.slug);
  return new Map(
    rows.map(({ jti, seq, at, standing, sealed }) => [
      jti,
      { seq, at, standing, text: sentText(open(sealed)) },
    ]),
  );
}

test("what a phone has sent it is not sent back: the answer told as much", async () => {
  const before = (await phone.db.memberships.get(ward.slug))!.after;
  must(await phone.act.say(ward.slug, [absence(here), delivery(here), ...pledging(here)]));
  const calls = ward.calls.length;
  await phone.act.exchange(ward.slug);
  expect(afters(ward.calls.slice(calls))).toEqual([before + 4]);
  expect(await phone.db.memberships.get(ward.slug)).toMatchObject({ after: before + 4, head: before + 4 });
  // Another phone of the same place has it from a page.
  const other = testPhone(ward);
  await enrolled(ward, other, { areas: ["kp1"] });
  await other.act.exchange(ward.slug);
  await phone.act.exchange(ward.slug);
  expect(await known(phone)).toEqual(await known(other));
  expect(await now(phone.watch.round(ward.slug))).toEqual(await now(other.watch.round(ward.slug)));
});

test("what others said between is fetched, and nothing is passed over", async () => {
  const before = (await phone.db.memberships.get(ward.slug))!.after;
  must(await phone.act.say(ward.slug, [absence(here)]));
  await ward.say(delivery(here));
  const calls = ward.calls.length;
  await phone.act.exchange(ward.slug);
  expect(afters(ward.calls.slice(calls))).toEqual([before]);
  const facts = await now(phone.watch.household(ward.slug, here));
  expect(facts?.deliveries).toHaveLength(1);
  expect(facts?.visits).toMatchObject([{ seq: before + 2 }]);
});

test("what this phone no longer sees is asked for as before, and goes", async () => {
  must(await phone.act.say(ward.slug, [absence(here)]));
  const body = { areas: ["kp2"], from: 1, to: 2_000_000_000 };
  const { device } = (await phone.db.memberships.get(ward.slug))!;
  await ward.say({ type: "device.assigned", sub: device!, body });
  await phone.act.exchange(ward.slug);
  expect((await now(phone.watch.round(ward.slug))).map(({ id }) => id)).toEqual([there]);
});

test("before a first page nothing counts as read", async () => {
  const fresh = testPhone(ward);
  await enrolled(ward, fresh, { areas: ["kp1"] });
  must(await fresh.act.say(ward.slug, [absence(here)]));
  const calls = ward.calls.length;
  await fresh.act.exchange(ward.slug);
  expect(afters(ward.calls.slice(calls))[0]).toBe(0);
  expect((await now(fresh.watch.round(ward.slug))).map(({ id }) => id)).toEqual([here]);
});
