import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import type { Draft } from "../../../src/domain/statement.ts";
import { createKeptCounts } from "../../../src/server/totals/kept-counts.ts";
import { createTotals } from "../../../src/server/totals/totals.ts";
import { findWard } from "../../../src/server/wards/wards.ts";
import type { TotalsAnswer } from "../../../src/wire/answers.ts";
import { openHouse, WARD, type House, type Phone } from "../house.ts";
import { registration } from "../small-ward.ts";
import { newId } from "../speaker.ts";

// docs/protocol-additions.md, 'Who only looks on'.

let house: House;
let office: Phone;
const ids = Array.from({ length: 12 }, newId);
beforeEach(async () => {
  house = await openHouse();
  office = await house.enrolled("office");
  // With the two of the house 7 in kp1/t01, 7 in kp1/t02, and one in kp2.
  await house.wardSays(
    CAMPAIGN,
    ...ids.map((id, at) => registration(id, at < 5 ? "kp1/t01" : "kp1/t02", at + 10, "Hộ Thử")),
  );
});
afterEach(() => house.remove());

const CAMPAIGN: Draft = {
  type: "campaign.opened",
  sub: "2026",
  body: {
    title: "Cam kết",
    from: "2026-01-01",
    to: "2026-12-31",
    editions: { kp1: 4 },
    items: [{ id: "flag", text: "Treo cờ", article: 13 }],
    consent: { version: 1, purposes: [{ id: "record", text: "Lưu họ tên" }] },
  },
};

const pledge = (sub: string): Draft => ({
  type: "pledge.signed",
  sub,
  body: { campaign: "2026", edition: 4, agreed: ["flag"], declined: [], medium: "screen", consent: newId() },
  personal: { signer: "Người Thử", relation: "Chủ hộ", strokes: "M1 1l9 9" },
});

async function say(...drafts: readonly Draft[]) {
  for (const draft of drafts) await office.push(await office.say(draft));
}

async function totals(phone: Phone) {
  const answer = await phone.call("GET", "/totals");
  expect(answer.status).toBe(200);
  return answer.json<TotalsAnswer>();
}

test("a viewer gets the sums of its areas and no other, the office those of the ward", async () => {
  const [first = "", second = ""] = ids;
  await say(
    pledge(first),
    { type: "handbook.delivered", sub: first, body: { edition: 4, how: "hand" } },
    { type: "visit.logged", sub: second, body: { outcome: "refused" }, personal: { note: "Chưa muốn" } },
  );
  const viewer = await house.enrolled("viewer", ["kp1"]);
  const told = await totals(viewer);
  expect(told.campaign).toBe("2026");
  expect(told.whole).toMatchObject({ households: 14, delivered: 1, signed: 1, refused: 1, none: 12 });
  expect(told.areas.map(({ area, parts }) => [area, parts.map((part) => part.area)])).toEqual([
    ["kp1", ["kp1/t01", "kp1/t02"]],
  ]);
  expect((await totals(office)).whole).toMatchObject({ households: 15, awaiting: 14 });
  house.clock.ms += 61_000;
  await house.wardSays({ type: "data.erased", sub: second, body: {} });
  expect((await totals(office)).whole).toMatchObject({ households: 15, refused: 1, awaiting: 13 });
  const other = await totals(await house.enrolled("viewer", ["kp2"]));
  // One household alone is told nothing of: its figures would be somebody's.
  expect([Object.values(other.whole), other.areas]).toEqual([Array.from({ length: 9 }, () => 0), []]);
});

test("a tổ of few households has no line, and neither has the one that would give it away", async () => {
  await house.wardSays(registration(newId(), "kp1/t03", 1, "Hộ Thử"));
  const viewer = await house.enrolled("viewer", ["kp1"]);
  const [area] = (await totals(viewer)).areas;
  expect([area?.totals.households, area?.parts.length]).toEqual([15, 1]);
});

test.each([
  // Seven less the line of five would be the two that refused.
  { areas: { "kp5/t01": 5, "kp5/t02": 1, "kp5/t03": 1 }, shown: [] },
  { areas: { "kp5/t01": 6, "kp5/t02": 4, "kp5/t03": 1 }, shown: ["kp5/t01"] },
  { areas: { "kp5/t01": 7, "kp5/t02": 6, "kp5/t03": 5, "kp5/t04": 4 }, shown: ["kp5/t01", "kp5/t02"] },
  // One that stands right in the khu phố.
  { areas: { kp5: 1, "kp5/t01": 6, "kp5/t02": 7 }, shown: ["kp5/t02"] },
  { areas: { kp5: 5, "kp5/t01": 6, "kp5/t02": 7 }, shown: ["kp5/t01", "kp5/t02"] },
  { areas: { "kp5/t01": 6, "kp5/t02": 7 }, shown: ["kp5/t01", "kp5/t02"] },
])("no sum less its lines tells of a few: $areas", async ({ areas, shown }) => {
  const all = Object.entries(areas).flatMap(([area, count]) => Array.from({ length: count }, () => area));
  await house.wardSays(...all.map((area, at) => registration(newId(), area, at + 1, "Hộ Thử")));
  const { whole, areas: told } = await totals(await house.enrolled("viewer", ["kp5"]));
  expect([whole.households, told.map(({ area }) => area)]).toEqual([all.length, ["kp5"]]);
  expect(told[0]?.parts.map(({ area }) => area)).toEqual(shown);
});

