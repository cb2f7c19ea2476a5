import { afterEach, beforeEach, expect, test } from "vitest";
import { rebuildOld } from "../../src/phone/append/rebuild.ts";
import { readAll } from "../../src/phone/log/records.ts";
import { open } from "../../src/phone/store/seal.ts";
import { formatPage } from "../../src/wire/page.ts";
import { newId } from "../server/speaker.ts";
import { pageAsSent } from "../wire/as-sent.ts";
import { readPieces } from "../wire/read-pieces.ts";
import { firstPieceOf } from "./pieces.ts";
import { absence, createRealWard, delivery, pledging, registration, type RealWard } from "./real-ward.ts";
import { enrolled, must, now, testPhone, until, type TestPhone } from "./test-phone.ts";

let ward: RealWard;
let phone: TestPhone;
const [here, there] = [newId(), newId()];

beforeEach(async () => {
  ward = await createRealWard();
  await ward.say(
    registration(here, "kp1/t01", 7, "Võ Thị Bảy"),
    registration(there, "kp2/t06", 8, "Lý Văn Tám"),
  );
  phone = testPhone(ward);
  await enrolled(ward, phone);
  await phone.act.exchange(ward.slug);
});
afterEach(() => ward.remove());

const ids = async (one = phone) => (await now(one.watch.round(ward.slug))).map(({ id }) => id);
const membership = async (one = phone) => (await one.db.memberships.get(ward.slug))!;

async function assign(areas: readonly string[]): Promise<void> {
  const { device } = await membership();
  const body = { areas, from: 1, to: 2_000_000_000 };
  await ward.say({ type: "device.assigned", sub: device!, body });
}

test("a new scope brings what came into sight, and takes what went out of it, in one step", async () => {
  must(await phone.act.say(ward.slug, [delivery(here)]));
  await phone.act.exchange(ward.slug);
  const unsent = must(await phone.act.say(ward.slug, [absence(here, "Đi chợ")]));
  await assign(["kp2"]);
  const seen: string[][] = [];
  const stop = phone.watch.round(ward.slug)((rows) => seen.push(rows.map(({ id }) => id)));
  // The new number comes while nothing can be sent.
  const clear = ward.obstruct(async (pass, { body }) => (body ? new Response("", { status: 500 }) : pass()));
  await phone.act.exchange(ward.slug);
  clear();
  await ward.say(absence(there));
  const hold = ward.obstruct(async (pass, { url, body }) => {
    if (body && url.endsWith("/statements")) {
      const { epoch, head } = await membership();
      return Response.json({ epoch, head, saved: 0, results: [{ status: "held", reason: "out-of-area" }] });
    }
    return pass();
  });
  await phone.act.exchange(ward.slug);
  hold();
  // Whoever watches already is told a moment later.
  const shown = await until(phone.watch.round(ward.slug), (all) => all.every(({ id }) => id !== here));
  expect(shown.map(({ id }) => id)).toEqual([there]);
  stop();
  // Never both, never none.
  expect(seen.every((rows) => rows.length === 1)).toBe(true);
  const rows = await phone.db.statements.toArray();
  expect(rows.some(({ type, sub }) => type === "household.registered" && sub === here)).toBe(false);
  expect(rows.some(({ jti, standing }) => jti === unsent[0] && standing === "held")).toBe(true);
  expect(await membership()).toMatchObject({ reading: null, areas: ["kp2"] });
  expect(await phone.db.incoming.count()).toBe(0);
});

test("what is read a second time is kept in plain form as well", async () => {
  await assign(["kp1", "kp2"]);
  await phone.act.exchange(ward.slug);
  expect(await ids()).toHaveLength(2);
  const rows = await readAll(phone.db, ward.slug);
  const registered = rows.filter(({ type }) => type === "household.registered");
  expect(registered.map(({ sealed }) => typeof open(sealed))).toEqual(["object", "object"]);
});

