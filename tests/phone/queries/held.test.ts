import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { HeldLine } from "../../../src/phone/api/phone.ts";
import { newId } from "../../server/speaker.ts";
import { absence, createRealWard, pledging, registration, type RealWard } from "../real-ward.ts";
import { enrolled, must, now, testPhone, until, type TestPhone } from "../test-phone.ts";

let ward: RealWard;
let office: TestPhone;
let phone: TestPhone;
const [mine, far] = [newId(), newId()];

beforeEach(async () => {
  ward = await createRealWard();
  await ward.say(
    registration(mine, "kp1/t01", 7, "Võ Thị Bảy"),
    registration(far, "kp2/t06", 8, "Lý Văn Tám"),
  );
  office = testPhone(ward);
  await enrolled(ward, office, { role: "office", areas: [] });
  phone = testPhone(ward);
  await enrolled(ward, phone);
  for (const one of [office, phone]) await one.act.exchange(ward.slug);
});
afterEach(() => ward.remove());

const held = () => now(office.watch.held(ward.slug));
const outbox = () => now(phone.watch.outbox(ward.slug));

async function sayFar(): Promise<string> {
  const [jti = ""] = must(await phone.act.say(ward.slug, [absence(far, "Gọi cổng sau")]));
  await phone.act.exchange(ward.slug);
  return jti;
}

function decision({ jti, place }: HeldLine, word: "accept" | "refuse") {
  const body = { decision: word, reason: "duplicate" };
  return { type: "statement.decided", sub: jti, in: place, body };
}

async function onlyLine(): Promise<HeldLine> {
  await office.act.fetchHeld(ward.slug);
  const line = (await held()).value?.[0];
  if (!line) throw new Error("nothing is held");
  return line;
}

test("the office reads what waits, with who, about whom, when and why", async () => {
  expect(await held()).toEqual({ value: null, at: null, problem: null });
  ward.time += 60_000;
  const jti = await sayFar();
  const line = await onlyLine();
  const { device } = (await now(phone.watch.memberships()))[0]!;
  expect(line).toEqual({
    jti,
    kid: device,
    type: "visit.logged",
    sub: far,
    body: { outcome: "absent" },
    personal: { note: "Gọi cổng sau" },
    known: true,
    place: far,
    household: far,
    at: ward.time / 1000,
    approximate: false,
    receivedAt: ward.time / 1000,
    reason: "beyond-area",
    missing: 0,
    decided: null,
  });
  expect((await held()).at).toBe(ward.time / 1000);
  // It is kept nowhere.
  expect((await office.db.statements.toArray()).some((row) => row.jti === jti)).toBe(false);
});

test("of what a phone with a clock far ahead has made the time of receipt stands there", async () => {
  const came = ward.time;
  ward.time += 300 * 86_400_000;
  must(await phone.act.say(ward.slug, [absence(far)]));
  ward.time = came;
  await phone.act.exchange(ward.slug);
  expect(await onlyLine()).toMatchObject({ at: came / 1000, approximate: true, receivedAt: came / 1000 });
});

test("without coverage it keeps what it was told last, and says why it knows no more", async () => {
  await sayFar();
  await onlyLine();
  const clear = ward.obstruct(async () => {
    throw new TypeError("Failed to fetch");
  });
  await office.act.fetchHeld(ward.slug);
  clear();
  expect(await held()).toMatchObject({ problem: "unreachable", value: [{ reason: "beyond-area" }] });
  await office.act.fetchHeld(ward.slug);
  expect((await held()).problem).toBeNull();
});

test("a volunteer's phone is told that it may not", async () => {
  await phone.act.fetchHeld(ward.slug);
  expect(await now(phone.watch.held(ward.slug))).toMatchObject({ value: null, problem: "forbidden" });
});

test.each([
  ["accept", { standing: "received", reason: null }],
  ["refuse", { standing: "refused", reason: "duplicate" }],
] as const)(
  "a decision made without coverage goes later, and its author hears of it: %s",
  async (word, became) => {
    await sayFar();
    expect(await outbox()).toMatchObject([{ standing: "held", reason: "beyond-area" }]);
    const line = await onlyLine();
    const clear = ward.obstruct(async () => {
      throw new TypeError("Failed to fetch");
    });
    must(await office.act.say(ward.slug, [decision(line, word)]));
    await office.act.exchange(ward.slug);
    // At once, though the ward has not heard.
    const marked = await until(office.watch.held(ward.slug), ({ value }) => value?.[0]?.decided === word);
    expect(marked.value).toHaveLength(1);
    clear();
    await office.act.exchange(ward.slug);
    await office.act.fetchHeld(ward.slug);
    expect((await held()).value).toEqual([]);
    await phone.act.exchange(ward.slug);
    const [after] = await outbox();
    expect(after).toMatchObject(became);
    expect(typeof after?.seq).toBe(word === "accept" ? "number" : "object");
  },
);

