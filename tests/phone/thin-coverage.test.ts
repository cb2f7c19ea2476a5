import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { newId } from "../server/speaker.ts";
import { standAtDoor } from "./one-door.ts";
import { pledging, type RealWard } from "./real-ward.ts";
import { must, now, type TestPhone } from "./test-phone.ts";

let ward: RealWard;
let phone: TestPhone;
const household = newId();

beforeEach(async () => {
  ({ ward, phone } = await standAtDoor(household));
});
afterEach(() => ward.remove());

/** Says a day's pledges, each with a long signature, of about 7 kB. */
async function pledgeOften(times: number): Promise<void> {
  const strokes = "M1 1" + "l9 9".repeat(1000);
  for (let at = 0; at < times; at += 1) {
    const act = pledging(household).map((draft) =>
      draft.type === "pledge.signed" ? { ...draft, personal: { ...draft.personal, strokes } } : draft,
    );
    must(await phone.act.say(ward.slug, act));
  }
}

/** A way that carries so many bytes a second and breaks off after so many bytes; returns what was sent. */
function thinWay({ perSecond, most }: { readonly perSecond: number; readonly most: number }) {
  const sent: number[] = [];
  const clear = ward.obstruct(async (pass, { url, body }) => {
    if (!body || !url.endsWith("/statements")) return pass();
    sent.push(body.length);
    const carried = Math.min(body.length, most);
    ward.time += Math.ceil((carried / perSecond) * 1000);
    if (carried < body.length) throw new TypeError("Failed to fetch");
    return pass();
  });
  return { sent, clear };
}

const unsent = async () => (await now(phone.watch.sending(ward.slug))).unsent;

describe("where coverage is thin", () => {
  test("a day's work goes up bit by bit, in windows that let a part of it through", async () => {
    await pledgeOften(40);
    const { sent, clear } = thinWay({ perSecond: 5_000, most: 100_000 });
    // What was good yesterday is too much for it.
    await phone.act.exchange(ward.slug);
    expect(await unsent()).toBe(80);
    await phone.act.exchange(ward.slug);
    clear();
    expect(await unsent()).toBe(0);
    expect(Math.max(...sent.slice(1))).toBeLessThan(100_000);
  });

  test("it does so where nothing tells how fast the way is", async () => {
    await pledgeOften(40);
    const { clear } = thinWay({ perSecond: Infinity, most: 100_000 });
    for (let attempt = 0; attempt < 6; attempt += 1) await phone.act.exchange(ward.slug);
    clear();
    expect(await unsent()).toBe(0);
  });

  test("what never arrived is less at the next attempt, of another tab or after a restart too", async () => {
    await pledgeOften(10);
    const { sent, clear } = thinWay({ perSecond: 5_000, most: 15_000 });
    await phone.act.exchange(ward.slug);
    expect(await unsent()).toBe(20);
    await phone.tab().act.exchange(ward.slug);
    expect(sent[1]).toBeLessThan(sent[0]! / 2);
    expect(await unsent()).toBeLessThan(20);
    for (let attempt = 0; attempt < 4; attempt += 1) await phone.tab().act.exchange(ward.slug);
    clear();
    expect(await unsent()).toBe(0);
  });

  test("what could not be sent at all says little of the way, and a good one takes all in two", async () => {
    await pledgeOften(40);
    const clear = ward.obstruct(async () => {
      throw new TypeError("Failed to fetch");
    });
    for (let attempt = 0; attempt < 5; attempt += 1) await phone.act.exchange(ward.slug);
    clear();
    const good = thinWay({ perSecond: 1_000_000, most: Infinity });
    await phone.act.exchange(ward.slug);
    good.clear();
    expect(await unsent()).toBe(0);
    expect(good.sent).toHaveLength(2);
  });

  test("a way that was thin once is trusted again as soon as it is good", async () => {
    await pledgeOften(10);
    const thin = thinWay({ perSecond: 500, most: 4_000 });
    for (let attempt = 0; attempt < 3; attempt += 1) await phone.act.exchange(ward.slug);
    thin.clear();
    await pledgeOften(30);
    const good = thinWay({ perSecond: 1_000_000, most: Infinity });
    await phone.act.exchange(ward.slug);
    good.clear();
    expect(await unsent()).toBe(0);
    expect(good.sent.length).toBeLessThanOrEqual(4);
  });
});
