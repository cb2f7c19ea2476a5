import { afterEach, beforeEach, expect, test } from "vitest";
import { editionsKey, readEditions } from "../../../src/phone/drafts/kept-editions.ts";
import { createRealWard, type RealWard } from "../real-ward.ts";
import { now, testPhone } from "../test-phone.ts";

let ward: RealWard;
beforeEach(async () => {
  ward = await createRealWard();
});
afterEach(() => ward.remove());

const covenant = (edition: number) => ({
  type: "covenant.published",
  sub: "kp1",
  body: {
    covenant: "kp1",
    edition,
    title: `Quy ước, bản ${edition}`,
    inForce: "2022-10-14",
    recognition: { number: "1527/QĐ-UBND", date: "2022-10-14", authority: "UBND thị xã" },
    chapters: [{ title: "Chương I. Chung", articles: [{ number: 1, title: "Phạm vi", text: "Mọi nhà." }] }],
  },
});

test("a reader keeps every edition, also those from before this phone, and reads them without coverage", async () => {
  await ward.say(covenant(7), covenant(8));
  const phone = testPhone(ward);
  await phone.act.loadHandbook(ward.slug);
  const kept = async () => readEditions(await now(phone.watch.draft(editionsKey(ward.slug))), "kp1");
  expect(await kept()).toEqual([]);
  expect((await phone.act.fetchEditions(ward.slug)).ok).toBe(true);
  const numbers = (await kept()).map(({ edition }) => edition);
  expect(numbers.slice(-2)).toEqual([7, 8]);
  // Only what the ward's own key says is believed.
  ward.obstruct(async () => Promise.reject(new TypeError("no coverage")));
  expect(await phone.act.fetchEditions(ward.slug)).toEqual({ ok: false, error: "unreachable" });
  expect((await kept()).map(({ edition }) => edition)).toEqual(numbers);
});
