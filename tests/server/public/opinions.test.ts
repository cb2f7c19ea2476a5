import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";

import { CODE_BYTES, makeOpinionCode, opinionId } from "../../../src/domain/matters/opinion-code.ts";
import { parseStatement, personalOf } from "../../../src/domain/statement.ts";
import { sha256 } from "../../../src/server/check/digest.ts";
import { openHouse, WARD, type House, type Phone } from "../house.ts";

// docs/protocol-additions.md, 'Opinions without an account'.

const WORDS = "Xe rác tới sớm quá, nhà tôi chưa kịp đem ra.";
let house: House;
let office: Phone;
beforeEach(async () => {
  house = await openHouse();
  office = await house.enrolled("office");
});
afterEach(() => house.remove());

const newCode = () => makeOpinionCode(house.clock.ms, new Uint8Array(randomBytes(CODE_BYTES)));

function give(code: string, more: object = {}, url = `/api/wards/${WARD}/opinions`) {
  const consent = { version: "1", at: Math.floor(house.clock.ms / 1000) };
  return house.ask({
    method: "POST",
    url,
    payload: { code, area: "kp1", article: 11, text: WORDS, consent, ...more },
  });
}

async function follow(...codes: string[]) {
  const url = `/api/wards/${WARD}/opinions/followed`;
  const told = await house.ask({ method: "POST", url, payload: { codes } });
  return told.json<{ readonly opinions: readonly Record<string, unknown>[] }>().opinions;
}

async function decide(code: string, decision: "accept" | "refuse") {
  const body = { decision, reason: "duplicate" };
  const sub = await opinionId(code, sha256);
  await office.push(await office.say({ type: "statement.decided", sub, in: "kp1", body }));
}

async function answer(code: string, body: object, personal = {}) {
  const sub = await opinionId(code, sha256);
  await office.push(
    await office.say({ type: "opinion.answered", sub, in: "kp1", body: { ...body }, personal }),
  );
}

test("an opinion of anyone waits for the office, which reads it whole, and is in no log until it is taken in", async () => {
  const code = newCode();
  const given = await give(code, { by: "Chú Năm" });
  expect([given.status, given.json()]).toEqual([201, { code, state: "held" }]);
  const { held } = (await office.call("GET", "/held")).json<{ held: { reason: string; s: string }[] }>();
  expect(held.map(({ reason }) => reason)).toEqual(["anyone"]);
  const statement = parseStatement(held[0]?.s ?? "");
  if (!statement.ok) throw new Error(statement.error);
  expect(statement.value.claims).toMatchObject({
    type: "opinion.given",
    sub: "kp1",
    body: { article: 11, channel: "app", from: "anyone", consent: { version: "1" } },
  });
  expect(personalOf(statement.value)).toEqual({ text: WORDS, by: "Chú Năm" });
  expect(JSON.stringify(statement.value.claims)).not.toMatch(/rác|Năm/);
  const inLog = async () => (await office.page("?after=0")).lines.filter(({ s }) => s === held[0]?.s).length;
  expect(await inLog()).toBe(0);
  await decide(code, "accept");
  expect(await inLog()).toBe(1);
});

test("an opinion of anyone about a posted draft names its change", async () => {
  const code = newCode();
  await give(code, { article: undefined, amendment: "kp1-2027" });
  const { held } = (await office.call("GET", "/held")).json<{ held: { s: string }[] }>();
  const statement = parseStatement(held[0]?.s ?? "");
  expect(statement.ok && statement.value.claims.body).toMatchObject({
    amendment: "kp1-2027",
    channel: "app",
  });
  expect((await give(newCode(), { amendment: "x".repeat(65) })).status).toBe(400);
});

test("whoever has the code hears what became of it, from its coming to its answer", async () => {
  const code = newCode();
  expect(await follow(code)).toEqual([{ code, state: "unknown" }]);
  await give(code);
  await decide(code, "accept");
  expect(await follow(code)).toEqual([{ code, state: "taken" }]);
  const sub = await opinionId(code, sha256);
  await office.push(
    await office.say({
      type: "opinion.forwarded",
      sub,
      in: "kp1",
      body: { to: "Đội thu gom rác", on: "2026-11-24" },
    }),
  );
  const forwarded = { to: "Đội thu gom rác", on: "2026-11-24" };
  expect(await follow(code)).toEqual([{ code, state: "taken", status: "forwarded", forwarded }]);
  await answer(code, { status: "answered" }, { answer: "Từ tuần sau xe đi trễ một tiếng." });
  expect(await follow(code.toLowerCase())).toEqual([
    { code, state: "taken", status: "answered", answer: "Từ tuần sau xe đi trễ một tiếng.", forwarded },
  ]);
});

test("of two answers the one that was made later is told, whichever came last", async () => {
  const code = newCode();
  await give(code);
  await decide(code, "accept");
  const sub = await opinionId(code, sha256);
  const now = Math.floor(house.clock.ms / 1000);
  const words = [
    ["Đã thay bóng đèn.", now],
    ["Chưa có kinh phí.", now - 3600],
  ] as const;
  for (const [text, iat] of words) {
    const said = { type: "opinion.answered", sub, in: "kp1", body: { status: "answered" } };
    await office.push(await office.say({ ...said, personal: { answer: text } }, { iat }));
  }
  expect((await follow(code))[0]).toMatchObject({ status: "answered", answer: "Đã thay bóng đèn." });
});

