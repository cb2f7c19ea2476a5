import { afterEach, beforeEach, expect, test } from "vitest";

import { parseStatement } from "../../src/domain/statement.ts";
import {
  absence,
  consent,
  createSmallWard,
  enrolment,
  pledge,
  registration,
  type SmallWard,
} from "./small-ward.ts";
import { newId } from "./speaker.ts";

// What waited only for another statement is judged again by itself, whatever way that one came in (PROTOCOL.md §3).

let ward: SmallWard;
beforeEach(async () => {
  ward = await createSmallWard();
});
afterEach(() => ward.remove());

test("a registration that the office accepts lets in what waited for its household", async () => {
  const { anna, office, push } = ward;
  const household = newId();
  const far = await anna.say(registration(household, "kp2/t06", 9, "Phạm Thị Chín"));
  const visit = await office.say(absence(household));
  expect(await push(far, visit)).toMatchObject([
    { status: "held", reason: "beyond-area" },
    { status: "held", reason: "unknown-household" },
  ]);
  await push(await office.say(accept(idOf(far), household)));
  expect(await push(far, visit)).toMatchObject([{ status: "duplicate" }, { status: "duplicate" }]);
});

test("a held decision that is accepted takes effect", async () => {
  const { anna, office, households, push } = ward;
  const visit = await anna.say(absence(households[2]));
  const mine = await anna.say(accept(idOf(visit), households[2]));
  expect(await push(visit, mine)).toMatchObject([{ status: "held" }, { status: "held" }]);
  await push(await office.say(accept(idOf(mine), households[2])));
  expect(await push(visit)).toMatchObject([{ status: "duplicate" }]);
});

test.each(["device.assigned", "device.enrolled"])(
  "what a volunteer said beyond its area comes in once it is given that: %s",
  async (type) => {
    const { anna, key, office, households, push } = ward;
    const visit = await anna.say(absence(households[2]));
    expect(await push(visit)).toMatchObject([{ status: "held", reason: "beyond-area" }]);
    const again = enrolment(anna, "volunteer", ["kp1", "kp2"]);
    await push(
      type === "device.assigned"
        ? await office.say({ type, sub: anna.kid, body: { areas: ["kp1", "kp2"], from: 1, to: 2 } })
        : await key.say({ ...again, body: { ...again.body, invite: newId() } }),
    );
    expect(await push(visit)).toMatchObject([{ status: "duplicate" }]);
  },
);

test("an erasure that explains what is missing lets the statement in", async () => {
  const { anna, office, households, push } = ward;
  const agreed = consent(households[0]);
  const full = await anna.say(pledge(households[0], agreed.jti));
  const bare = `${full.split("~")[0] ?? ""}~`;
  expect(await push(bare)).toMatchObject([{ status: "held", reason: "incomplete" }]);
  await push(await office.say({ type: "data.erased", sub: households[0], body: {} }));
  expect(await push(bare)).toMatchObject([{ status: "duplicate" }]);
});

test("an erasure that comes with its target goes where that goes", async () => {
  const { anna, office, households, push, store } = ward;
  const visit = await anna.say(absence(households[0], "ghi"));
  await push(await office.say({ type: "data.erased", sub: idOf(visit), body: {} }), visit);
  const rows = await store.db
    .selectFrom("statements")
    .select(["type", "place"])
    .where("seq", ">", 8)
    .execute();
  expect(rows.map(({ place }) => place)).toEqual([households[0], households[0]]);
});

test("an answer that comes with its opinion goes where that goes", async () => {
  const { anna, office, households, push, store } = ward;
  const said = await anna.say({
    type: "opinion.given",
    sub: households[0],
    body: { channel: "door" },
    personal: { text: "Đèn hẻm 4 tắt" },
  });
  const body = { status: "received" };
  await push(await office.say({ type: "opinion.answered", sub: idOf(said), in: "kp1/t01", body }), said);
  const rows = await store.db
    .selectFrom("statements")
    .select(["type", "place"])
    .where("seq", ">", 8)
    .execute();
  expect(rows.map(({ place }) => place)).toEqual([households[0], households[0]]);
});

function accept(jti: string, place: string) {
  return { type: "statement.decided", sub: jti, in: place, body: { decision: "accept", reason: "other" } };
}

function idOf(statement: string): string {
  const read = parseStatement(statement);
  if (!read.ok) throw new Error(read.error);
  return read.value.claims.jti;
}
