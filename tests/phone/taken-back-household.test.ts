import { afterEach, beforeEach, expect, test } from "vitest";
import { newId } from "../server/speaker.ts";
import { createRealWard, type RealWard } from "./real-ward.ts";
import { enrolled, must, now, testPhone, type TestPhone } from "./test-phone.ts";

let ward: RealWard;
let anna: TestPhone;
let binh: TestPhone;
let office: TestPhone;
const household = newId();

beforeEach(async () => {
  ward = await createRealWard();
  [anna, binh, office] = [testPhone(ward), testPhone(ward), testPhone(ward)];
  for (const phone of [anna, binh]) await enrolled(ward, phone, { areas: ["kp1"] });
  await enrolled(ward, office, { role: "office" });
});
afterEach(() => ward.remove());

const shown = async (phone: TestPhone) =>
  (await now(phone.watch.round(ward.slug))).map(({ id }) => id).includes(household);
const send = async (...phones: readonly TestPhone[]) => {
  for (const phone of phones) await phone.act.exchange(ward.slug);
};

async function add(): Promise<string> {
  const personal = { number: 21, head: "Võ Văn Tư", address: "20 Lý Thường Kiệt" };
  const body = { area: "kp1/t01", members: 3 };
  const said = await anna.act.say(ward.slug, [
    { type: "household.registered", sub: household, body, personal },
  ]);
  return must(said)[0] ?? "";
}

test("a household that was added and taken back before anything was sent stands nowhere", async () => {
  must(await anna.act.retract(ward.slug, await add(), household));
  expect(await shown(anna)).toBe(false);
  await send(anna, binh, office);
  expect([await shown(anna), await shown(binh), await shown(office)]).toEqual([false, false, false]);
  const standings = (await now(anna.watch.outbox(ward.slug))).map(({ standing }) => standing);
  expect(standings).toEqual(["received", "received"]);
});

test("taken back after it was sent, it leaves every round; what another recorded there meanwhile is kept, for the office to see", async () => {
  const added = await add();
  await send(anna, binh);
  expect(await shown(binh)).toBe(true);
  const visit = { type: "visit.logged", sub: household, body: { outcome: "absent" } };
  const [before = ""] = must(await binh.act.say(ward.slug, [visit]));
  await send(binh);
  must(await anna.act.retract(ward.slug, added, household));
  const [late = ""] = must(await binh.act.say(ward.slug, [visit]));
  await send(anna, binh, anna, office);
  expect([await shown(anna), await shown(binh), await shown(office)]).toEqual([false, false, false]);
  const kept = await now(office.watch.household(ward.slug, household));
  expect(kept?.visits.map(({ jti }) => jti)).toEqual([before]);
  const outbox = await now(binh.watch.outbox(ward.slug));
  expect(outbox.find(({ jti }) => jti === late)?.standing).toBe("held");
  await office.act.fetchHeld(ward.slug);
  const held = await now(office.watch.held(ward.slug));
  expect(held.value?.map(({ jti }) => jti)).toEqual([late]);
});
