import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { parseStatement } from "../../src/domain/statement.ts";
import { must } from "../phone/test-phone.ts";
import { createSmallWard, registration, type SmallWard } from "./small-ward.ts";
import { newId } from "./speaker.ts";

// Where a household stands and which one stands for it, whatever the order in which moves, mergers and what takes them back arrive.

let ward: SmallWard;
beforeEach(async () => {
  ward = await createSmallWard();
});
afterEach(() => ward.remove());

const merger = (sub: string, into: string) =>
  ward.office.say({ type: "household.merged", sub, body: { into } });

const move = (sub: string) => ward.office.say({ type: "household.moved", sub, body: { area: "kp2/t06" } });

const back = (text: string, place?: string, by = ward.office) => {
  const { jti, sub } = must(parseStatement(text)).claims;
  return by.say({ type: "statement.retracted", sub: jti, in: place ?? sub, body: { reason: "mistake" } });
};

async function areas(...ids: string[]) {
  const rows = await ward.store.db.selectFrom("households").select(["household", "area"]).execute();
  const byId = new Map(rows.map(({ household, area }) => [household, area]));
  return ids.map((id) => byId.get(id));
}

async function heirs(...ids: string[]) {
  const rows = await ward.store.db.selectFrom("households").select(["household", "heir"]).execute();
  const byId = new Map(rows.map(({ household, heir }) => [household, heir]));
  return ids.map((id) => byId.get(id));
}

test("a merger taken back in the midst of a chain leaves those before it with the household that it was of", async () => {
  const [one, two, three] = ward.households;
  const onward = await merger(two, three);
  for (const text of [await merger(one, two), onward]) await ward.push(text);
  expect(await heirs(one, two)).toEqual([three, three]);
  await ward.push(await back(onward));
  expect(await heirs(one, two, three)).toEqual([two, two, three]);
});

test("so does one that came after what takes it back", async () => {
  const [one, two, three] = ward.households;
  const onward = await merger(two, three);
  for (const text of [await back(onward), await merger(one, two), onward]) await ward.push(text);
  expect(await heirs(one, two, three)).toEqual([two, two, three]);
});

test("a ring that opens leads those who were merged into it on to its end", async () => {
  const [one, two, three] = ward.households;
  const four = newId();
  await ward.push(await ward.office.say(registration(four, "kp1/t02", 9, "Vũ Thị Tư")));
  const closing = await merger(three, two);
  for (const text of [await merger(one, two), await merger(two, three), closing, await merger(four, one)])
    await ward.push(text);
  expect(await heirs(one, two, three, four)).toEqual([one, two, three, four]);
  await ward.push(await back(closing));
  expect(await heirs(one, two, three, four)).toEqual([three, three, three, three]);
});

test("a chain told in one push stands as one told word by word", async () => {
  const [one, two, three] = ward.households;
  const onward = await merger(two, three);
  await ward.push(onward, await merger(one, two), await back(onward));
  expect(await heirs(one, two, three)).toEqual([two, two, three]);
});

describe("what takes a household's move back and came before it", () => {
  test.each(["the household", "its tổ", "another tổ", "another household"])(
    "takes effect by %s",
    async (by) => {
      const [one, , three] = ward.households;
      const places = new Map([
        ["the household", one],
        ["its tổ", "kp1/t01"],
        ["another tổ", "kp2/t06"],
        ["another household", three],
      ]);
      const moved = await move(one);
      await ward.push(await back(moved, places.get(by)));
      expect(await ward.push(moved)).toMatchObject([{ status: "accepted" }]);
      expect(await areas(one)).toEqual(["kp1/t01"]);
    },
  );

  test("does so where both come in one push", async () => {
    const [one, two] = ward.households;
    const [moved, other] = [await move(one), await move(two)];
    await ward.push(await back(moved, "kp1/t01"), moved, other, await back(other, "kp1/t01"));
    expect(await areas(one, two)).toEqual(["kp1/t01", "kp1/t01"]);
  });

  test("does so for a merger", async () => {
    const [one, , three] = ward.households;
    const merged = await merger(one, three);
    for (const text of [await back(merged, "kp1/t01"), merged]) await ward.push(text);
    expect(await heirs(one)).toEqual([one]);
  });
});

test.each(["before", "after"])(
  "what a volunteer takes back is back where the office let that through %s it came",
  async (when) => {
    const [one] = ward.households;
    const moved = await move(one);
    const early = await back(moved, one, ward.anna);
    const { jti } = must(parseStatement(early)).claims;
    const accept = { decision: "accept", reason: "other" };
    const decision = await ward.office.say({ type: "statement.decided", sub: jti, in: "kp1", body: accept });
    const order = when === "before" ? [decision, moved, early] : [early, moved, decision];
    for (const text of order) await ward.push(text);
    expect(await areas(one)).toEqual(["kp1/t01"]);
  },
);
