import { afterEach, beforeEach, expect, test } from "vitest";

import type { Draft } from "../../../src/domain/statement.ts";
import { openHouse, WARD, type House, type Phone } from "../house.ts";
import { consent, pledge } from "../small-ward.ts";
import { newId } from "../speaker.ts";

let house: House;
let volunteer: Phone;
beforeEach(async () => {
  house = await openHouse();
  volunteer = await house.enrolled("volunteer", ["kp1"]);
});
afterEach(() => house.remove());

/** What anybody who knows the id is told, without a token. */
async function receipt(jti: string) {
  const answer = await house.ask({ method: "GET", url: `/api/wards/${WARD}/receipts/${jti}` });
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json();
}

/** A household pledges at its door; returns the id of the pledge. */
async function pledged(household: string, by = volunteer): Promise<string> {
  const given = consent(household);
  const jti = newId();
  await by.push(await by.say(given), await by.say({ ...pledge(household, given.jti), jti }));
  return jti;
}

const says = async (by: Phone, draft: Draft) => (await by.push(await by.say(draft))).results[0];

test("a pledge of the log counts, under its number, until it is withdrawn", async () => {
  const [home] = house.households;
  const jti = await pledged(home);
  const { head } = (await volunteer.page()).end;
  expect(await receipt(jti)).toEqual({ seq: head, state: "counts" });
  await says(volunteer, { type: "pledge.withdrawn", sub: home, body: { campaign: "2026" } });
  expect(await receipt(jti)).toEqual({ seq: head, state: "withdrawn" });
});

test("one that was taken back says so; a stranger's retraction changes nothing", async () => {
  const [home] = house.households;
  const jti = await pledged(home);
  const other = await house.enrolled("volunteer", ["kp1"]);
  const back: Draft = { type: "statement.retracted", sub: jti, in: home, body: { reason: "mistake" } };
  expect(await says(other, back)).toMatchObject({ status: "held" });
  expect(await receipt(jti)).toMatchObject({ state: "counts" });
  await says(volunteer, back);
  expect(await receipt(jti)).toMatchObject({ state: "retracted" });
});

test("one that waits for the office is held; what nobody knows is unknown", async () => {
  const jti = await pledged(house.households[2]);
  expect(await receipt(jti)).toEqual({ seq: null, state: "held" });
  expect(await receipt(newId())).toEqual({ seq: null, state: "unknown" });
});

test("one that the office refused is no longer said to wait", async () => {
  const jti = await pledged(house.households[2]);
  const office = await house.enrolled("office");
  const body = { decision: "refuse", reason: "mistake" };
  await says(office, { type: "statement.decided", sub: jti, in: house.households[2], body });
  expect(await receipt(jti)).toEqual({ seq: null, state: "unknown" });
});

test("only pledges have receipts: of a visit or a consent nobody is told whether there is one", async () => {
  const [home] = house.households;
  const ids = [newId(), newId()] as const;
  await says(volunteer, { jti: ids[0], type: "visit.logged", sub: home, body: { outcome: "absent" } });
  await says(volunteer, { ...consent(home), jti: ids[1] });
  // Beyond its area: that is held.
  await says(volunteer, {
    jti: newId(),
    type: "visit.logged",
    sub: house.households[2],
    body: { outcome: "absent" },
  });
  for (const id of ids) expect(await receipt(id)).toEqual({ seq: null, state: "unknown" });
});

test("of two pledges the other one says that another counts", async () => {
  const [home] = house.households;
  const [first, second] = [await pledged(home), await pledged(home)];
  expect(await receipt(first)).not.toHaveProperty("other");
  expect(await receipt(second)).toMatchObject({ state: "counts", other: true });
  await says(volunteer, { type: "pledge.preferred", sub: home, body: { campaign: "2026", pledge: second } });
  expect(await receipt(first)).toMatchObject({ state: "counts", other: true });
  expect(await receipt(second)).not.toHaveProperty("other");
});

test("the pledge of a household that was merged is withdrawn by its heir", async () => {
  const [home, heir] = house.households;
  const jti = await pledged(home);
  const office = await house.enrolled("office");
  await says(office, { type: "household.merged", sub: home, body: { into: heir } });
  expect(await receipt(jti)).toMatchObject({ state: "counts" });
  await says(volunteer, { type: "pledge.withdrawn", sub: heir, body: { campaign: "2026" } });
  expect(await receipt(jti)).toMatchObject({ state: "withdrawn" });
});

test("an erased pledge keeps its place: the receipt still says that it counts", async () => {
  const [home] = house.households;
  const jti = await pledged(home);
  const office = await house.enrolled("office");
  await says(office, { type: "data.erased", sub: home, body: {} });
  expect(await receipt(jti)).toMatchObject({ state: "counts" });
});

test("what is no id, and a ward that is not here, are told so", async () => {
  const bad = await house.ask({ method: "GET", url: `/api/wards/${WARD}/receipts/khong-phai` });
  expect([bad.status, bad.slug]).toEqual([400, "bad-request"]);
  const elsewhere = await house.ask({ method: "GET", url: `/api/wards/khong-co/receipts/${newId()}` });
  expect(elsewhere.slug).toBe("unknown-ward");
});