test("its own that is in no backup yet stays out of sight, and comes back with it", async () => {
  const [jti] = must(await phone.act.say(ward.slug, [delivery(here)]));
  await phone.act.exchange(ward.slug);
  await assign(["kp2"]);
  await phone.act.exchange(ward.slug);
  expect((await phone.db.statements.get([ward.slug, jti!]))?.places).toEqual([]);
  expect(await phone.act.statementText(ward.slug, jti!)).not.toBeNull();
  expect(await now(phone.watch.household(ward.slug, here))).toBeNull();
  // An update of the app folds everything anew.
  await phone.db.memberships.update(ward.slug, { fold: "0" });
  await rebuildOld(phone.db);
  expect(await now(phone.watch.household(ward.slug, here))).toBeNull();
  await assign(["kp1"]);
  await phone.act.exchange(ward.slug);
  expect(await ids()).toEqual([here]);
  expect((await now(phone.watch.household(ward.slug, here)))?.deliveries).toHaveLength(1);
});

test("its own that the office accepts beyond its areas leaves its view once the log was read that far", async () => {
  await assign(["kp2"]);
  const household = newId();
  const [jti] = must(await phone.act.say(ward.slug, [registration(household, "kp1/t01", 9, "Hồ Thị Chín")]));
  await phone.act.exchange(ward.slug);
  // Only the ward's own taking of it ends what this phone alone answers for.
  expect(await ids()).toEqual([household, there]);
  const body = { decision: "accept", reason: "other" };
  await ward.say({ type: "statement.decided", sub: jti!, in: household, body });
  await phone.act.exchange(ward.slug);
  expect(await ids()).toEqual([there]);
  expect(await now(phone.watch.household(ward.slug, household))).toBeNull();
  expect(await phone.db.statements.get([ward.slug, jti!])).toMatchObject({ standing: "log", places: [] });
});

test("its own that a log put back has, out of sight by then, is not shown for having been sent again", async () => {
  const household = newId();
  const [jti] = must(await phone.act.say(ward.slug, [registration(household, "kp1/t01", 9, "Hồ Thị Chín")]));
  await phone.act.exchange(ward.slug);
  await assign(["kp2"]);
  const copy = await ward.backUp();
  await ward.say(absence(there));
  await ward.restore(copy);
  await phone.act.exchange(ward.slug);
  expect(await ids()).toEqual([there]);
  expect(await now(phone.watch.household(ward.slug, household))).toBeNull();
  expect(await phone.db.statements.get([ward.slug, jti!])).toMatchObject({ standing: "log", places: [] });
});

test("what was said before the first page came, and is out of sight by then, does not show", async () => {
  const late = testPhone(ward);
  const { device } = await enrolled(ward, late);
  must(await late.act.say(ward.slug, [delivery(here)]));
  const clear = ward.obstruct(async (pass, { body }) => (body ? pass() : new Response("", { status: 500 })));
  await late.act.exchange(ward.slug);
  clear();
  await ward.say({
    type: "device.assigned",
    sub: device!,
    body: { areas: ["kp2"], from: 1, to: 2_000_000_000 },
  });
  await late.act.exchange(ward.slug);
  expect(await ids(late)).toEqual([there]);
  expect(await now(late.watch.household(ward.slug, here))).toBeNull();
});

test("a household that moves in comes whole, one that moves out goes", async () => {
  await ward.say({ type: "household.moved", sub: there, body: { area: "kp1/t02" }, personal: { number: 9 } });
  await phone.act.exchange(ward.slug);
  expect(await ids()).toEqual([here, there]);
  await ward.say({ type: "household.moved", sub: here, body: { area: "kp2/t06" } });
  await phone.act.exchange(ward.slug);
  expect(await ids()).toEqual([there]);
});

test("a second reading that breaks off goes on where it was, beside the copy in use", async () => {
  const office = testPhone(ward);
  await enrolled(ward, office, { role: "office" });
  await office.act.exchange(ward.slug);
  await ward.say(
    ...Array.from({ length: 1200 }, (_, at) => registration(newId(), "kp1/t02", at, `Hộ ${at}`)),
  );
  await assign(["kp1", "kp2"]);
  let pages = 0;
  const clear = ward.obstruct(async (pass, { url }) => {
    if (url.includes("after=")) pages += 1;
    if (pages === 3) throw new TypeError("Failed to fetch");
    return pages === 2 ? firstPieceOf(await pass()) : pass();
  });
  await phone.act.exchange(ward.slug);
  // The first page told of the scope; the second was the first of the new reading, and ended behind its first piece.
  expect(await ids()).toEqual([here]);
  const { reading } = await membership();
  expect(reading?.after).toBe(250);
  expect(await phone.db.incoming.count()).toBeGreaterThan(200);
  await phone.act.exchange(ward.slug);
  clear();
  expect(pages).toBe(4);
  expect(await ids()).toHaveLength(1202);
});