test("what the office wrote on refusing goes to its author where the record's place is in its sight, and nowhere else", async () => {
  const [beyond = ""] = must(
    await phone.act.say(ward.slug, [{ type: "household.closed", sub: mine, body: { reason: "other" } }]),
  );
  const unseen = await sayFar();
  await office.act.fetchHeld(ward.slug);
  for (const line of (await held()).value ?? []) {
    const draft = { ...decision(line, "refuse"), personal: { note: `Về ${line.type}` } };
    must(await office.act.say(ward.slug, [draft]));
  }
  await office.act.exchange(ward.slug);
  await phone.act.exchange(ward.slug);
  const lines = new Map((await outbox()).map((line) => [line.jti, line]));
  expect(lines.get(beyond)).toMatchObject({ standing: "refused", note: "Về household.closed" });
  expect(lines.get(unseen)).toMatchObject({ standing: "refused", reason: "duplicate" });
  expect(lines.get(unseen)).not.toHaveProperty("note");
});

describe("a copy that lost its personal fields on the way", () => {
  /** Somebody hands on a part of the pledge, and the office takes it for all there is. */
  async function takePart(text: string): Promise<void> {
    const [jws = "", field = ""] = text.split("~");
    const part = await ward.station().acceptor.push(ward.slug, [`${jws}~${field}~`]);
    expect(part).toMatchObject({ value: { results: [{ status: "held", reason: "incomplete" }] } });
    const line = await onlyLine();
    expect(line).toMatchObject({ reason: "incomplete", missing: 2 });
    must(await office.act.say(ward.slug, [decision(line, "accept")]));
    await office.act.exchange(ward.slug);
  }

  const signature = async (one: TestPhone) =>
    (await now(one.watch.household(ward.slug, mine)))?.pledges.map(({ strokes }) => strokes);

  test("does not keep its author from sending the whole, which everybody gets who had the part", async () => {
    const ids = must(await phone.act.say(ward.slug, pledging(mine)));
    await takePart((await phone.act.statementText(ward.slug, ids[1]!))!);
    expect((await signature(office))?.every((strokes) => strokes === "M1 1l9 9")).toBe(false);
    // Nothing but a pull comes through at first: the log's part must not pass for the whole.
    const clear = ward.obstruct(async (pass, { body }) => {
      if (body) throw new TypeError("Failed to fetch");
      return pass();
    });
    await phone.act.exchange(ward.slug);
    clear();
    await phone.act.exchange(ward.slug);
    expect((await outbox()).map(({ standing }) => standing)).toEqual(["received", "received"]);
    expect(await signature(phone)).toEqual(["M1 1l9 9"]);
    await office.act.exchange(ward.slug);
    expect(await signature(office)).toEqual(["M1 1l9 9"]);
  });

  test("that its author reads before the whole was sent waits to be sent", async () => {
    const ids = must(await phone.act.say(ward.slug, pledging(mine)));
    await takePart((await phone.act.statementText(ward.slug, ids[1]!))!);
    // Its pushes are lost on their way, its pulls are not.
    const { epoch, head } = (await phone.db.memberships.get(ward.slug))!;
    const clear = ward.obstruct(async (pass, { body }) => {
      const { statements = [] } = body ? (JSON.parse(body) as { statements?: unknown[] }) : {};
      const results = statements.map(() => ({ status: "held", reason: "lost" }));
      return body ? Response.json({ epoch, head, saved: 0, results }) : pass();
    });
    await phone.act.exchange(ward.slug);
    clear();
    expect((await phone.db.statements.get([ward.slug, ids[1]!]))?.standing).not.toBe("log");
    await phone.act.exchange(ward.slug);
    await office.act.exchange(ward.slug);
    expect(await signature(office)).toEqual(["M1 1l9 9"]);
  });
});
