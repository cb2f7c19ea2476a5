import { afterEach, beforeEach, expect, test } from "vitest";
import { sentText } from "../../src/domain/signed/plain-form.ts";
import { readAll } from "../../src/phone/log/records.ts";
import type { StatementRow } from "../../src/phone/store/rows.ts";
import { open } from "../../src/phone/store/seal.ts";
import { formatPage } from "../../src/wire/page.ts";
import { newId } from "../server/speaker.ts";
import { pageAsSent } from "../wire/as-sent.ts";
import { readPieces } from "../wire/read-pieces.ts";
import { firstPieceOf } from "./pieces.ts";
import { createRealWard, registration, type RealWard } from "./real-ward.ts";
import { enrolled, handTimers, must, now, testPhone, until, type TestPhone } from "./test-phone.ts";

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
    return new Response(formatPage(pageAsSent(must(readPieces(await (await pass()).text())))));
  });
  const old = testPhone(ward);
  await enrolled(ward, old, { role: "office" });
  await old.act.exchange(ward.slug);
  clear();
  const textIn = ({ sealed }: StatementRow) => sentText(open(sealed));
  const texts = new Map((await readAll(old.db, ward.slug)).map((row) => [row.jti, textIn(row)]));
  expect(rows.length).toBeGreaterThan(HOUSEHOLDS);
  expect(rows.filter((row) => texts.get(row.jti) !== textIn(row))).toEqual([]);
});

test("a log is asked for once, though a first page of it is small", async () => {
  await office.act.exchange(ward.slug);
  const after = pages().map((call) => Number(/after=(\d+)/.exec(call)?.[1]));
  expect(after).toEqual([0]);
  expect(await now(office.watch.round(ward.slug))).toHaveLength(HOUSEHOLDS);
});

test("where the way breaks off in the middle of a page, what has come stays, and is not asked for again", async () => {
  let broken = 0;
  const clear = ward.obstruct(async (pass, { url }) => {
    if (!url.includes("after=0") || broken > 0) return pass();
    broken += 1;
    const whole = await pass();
    const text = await whole.text();
    const cut = new TextEncoder().encode(text.slice(0, text.indexOf("\n", text.indexOf("\n") + 1) + 5_000));
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
  expect(after).toEqual([0, 750]);
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

test("on a slow way what has come is kept and shown while the rest still comes", async () => {
  const { phone, way, fire, exchange, clear } = await loadSlowly();
  // Nothing has come when the time is over: then the first that comes.
  fire(1000);
  fire(2000);
  way.bring(1);
  const shown = await until(phone.watch.round(ward.slug), (rows) => rows.length > 0);
  expect(shown.length).toBeLessThan(250);
  expect(await phone.db.memberships.get(ward.slug)).toMatchObject({ after: 250, whole: false });
  // Something has come, but the time is not over: it is kept with what follows.
  way.bring(1);
  way.bring();
  await exchange;
  clear();
  expect(await now(phone.watch.round(ward.slug))).toHaveLength(HOUSEHOLDS);
  expect(await phone.db.memberships.get(ward.slug)).toMatchObject({ whole: true });
  expect(pages().filter((call) => call.includes("after=0"))).toHaveLength(1);
});

test("where a slow way breaks off between two pieces, what is missing is asked for at once", async () => {
  const { phone, way, fire, exchange, clear } = await loadSlowly();
  fire(2000);
  way.bring(1);
  await until(phone.watch.round(ward.slug), (rows) => rows.length > 0);
  way.breakOff();
  await exchange;
  clear();
  expect(pages().slice(-2)).toMatchObject([
    expect.stringContaining("after=0"),
    expect.stringContaining("after=250"),
  ]);
  expect(await now(phone.watch.round(ward.slug))).toHaveLength(HOUSEHOLDS);
  expect(await now(phone.watch.sending(ward.slug))).toMatchObject({ reached: true, problem: null });
});

test("how far a slow load is, is told piece by piece", async () => {
  const { phone, way, fire, exchange, clear } = await loadSlowly();
  // Before anything has come.
  fire(1000);
  way.bring(1);
  const { fetching } = await until(phone.watch.sending(ward.slug), (sending) => Boolean(sending.fetching));
  expect(fetching).toMatchObject({ got: 250 });
  expect(fetching?.of).toBeGreaterThan(HOUSEHOLDS);
  way.bring();
  await exchange;
  clear();
  expect(await now(phone.watch.sending(ward.slug))).toMatchObject({ fetching: null });
});

test("an answer that ends early is gone on with by the next", async () => {
  let asked = 0;
  const clear = ward.obstruct(async (pass, { url }) => {
    if (!url.includes("after=0") || asked > 0) return pass();
    asked += 1;
    // As a server does that sees the scope changed behind the first piece.
    return firstPieceOf(await pass());
  });
  await office.act.exchange(ward.slug);
  clear();
  const after = pages().map((call) => Number(/after=(\d+)/.exec(call)?.[1]));
  expect(after).toEqual([0, 250]);
  expect(await now(office.watch.round(ward.slug))).toHaveLength(HOUSEHOLDS);
});

/** A phone that begins its first load on a slow way; its timers fire when told. */
async function loadSlowly() {
  const timers = handTimers();
  const phone = testPhone(ward, { timers });
  await enrolled(ward, phone, { role: "office" });
  const way = slowWay();
  const clear = ward.obstruct(async (pass, { url }) =>
    url.includes("after=0") ? way.slow(await pass()) : pass(),
  );
  const exchange = phone.act.exchange(ward.slug);
  await way.asked;
  const fire = (milliseconds: number) =>
    timers
      .waiting()
      .filter((one) => one.milliseconds === milliseconds)
      .forEach(({ act }) => act());
  return { phone, way, fire, exchange, clear };
}

/** A way on which an answer comes as far as it is brought. */
function slowWay() {
  let pieces: string[] = [];
  let control: ReadableStreamDefaultController<Uint8Array> | null = null;
  let tell = () => {};
  const asked = new Promise<void>((resolve) => (tell = resolve));
  return {
    asked,
    async slow(answer: Response): Promise<Response> {
      const text = await answer.text();
      pieces = text.split("\n").filter(Boolean);
      const body = new ReadableStream<Uint8Array>({ start: (one) => void (control = one) });
      tell();
      return new Response(body, { headers: answer.headers });
    },
    /** So many more pieces; without a number all of them, and the end. */
    bring(count?: number): void {
      for (const piece of pieces.splice(0, count ?? pieces.length))
        control?.enqueue(new TextEncoder().encode(`${piece}\n`));
      if (count === undefined) control?.close();
    },
    breakOff: () => control?.error(new TypeError("network error")),
  };
}