test("a store put back from a backup gets what it lacks, its own and another's", async () => {
  const binh = testPhone(ward);
  await enrolled(ward, binh);
  await binh.act.exchange(ward.slug);
  const copy = await ward.backUp();
  const [signed] = [must(await binh.act.say(ward.slug, pledging(here)))];
  await binh.act.exchange(ward.slug);
  const [visit] = must(await phone.act.say(ward.slug, [absence(here)]));
  await phone.act.exchange(ward.slug);
  const before = await membership();
  await ward.restore(copy);
  // Something else took the numbers meanwhile.
  await ward.say(delivery(here));
  await phone.act.exchange(ward.slug);
  const after = await membership();
  expect(after.epoch).not.toBe(before.epoch);
  expect(after.reading).toBeNull();
  const facts = await now(phone.watch.household(ward.slug, here));
  expect(facts?.pledges.map(({ jti }) => jti)).toEqual([signed[1]]);
  expect(facts?.visits.map(({ jti }) => jti)).toEqual([visit]);
  expect(facts?.deliveries).toHaveLength(1);
  const rows = await phone.db.statements
    .where("[ward+pending]")
    .between([ward.slug, ""], [ward.slug, "\uffff"])
    .toArray();
  expect(rows).toEqual([]);
  const office = testPhone(ward);
  await enrolled(ward, office, { role: "office" });
  await office.act.exchange(ward.slug);
  expect((await now(office.watch.round(ward.slug)))[0]?.status.word).toBe("signed");
  expect((await now(office.watch.household(ward.slug, here)))?.visits).toHaveLength(1);
});

test("a log that is shorter than it was told is read again from 0, under the same epoch, too", async () => {
  await phone.db.memberships.update(ward.slug, { head: 999 });
  ward.calls.length = 0;
  await phone.act.exchange(ward.slug);
  expect(ward.calls.some((call) => call.includes("after=0"))).toBe(true);
  expect(await ids()).toEqual([here]);
  expect((await membership()).head).toBeLessThan(999);
});

test("another device of the same ward sees by its own rights", async () => {
  await enrolled(ward, phone, { areas: ["kp2"] });
  await phone.act.exchange(ward.slug);
  expect(await ids()).toEqual([there]);
  expect(await phone.db.keys.count()).toBe(1);
});

/** Ends the first page of a second reading at this number, and lets nothing come after it, if told so. */
function cutAt(last: number, breaksOff: boolean): () => void {
  let begun = false;
  return ward.obstruct(async (pass, { url }) => {
    if (!url.includes("after=")) return pass();
    if (!url.includes("after=0")) {
      if (breaksOff && begun) throw new TypeError("Failed to fetch");
      return pass();
    }
    begun = true;
    const { lines, end } = pageAsSent(must(readPieces(await (await pass()).text())));
    const kept = lines.filter(({ seq }) => seq <= last);
    return new Response(formatPage({ lines: kept, end: { ...end, next: last } }));
  });
}

test("what a reading of a former log had brought does not pass for the new log's", async () => {
  const copy = await ward.backUp();
  const [, visit] = must(await phone.act.say(ward.slug, [delivery(here), absence(here)]));
  await phone.act.exchange(ward.slug);
  await assign(["kp1", "kp2"]);
  const { head } = await membership();
  const clear = cutAt(head, true);
  await phone.act.exchange(ward.slug);
  clear();
  expect((await membership()).reading?.after).toBe(head);
  await ward.restore(copy);
  // The push, not the pull, is the first to hear of the new log.
  must(await phone.act.say(ward.slug, [delivery(here)]));
  await phone.act.exchange(ward.slug);
  await phone.act.exchange(ward.slug);
  const office = testPhone(ward);
  await enrolled(ward, office, { role: "office" });
  await office.act.exchange(ward.slug);
  const facts = await now(office.watch.household(ward.slug, here));
  expect(facts?.visits.map(({ jti }) => jti)).toEqual([visit]);
});