test("an answer that was taken back is told no more; one for all is told as it was printed", async () => {
  const code = newCode();
  await give(code);
  await decide(code, "accept");
  await answer(code, { status: "answered", public: { question: "Mấy giờ?", answer: "19 giờ." } });
  expect((await follow(code))[0]).toMatchObject({ status: "answered", answer: "19 giờ." });
  const log = await office.page("?after=0");
  const last = parseStatement(log.lines.at(-1)?.s ?? "");
  if (!last.ok) throw new Error(last.error);
  const sub = last.value.claims.jti;
  await office.push(
    await office.say({ type: "statement.retracted", sub, in: "kp1", body: { reason: "mistake" } }),
  );
  expect(await follow(code)).toEqual([{ code, state: "taken" }]);
});

test("an area that the ward has not got is told apart from a wrong form, and nothing waits for the office", async () => {
  for (const area of ["kp9", "kp1/t99"]) {
    const { status, slug } = await give(newCode(), { area });
    expect([status, slug]).toEqual([404, "unknown-area"]);
  }
  expect((await office.call("GET", "/held")).json<{ held: unknown[] }>().held).toEqual([]);
});

test("what it is, and whether it may be printed, stands in the opinion; absent where nobody said so", async () => {
  await give(newCode(), { kind: "question", publish: true });
  await give(newCode(), { publish: false });
  const { held } = (await office.call("GET", "/held")).json<{ held: { s: string }[] }>();
  const bodies = held.map(({ s }) => {
    const read = parseStatement(s);
    return read.ok ? read.value.claims.body : null;
  });
  // Two that came in one millisecond stand in no order.
  const asked = bodies.find((one) => one?.["kind"] !== undefined);
  const plain = bodies.find((one) => one?.["kind"] === undefined);
  expect(bodies).toHaveLength(2);
  expect(asked).toMatchObject({ kind: "question", publish: true });
  expect(Object.keys(plain ?? {}).sort()).toEqual(["article", "channel", "consent", "from"]);
});

test("whoever has the code hears that the office took it back as they wished", async () => {
  const code = newCode();
  await give(code);
  await decide(code, "accept");
  const sub = await opinionId(code, sha256);
  await office.push(
    await office.say({ type: "statement.retracted", sub, in: "kp1", body: { reason: "wish" } }),
  );
  expect(await follow(code)).toEqual([{ code, state: "taken", status: "withdrawn" }]);
});

test("what the office refused is told so, with its reason", async () => {
  const code = newCode();
  await give(code);
  await decide(code, "refuse");
  expect(await follow(code)).toEqual([{ code, state: "refused", reason: "duplicate" }]);
});

test("the same code twice is one opinion, the one that came first", async () => {
  const code = newCode();
  await give(code);
  const again = await give(code, { text: "Lời khác hẳn." });
  expect([again.status, again.json()]).toEqual([201, { code, state: "held" }]);
  const { held } = (await office.call("GET", "/held")).json<{ held: { s: string }[] }>();
  expect(held).toHaveLength(1);
});

test("the id that stands in the log is nobody's code, and neither is another statement's", async () => {
  const code = newCode();
  await give(code);
  await decide(code, "accept");
  const id = await opinionId(code, sha256);
  expect(await follow(id, "x")).toEqual([
    { code: id, state: "unknown" },
    { code: "x", state: "unknown" },
  ]);
});

test.each<[string, object]>([
  ["2,000 signs that take two units each", { text: "😀".repeat(2000) }],
  ["2,000 letters that were typed mark by mark", { text: "ễ".normalize("NFD").repeat(2000) }],
  ["a name of 100 such letters", { by: "ễ".normalize("NFD").repeat(100) }],
  ["a version of its consent that is a number", { consent: { version: 2, at: 1_795_420_800 } }],
])("what has %s is taken", async (_, more) => {
  const { status } = await give(newCode(), more);
  expect(status).toBe(201);
});

test.each<[string, object]>([
  ["no words", { text: "  " }],
  ["too many", { text: "x".repeat(2001) }],
  ["too many, typed mark by mark", { text: "ễ".normalize("NFD").repeat(2001) }],
  ["half a version", { consent: { version: 1.5, at: 1_795_420_800 } }],
  ["a long name", { by: "x".repeat(101) }],
  ["no consent", { consent: undefined }],
  ["no area", { area: "Khu phố 1" }],
  ["no code", { code: "12345" }],
])("what has %s is refused", async (_, more) => {
  const { status, slug } = await give(newCode(), more);
  expect([status, slug]).toEqual([400, "bad-request"]);
});

test("a body that is too large, another ward, and too many in an hour are told apart", async () => {
  expect((await give(newCode(), { more: "x".repeat(17_000) })).slug).toBe("too-large");
  expect((await give(newCode(), {}, "/api/wards/phuong-la/opinions")).slug).toBe("unknown-ward");
  const answers = [];
  for (let i = 0; i < 20; i++) answers.push(await give(newCode()));
  expect(answers.some(({ slug }) => slug === "too-often")).toBe(true);
  expect(Number(answers.at(-1)?.headers["retry-after"])).toBeGreaterThan(0);
});

test("nothing that was said, and no code, gets into the server's own log", async () => {
  const code = newCode();
  await give(code, { by: "Chú Năm" });
  await follow(code);
  expect(house.log.join("")).not.toMatch(new RegExp(`${code}|rác|Năm`));
});

test("what a phone says in anybody's name is judged as its own, and takes nobody's place among what waits", async () => {
  const volunteer = await house.enrolled("volunteer", ["kp1"]);
  const draft = {
    type: "opinion.given",
    sub: "kp2",
    body: { channel: "app", from: "anyone" },
    personal: { text: WORDS },
  };
  const { results } = await volunteer.push(await volunteer.say(draft));
  expect(results).toMatchObject([{ status: "held", reason: "beyond-area" }]);
});
