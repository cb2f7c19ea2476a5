import { afterEach, beforeEach, expect, test } from "vitest";
import { formatPage } from "../../src/wire/page.ts";
import { readAll } from "../../src/phone/records.ts";
import { newId } from "../server/speaker.ts";
import { readPieces } from "../wire/read-pieces.ts";
import { createRealWard, registration, type RealWard } from "./real-ward.ts";
import { enrolled, must, now, testPhone, type TestPhone } from "./test-phone.ts";

let ward: RealWard;
let office: TestPhone;
const HOUSEHOLDS = 1500;

beforeEach(async () => {
  ward = await createRealWard();
  await ward.say(
    ...Array.from({ length: HOUSEHOLDS }, (_, at) => registration(newId(), "kp1/t02", at, `Hộ ${at}`)),
  );
  office = testPhone(ward);
  await enrolled(ward, office, { role: "office" });
});
afterEach(() => ward.remove());

const pages = () => ward.calls.filter((call) => call.includes("statements?after="));

test("a first load is the same from a server that knows of no columns", async () => {
  await office.act.exchange(ward.slug);
  const rows = await readAll(office.db, ward.slug);
  const clear = ward.obstruct(async (pass, { url }) => {
    if (!url.includes("after=")) return pass();
    return new Response(formatPage(must(readPieces(await (await pass()).text()))));
  });
  const old = testPhone(ward);
  await enrolled(ward, old, { role: "office" });
  await old.act.exchange(ward.slug);
  clear();
  const sealed = new Map((await readAll(old.db, ward.slug)).map((row) => [row.jti, row.sealed]));
  expect(rows.length).toBeGreaterThan(HOUSEHOLDS);
  expect(rows.filter(({ jti, sealed: text }) => sealed.get(jti) !== text)).toEqual([]);
});

test("no number is asked for twice, though pages are asked for ahead", async () => {
  await office.act.exchange(ward.slug);
  const after = pages().map((call) => Number(/after=(\d+)/.exec(call)?.[1]));
  expect(after).toEqual([0, 250]);
  expect(await now(office.watch.round(ward.slug))).toHaveLength(HOUSEHOLDS);
});

test("where the way breaks off in the middle of a page, what has come stays, and is not asked for again", async () => {
  let broken = 0;
  const clear = ward.obstruct(async (pass, { url }) => {
    if (!url.includes("after=250") || broken > 0) return pass();
    broken += 1;
    const whole = await pass();
    const text = await whole.text();
    const cut = new TextEncoder().encode(text.slice(0, text.indexOf("\n") + 5_000));
    const body = new ReadableStream<Uint8Array>({
      start: (way) => way.enqueue(cut),
      pull: (way) => way.error(new TypeError("network error")),
    });
    return new Response(body, { headers: whole.headers });
  });
  await office.act.exchange(ward.slug);
  clear();
  expect(broken).toBe(1);
  const after = pages().map((call) => Number(/after=(\d+)/.exec(call)?.[1]));
  expect(after).toEqual([0, 250, 1250]);
  expect(await now(office.watch.round(ward.slug))).toHaveLength(HOUSEHOLDS);
  expect(await now(office.watch.sending(ward.slug))).toMatchObject({ problem: null, fetching: null });
});

test("a page asked ahead is not kept where another tab went on meanwhile", async () => {
  const tab = office.tab({ locks: undefined });
  await Promise.all([office.act.exchange(ward.slug), tab.act.exchange(ward.slug)]);
  await office.act.exchange(ward.slug);
  expect(await now(office.watch.round(ward.slug))).toHaveLength(HOUSEHOLDS);
  const { after, head } = (await office.db.memberships.get(ward.slug))!;
  expect(after).toBe(head);
});
