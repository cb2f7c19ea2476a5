import { afterEach, beforeEach, expect, test } from "vitest";

import { must } from "../phone/test-phone.ts";
import { parseStatement } from "../../src/domain/statement.ts";
import { createSmallWard, registration, type SmallWard } from "./small-ward.ts";
import { newId } from "./speaker.ts";

// For whom a household stands, whatever the order in which mergers and what takes them back arrive.

let ward: SmallWard;
beforeEach(async () => {
  ward = await createSmallWard();
});
afterEach(() => ward.remove());

const merger = (sub: string, into: string) =>
  ward.office.say({ type: "household.merged", sub, body: { into } });

const back = (text: string) => {
  const { jti, sub } = must(parseStatement(text)).claims;
  return ward.office.say({ type: "statement.retracted", sub: jti, in: sub, body: { reason: "mistake" } });
};

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
