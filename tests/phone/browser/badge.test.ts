import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { badgeOf } from "../../../src/phone/browser/badge.ts";
import { countDue } from "../../../src/phone/browser/follow-due.ts";
import { newId } from "../../server/speaker.ts";
import { createRealWard, registration, type RealWard } from "../real-ward.ts";
import { enrolled, handTimers, must, testPhone, type TestPhone } from "../test-phone.ts";

const [ONE, OTHER] = [newId(), newId()];
let ward: RealWard;
beforeEach(async () => {
  ward = await createRealWard();
  await ward.say(
    registration(ONE, "kp1/t01", 1, "Võ Thị Bảy"),
    registration(OTHER, "kp1/t01", 2, "Lý Văn Tám"),
  );
});
afterEach(() => ward.remove());

const promise = (sub: string, at: number) => ({
  type: "visit.logged",
  sub,
  body: { outcome: "comeBack", at },
});
const nowSeconds = () => Math.floor(ward.time / 1000);

/** A phone that is just being opened, on whatever screen; the count on its icon, and what lets time go by. */
async function opened(role: "volunteer" | "office" = "volunteer") {
  const timers = handTimers();
  const badge = vi.fn<(count: number) => void>();
  const seen: (() => void)[] = [];
  const page = {
    onOnline: () => () => {},
    onVisible: (act: () => void) => (seen.push(act), () => {}),
    requestSync: () => {},
  };
  const phone = testPhone(ward, { timers, badge, page });
  await enrolled(ward, phone, { role, areas: role === "office" ? [] : ["kp1"] });
  await phone.act.exchange(ward.slug);
  const stop = phone.start();
  const idle = () =>
    timers
      .waiting()
      .find(({ milliseconds }) => milliseconds === 3_000)
      ?.act();
  return { phone, badge, idle, stop, look: () => seen.forEach((act) => act()) };
}

test("who waits today stands on the icon while the app runs, whatever its screen, and goes with the visit", async () => {
  const { phone, badge, idle, stop } = await opened();
  must(await phone.act.say(ward.slug, [promise(ONE, nowSeconds() + 600)]));
  idle();
  await expect.poll(() => badge.mock.lastCall).toEqual([1]);
  must(await phone.act.say(ward.slug, [promise(OTHER, nowSeconds() + 700)]));
  await expect.poll(() => badge.mock.lastCall).toEqual([2]);
  ward.time += 900_000;
  must(
    await phone.act.say(
      ward.slug,
      [ONE, OTHER].map((sub) => ({ type: "visit.logged", sub, body: { outcome: "absent" } })),
    ),
  );
  await expect.poll(() => badge.mock.lastCall).toEqual([0]);
  stop();
  const calls = badge.mock.calls.length;
  must(await phone.act.say(ward.slug, [promise(ONE, nowSeconds() + 600)]));
  expect(badge.mock.calls).toHaveLength(calls);
});

test("another day counts anew when the app is looked at again", async () => {
  const { phone, badge, idle, look } = await opened();
  must(await phone.act.say(ward.slug, [promise(ONE, nowSeconds() + 86_400)]));
  idle();
  await expect.poll(() => badge.mock.lastCall).toEqual([0]);
  ward.time += 86_400_000;
  look();
  expect(badge.mock.lastCall).toEqual([1]);
});

test("the office's computer counts nobody's visits", async () => {
  const { phone, badge, idle } = await opened("office");
  must(await phone.act.say(ward.slug, [promise(ONE, nowSeconds() + 600)]));
  idle();
  await expect.poll(() => badge.mock.lastCall).toEqual([0]);
  expect(await countDue(phone.db, nowSeconds())).toBe(0);
});

test("the service worker counts the same without a page", async () => {
  const { phone } = await opened();
  expect(await countDue(phone.db, nowSeconds())).toBe(0);
  must(
    await phone.act.say(ward.slug, [promise(ONE, nowSeconds() + 600), promise(OTHER, nowSeconds() + 86_400)]),
  );
  expect(await countDue(phone.db, nowSeconds())).toBe(1);
  expect(await countDue(phone.db, nowSeconds() + 86_400)).toBe(2);
  await forgetDevice(phone);
  expect(await countDue(phone.db, nowSeconds())).toBe(0);
});

const forgetDevice = ({ db }: TestPhone) => db.memberships.update(ward.slug, { device: null });

test("a browser without badges has none, and one that refuses them is let be", async () => {
  expect(badgeOf({})).toBeNull();
  const setAppBadge = vi.fn<(count: number) => Promise<void>>().mockRejectedValue(new DOMException("no"));
  const clearAppBadge = vi.fn<() => Promise<void>>().mockResolvedValue();
  const badge = badgeOf({ setAppBadge, clearAppBadge });
  badge?.(3);
  badge?.(0);
  expect([setAppBadge.mock.calls, clearAppBadge.mock.calls]).toEqual([[[3]], [[]]]);
});