test("what was merged counts once, what was closed or taken back not at all; a count is at most a minute old", async () => {
  const [first = "", second = "", third = "", fourth = ""] = ids;
  const viewer = await house.enrolled("viewer", ["kp1"]);
  const before = await totals(viewer);
  const signed = await office.say(pledge(fourth));
  await office.push(signed);
  await say(
    { type: "household.merged", sub: first, body: { into: second } },
    { type: "household.closed", sub: third, body: { reason: "other" } },
    pledge(first),
  );
  expect(await totals(viewer)).toEqual(before);
  house.clock.ms += 61_000;
  const after = await totals(viewer);
  expect(after.whole).toMatchObject({ households: 12, signed: 2 });
  expect(after.at).toBe(before.at + 61);
});

/** What a server that has counted nothing yet would tell. */
const countedAnew = async () => {
  const ward = await findWard(house.station.db, WARD);
  if (!ward) throw new Error("the ward is gone");
  const kept = { read: () => Promise.resolve(null), keep: () => Promise.resolve() };
  return createTotals({ db: house.station.db, kept, now: () => house.clock.ms })(ward, null);
};

/** What a server tells that has just been started. */
const startedAnew = async (version = "1") => {
  const ward = await findWard(house.station.db, WARD);
  if (!ward) throw new Error("the ward is gone");
  const kept = createKeptCounts({ ...house.station, version });
  return createTotals({ db: house.station.db, kept, now: () => house.clock.ms })(ward, null);
};

test("whatever is said of households, counting those alone tells what counting all would", async () => {
  const [first = "", second = "", third = "", fourth = ""] = ids;
  // So that kp2 has a line of its own.
  for (let at = 0; at < 6; at += 1) await house.wardSays(registration(newId(), "kp2/t06", 40 + at, "Hộ Thử"));
  const refused = await office.say({ type: "visit.logged", sub: fourth, body: { outcome: "refused" } });
  const merged = await office.say({ type: "household.merged", sub: second, body: { into: first } });
  const steps: readonly (() => Promise<unknown>)[] = [
    () => say(pledge(first), pledge(second)),
    () => office.push(refused),
    () => say({ type: "statement.retracted", sub: jtiOf(refused), in: fourth, body: { reason: "mistake" } }),
    () => say({ type: "household.moved", sub: third, body: { area: "kp2/t06" }, personal: { number: 9 } }),
    () => say({ type: "household.closed", sub: third, body: { reason: "other" } }),
    () => house.wardSays(registration(newId(), "kp2/t06", 30, "Hộ Thử")),
    () => office.push(merged),
    () => say({ type: "handbook.delivered", sub: second, body: { edition: 4, how: "hand" } }),
    () => say({ type: "statement.retracted", sub: jtiOf(merged), in: second, body: { reason: "mistake" } }),
    () => say({ type: "campaign.closed", sub: "2026", body: {} }),
  ];
  const told: string[] = [];
  for (const step of [() => Promise.resolve(), ...steps]) {
    await step();
    house.clock.ms += 61_000;
    const { at: _at, ...sums } = await totals(office);
    const { at: _anew, ...anew } = await countedAnew();
    expect(sums).toEqual(anew);
    told.push(JSON.stringify(sums));
  }
  // Each of them was seen.
  expect(told.flatMap((one, at) => (one === told[at - 1] ? [at] : []))).toEqual([]);
});

test("of whom nothing was said nothing is read again, until another campaign runs", async () => {
  const [first = "", second = ""] = ids;
  expect((await totals(office)).whole).toMatchObject({ households: 15, signed: 0 });
  // Nobody can do this: it shows who is read.
  await house.station.db.deleteFrom("statements").where("sub", "=", second).execute();
  await say(pledge(first));
  house.clock.ms += 61_000;
  expect((await totals(office)).whole).toMatchObject({ households: 15, signed: 1 });
  await say({ type: "campaign.closed", sub: "2026", body: {} });
  house.clock.ms += 61_000;
  expect((await totals(office)).whole.households).toBe(14);
});

