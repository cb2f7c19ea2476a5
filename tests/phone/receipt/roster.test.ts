import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fetchRoster, readRoster } from "../../../src/phone/receipt/roster.ts";
import type { WardKey } from "../../../src/phone/store/rows.ts";
import { createClock } from "../../../src/phone/time/clock.ts";
import { joinPins } from "../../../src/phone/trust/join-pins.ts";
import { createRealWard, type RealWard } from "../real-ward.ts";
import { enrolled, must, testPhone, type TestPhone } from "../test-phone.ts";

let ward: RealWard;
let phone: TestPhone;
beforeEach(async () => {
  ward = await createRealWard();
  phone = testPhone(ward);
  must(await phone.act.loadHandbook(ward.slug));
});
afterEach(() => ward.remove());

const fetched = () => fetchRoster({ env: phone.env, clock: createClock(phone.env.now) }, ward.slug);
const pins = async () => (await phone.db.memberships.get(ward.slug))!.pins;

/** Holds the next answer back, as it was when it was given. */
async function overtaken<T>(ask: () => Promise<T>, meanwhile: () => Promise<unknown>): Promise<T> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  let given = () => {};
  const isGiven = new Promise<void>((resolve) => (given = resolve));
  const clear = ward.obstruct(async (pass) => {
    const answer = await pass();
    given();
    await held;
    return answer;
  });
  const asked = ask();
  await isGiven;
  clear();
  await meanwhile();
  letGo();
  return asked;
}

/** As whoever read the ward's next key, which this one had signed, would have pinned it. */
const next: WardKey = { kid: "next", key: { kty: "EC", crv: "P-256", x: "x", y: "y" } };

describe("an answer that was overtaken", () => {
  test("by a newer list leaves that one in its place", async () => {
    const late = testPhone(ward);
    const answer = await overtaken(fetched, async () => {
      await enrolled(ward, late);
      must(await fetched());
    });
    expect(answer.ok).toBe(true);
    const { device } = (await late.db.memberships.get(ward.slug))!;
    expect((await readRoster(phone.db, ward.slug))!.devices.has(device!)).toBe(true);
  });

  test("by a new key of the ward does not put the former ones back", async () => {
    const [first] = await pins();
    must(await overtaken(fetched, () => phone.db.memberships.update(ward.slug, { pins: [first!, next] })));
    expect(await pins()).toEqual([first, next]);
  });

  test("of a page for readers, or of the log, does not either", async () => {
    const [first] = await pins();
    const rotate = () => phone.db.memberships.update(ward.slug, { pins: [first!, next], etag: null });
    await phone.db.memberships.update(ward.slug, { etag: null });
    must(await overtaken(() => phone.act.loadHandbook(ward.slug), rotate));
    expect(await pins()).toEqual([first, next]);
    await phone.db.memberships.update(ward.slug, { pins: [first!] });
    await enrolled(ward, phone);
    await overtaken(() => phone.act.exchange(ward.slug), rotate);
    expect(await pins()).toEqual([first, next]);
  });

  test("by another ward's first key is not believed beside it", async () => {
    const answer = await overtaken(fetched, () => phone.db.memberships.update(ward.slug, { pins: [next] }));
    expect(answer).toMatchObject({ ok: false, error: { error: "wrong-ward-key" } });
    expect(await pins()).toEqual([next]);
  });
});

test("a list of another log takes the place of the one before, however long that was", async () => {
  const copy = await ward.backUp();
  await enrolled(ward, testPhone(ward));
  must(await fetched());
  const devices = async () => (await readRoster(phone.db, ward.slug))!.devices.size;
  expect(await devices()).toBe(1);
  await ward.restore(copy);
  must(await fetched());
  expect(await devices()).toBe(0);
});

test("keys of one chain join, in the order in which they came, and two chains never do", () => {
  const [a, b, c] = ["a", "b", "c"].map((kid): WardKey => ({ ...next, kid }));
  expect(joinPins([], [a!, b!])).toEqual([a, b]);
  expect(joinPins([a!, b!], [a!])).toEqual([a, b]);
  expect(joinPins([a!], [a!, b!, c!])).toEqual([a, b, c]);
  expect(joinPins([a!, b!], [a!, c!])).toBeNull();
  expect(joinPins([a!], [])).toEqual([a]);
  expect(joinPins([a!], [b!, a!])).toBeNull();
});
