import { afterEach, beforeEach, expect, test } from "vitest";
import { newId } from "../../server/speaker.ts";
import { createRealWard, delivery, registration, type RealWard } from "../real-ward.ts";
import { enrolled, now, testPhone } from "../test-phone.ts";

let ward: RealWard;
beforeEach(async () => {
  ward = await createRealWard();
});
afterEach(() => ward.remove());

test("households merged in a ring stand for themselves, and so does what was merged into one of them", async () => {
  const [a, b, c] = [newId(), newId(), newId()];
  await ward.say(
    ...[a, b, c].map((id, at) => registration(id, "kp1/t01", at + 1, `Hộ ${at + 1}`)),
    delivery(b),
    { type: "household.merged", sub: c, body: { into: a } },
    { type: "household.merged", sub: a, body: { into: b } },
  );
  const phone = testPhone(ward);
  await enrolled(ward, phone);
  await phone.act.exchange(ward.slug);
  const round = async () => (await now(phone.watch.round(ward.slug))).map(({ id }) => id);
  expect(await round()).toEqual([b]);

  await ward.say({ type: "household.merged", sub: b, body: { into: a } });
  await phone.act.exchange(ward.slug);
  expect(await round()).toEqual([a, b, c]);
  const delivered = await Promise.all(
    [a, b, c].map(async (id) => (await now(phone.watch.household(ward.slug, id)))?.deliveries.length),
  );
  expect(delivered).toEqual([0, 1, 0]);
});