test("a server that starts counts only those of whom something was said since one counted before it", async () => {
  const [first = "", second = "", third = ""] = ids;
  expect((await startedAnew()).whole).toMatchObject({ households: 15, signed: 0 });
  // Nobody can do this: it shows who is read.
  await house.station.db.deleteFrom("statements").where("sub", "=", second).execute();
  await say(pledge(first));
  expect((await startedAnew()).whole).toMatchObject({ households: 15, signed: 1 });
  // Another version may count otherwise.
  expect((await startedAnew("2")).whole).toMatchObject({ households: 14, signed: 1 });
  // What lies there is no personal field, and for its owner alone.
  const path = join(house.place.dataDir, `counts/${WARD}.ndjson`);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const text = readFileSync(path, "utf8");
  expect(text).toContain(first);
  expect(text).not.toContain("Hộ Thử");
  // One that is damaged is counted anew, and so is one of another epoch, and of a log that went another way.
  await house.station.db.deleteFrom("statements").where("sub", "=", third).execute();
  for (const spoilt of [
    text.slice(0, -20),
    text.replace(/"epoch":"[^"]+"/, `"epoch":"another"`),
    text.replace(/"last":"[^"]+"/, `"last":"another"`),
    text.replace(/"head":\d+/, `"head":9999`),
  ]) {
    writeFileSync(path, spoilt);
    expect((await startedAnew("2")).whole).toMatchObject({ households: 13, signed: 1 });
  }
  // The one that was kept after them is as good as the first.
  expect((await startedAnew("2")).whole).toMatchObject({ households: 13, signed: 1 });
});

test("no byte of a personal field reaches a viewer, whatever it asks for", async () => {
  const [home] = house.households;
  const secret = "Bí mật của riêng nhà";
  const given = await office.say({
    type: "opinion.given",
    sub: home,
    body: { channel: "door", article: 9 },
    personal: { text: secret, by: secret },
  });
  await office.push(given);
  const opinion = JSON.parse(Buffer.from(given.split(".")[1] ?? "", "base64url").toString()) as {
    jti: string;
  };
  await say(
    {
      type: "opinion.answered",
      sub: opinion.jti,
      in: home,
      body: { status: "answered", public: { question: "Hỏi chung", answer: "Đáp chung" } },
      personal: { answer: secret },
    },
    { type: "visit.logged", sub: home, body: { outcome: "absent" }, personal: { note: secret } },
    { type: "household.changed", sub: home, body: {}, personal: { note: secret, phone: "0900000000" } },
    { type: "opinion.given", sub: "kp1", body: { channel: "meeting" }, personal: { text: secret } },
  );
  const viewer = await house.enrolled("viewer", ["kp1"]);
  const forms = [{}, { accept: "application/vnd.so-tay.columns+json" }];
  const texts = await Promise.all([
    ...forms.map(
      async (headers) => (await viewer.call("GET", "/statements?after=0", undefined, headers)).text,
    ),
    viewer.call("GET", "/totals").then(({ text }) => text),
  ]);
  const lines = (await viewer.page()).lines.map(({ s }) => s);
  const types = lines.map((s) => typeOf(s)).filter((type) => type.startsWith("opinion."));
  expect(types.sort()).toEqual(["opinion.answered", "opinion.given", "opinion.given"]);
  expect(lines.filter((s) => s.split("~").length > 2)).toEqual([]);
  expect(lines.map(typeOf).filter((type) => /^(household|visit|pledge)\./.test(type))).toEqual([]);
  for (const text of texts) {
    expect(text).not.toContain(secret);
    expect(text).not.toContain(Buffer.from(secret).toString("base64url").slice(4, 20));
    expect(text).not.toContain("0900000000");
    expect(text).not.toContain("Hộ Thử");
  }
  const elsewhere = await house.enrolled("viewer", ["kp2"]);
  const seen = (await elsewhere.page()).lines.map(({ s }) => typeOf(s));
  expect(seen).not.toContain("opinion.given");
});

test("a household that moves into its areas brings its opinions along, and one that leaves takes them", async () => {
  const [, , over] = house.households;
  await say({ type: "opinion.given", sub: over, body: { channel: "door" }, personal: { text: "Đèn hỏng" } });
  const viewer = await house.enrolled("viewer", ["kp1"]);
  const see = async () => {
    const { lines, end } = await viewer.page();
    return { scope: end.scope, opinions: lines.filter(({ s }) => typeOf(s) === "opinion.given").length };
  };
  const before = await see();
  await say({ type: "household.moved", sub: over, body: { area: "kp1/t02" }, personal: { number: 99 } });
  const after = await see();
  expect([before.opinions, after.opinions, before.scope === after.scope]).toEqual([0, 1, false]);
  await say({ type: "household.moved", sub: over, body: { area: "kp2/t06" }, personal: { number: 1 } });
  expect((await see()).opinions).toBe(0);
});

test("what a viewer says is held, and asks no other of the ward's sums", async () => {
  const viewer = await house.enrolled("viewer", ["kp1"]);
  const { results } = await viewer.push(
    await viewer.say({ type: "visit.logged", sub: house.households[0], body: { outcome: "absent" } }),
  );
  expect(results).toMatchObject([{ status: "held" }]);
  const statuses = await Promise.all(
    [
      await house.enrolled("volunteer", ["kp1"]),
      await house.enrolled("household", [], { household: house.households[0] }),
    ].map(async (phone) => (await phone.call("GET", "/totals")).status),
  );
  expect(statuses).toEqual([403, 403]);
});

function typeOf(text: string): string {
  const payload = Buffer.from(text.split(".")[1] ?? "", "base64url").toString();
  return (JSON.parse(payload) as { type: string }).type;
}

function jtiOf(text: string): string {
  const payload = Buffer.from(text.split(".")[1] ?? "", "base64url").toString();
  return (JSON.parse(payload) as { jti: string }).jti;
}