test("believes a device that became known on an earlier page of the same reading", async () => {
  const office = testPhone(ward);
  await enrolled(ward, office, { role: "office" });
  await office.act.exchange(ward.slug);
  const { device } = await membership();
  const body = { areas: ["kp2"], from: 1, to: 2_000_000_000 };
  must(await office.act.say(ward.slug, [{ type: "device.assigned", sub: device!, body }]));
  await office.act.exchange(ward.slug);
  const clear = cutAt((await membership(office)).head - 1, false);
  await phone.act.exchange(ward.slug);
  clear();
  expect(await ids()).toEqual([there]);
  expect((await membership()).areas).toEqual(["kp2"]);
});

test("a phone that enrols anew amid reading a log that lost something still brings it back", async () => {
  const copy = await ward.backUp();
  const [visit] = must(await phone.act.say(ward.slug, [absence(here)]));
  await phone.act.exchange(ward.slug);
  await ward.restore(copy);
  let pages = 0;
  const clear = ward.obstruct(async (pass, { url }) => {
    if (url.includes("after=")) pages += 1;
    if (pages > 1) throw new TypeError("Failed to fetch");
    return pass();
  });
  await phone.act.exchange(ward.slug);
  clear();
  expect((await membership()).reading?.lost).toBe(true);
  await enrolled(ward, phone, { areas: ["kp1"] });
  await phone.act.exchange(ward.slug);
  const facts = await now(phone.watch.household(ward.slug, here));
  expect(facts?.visits).toMatchObject([{ jti: visit, seq: expect.any(Number) as number }]);
});

test("what a log has lost goes back in the order in which it stood there", async () => {
  const copy = await ward.backUp();
  await ward.say({ type: "household.moved", sub: there, body: { area: "kp1/t02" } });
  await phone.act.exchange(ward.slug);
  const [visit] = must(await phone.act.say(ward.slug, [absence(there)]));
  await phone.act.exchange(ward.slug);
  await ward.restore(copy);
  await phone.act.exchange(ward.slug);
  // Before the move it would have been beyond the phone's area.
  expect(await phone.db.statements.get([ward.slug, visit!])).toMatchObject({ standing: "log" });
});

test("what the ward refused is shown to it once more where its log has lost the decision", async () => {
  const copy = await ward.backUp();
  const [visit] = must(await phone.act.say(ward.slug, [absence(there)]));
  await phone.act.exchange(ward.slug);
  const standing = async () => (await phone.db.statements.get([ward.slug, visit!]))?.standing;
  expect(await standing()).toBe("held");
  const body = { decision: "refuse", reason: "mistake" };
  await ward.say({ type: "statement.decided", sub: visit!, in: there, body });
  await phone.act.exchange(ward.slug);
  expect(await standing()).toBe("refused");
  await ward.restore(copy);
  await phone.act.exchange(ward.slug);
  expect(await standing()).toBe("held");
  expect(await ward.station().db.selectFrom("held").select("jti").execute()).toEqual([{ jti: visit }]);
});

test("words that were erased do not even wait for the switch where an older log brings them back", async () => {
  const copy = await ward.backUp();
  await ward.say({ type: "data.erased", sub: here, body: {} });
  await phone.act.exchange(ward.slug);
  await ward.restore(copy);
  const { head } = await membership();
  const clear = cutAt(head - 2, true);
  await phone.act.exchange(ward.slug);
  clear();
  const kept = await phone.db.incoming.toArray();
  expect(kept.length).toBeGreaterThan(0);
  const words = kept.flatMap(({ sealed }) => String(sealed).split("~")).map((part) => atob64(part));
  expect(words.join()).not.toContain("Võ Thị Bảy");
  await phone.act.exchange(ward.slug);
  expect((await now(phone.watch.household(ward.slug, here)))?.erased).toBe(true);
});

function atob64(text: string): string {
  return Buffer.from(text, "base64url").toString();
}
