// Before Dexie, which looks for it once, and watches nothing where there is none.
import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { newId } from "../server/speaker.ts";
import { createRealWard, pledging, registration, type RealWard } from "./real-ward.ts";
import { enrolled, must, now, testPhone } from "./test-phone.ts";

let ward: RealWard;
const household = newId();

beforeEach(async () => {
  ward = await createRealWard();
  await ward.say(registration(household, "kp1/t01", 7, "Võ Thị Bảy"));
});
afterEach(() => ward.remove());

test("what a household's phone alone still has comes back, though it speaks before those who know the signer", async () => {
  const own = testPhone(ward);
  await enrolled(ward, own, { role: "household", household });
  await own.act.exchange(ward.slug);
  const office = testPhone(ward);
  await enrolled(ward, office, { role: "office", areas: [] });
  await office.act.exchange(ward.slug);
  const copy = await ward.backUp();
  const volunteer = testPhone(ward);
  await enrolled(ward, volunteer);
  await volunteer.act.exchange(ward.slug);
  // The office hears of the new device, and of nothing that it says.
  await office.act.exchange(ward.slug);
  const [, pledge = ""] = must(await volunteer.act.say(ward.slug, pledging(household)));
  await volunteer.act.exchange(ward.slug);
  await own.act.exchange(ward.slug);
  // That phone is lost, and the ward's store with it.
  await ward.restore(copy);
  await own.act.exchange(ward.slug);
  expect(await own.db.statements.get([ward.slug, pledge])).toMatchObject({
    standing: "held",
    reason: "unknown-signer",
  });
  expect((await now(own.watch.household(ward.slug, household)))?.pledges).toHaveLength(1);
  expect((await own.act.leaving(ward.slug)).unsent).toBe(2);
  for (const phone of [office, own]) await phone.act.exchange(ward.slug);
  const rows = await ward
    .station()
    .db.selectFrom("statements")
    .select("jti")
    .where("jti", "=", pledge)
    .execute();
  expect(rows).toHaveLength(1);
  expect((await own.act.leaving(ward.slug)).unsent).toBe(0);
});

test("one's own word is rejected where nobody knows its signer, and is there to be looked at", async () => {
  const phone = testPhone(ward);
  await enrolled(ward, phone);
  await phone.act.exchange(ward.slug);
  const [jti = ""] = must(await phone.act.say(ward.slug, pledging(household)));
  const clear = ward.obstruct(async (pass, { url, body }) => {
    if (!body || !url.endsWith("/statements")) return pass();
    const { epoch, head } = (await phone.db.memberships.get(ward.slug))!;
    const results = [1, 2].map(() => ({ status: "rejected", reason: "unknown-signer" }));
    return Response.json({ epoch, head, saved: 0, results });
  });
  await phone.act.exchange(ward.slug);
  clear();
  expect((await phone.db.statements.get([ward.slug, jti]))?.standing).toBe("rejected");
});
