// Before Dexie, which looks for it once, and watches nothing where there is none.
import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createPhone } from "../../src/phone/create-phone.ts";
import { createClock, type Clock } from "../../src/phone/time/clock.ts";
import { newId } from "../server/speaker.ts";
import { createRealWard, delivery, registration, START, type RealWard, type Way } from "./real-ward.ts";
import { enrolled, must, now, testPhone, type TestPhone } from "./test-phone.ts";

let ward: RealWard;
let phone: TestPhone;
const household = newId();

beforeEach(async () => {
  ward = await createRealWard();
  await ward.say(registration(household, "kp1/t01", 7, "Võ Thị Bảy"));
  phone = testPhone(ward);
  await enrolled(ward, phone);
});
afterEach(() => ward.remove());

const sending = () => now(phone.watch.sending(ward.slug));
const after = async () => (await phone.db.memberships.get(ward.slug))?.after;

const html = "<!doctype html><title>Đăng nhập Wi-Fi</title>";

/** What may stand in the place of an answer, and what the phone calls it. */
const answers: [string, Way, string, boolean][] = [
  ["nothing", async () => Promise.reject(new TypeError("Failed to fetch")), "unreachable", false],
  [
    "a page of some gateway",
    async () => new Response(html, { headers: { "content-type": "text/html" } }),
    "bad-answer",
    false,
  ],
  [
    "a page of some gateway with an error",
    async () => new Response(html, { status: 403 }),
    "bad-answer",
    false,
  ],
  ["500 without a word", async () => new Response("", { status: 500 }), "unavailable", false],
  ["500 with a page", async () => new Response(html, { status: 502 }), "unavailable", false],
  [
    "a problem",
    async () => Response.json({ type: "/problems/store-full", title: "", status: 507 }, { status: 507 }),
    "store-full",
    true,
  ],
  ["JSON of another shape", async () => Response.json({ hello: 1 }), "bad-answer", false],
  ["half an answer", half, "bad-answer", false],
  ["an answer that breaks off", broken, "unreachable", false],
];

async function half(pass: () => Promise<Response>): Promise<Response> {
  const answer = await pass();
  const text = await answer.text();
  return new Response(text.slice(0, Math.floor(text.length / 2)), { status: answer.status });
}

async function broken(pass: () => Promise<Response>): Promise<Response> {
  const text = await (await pass()).text();
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text.slice(0, 40)));
      controller.error(new TypeError("network error"));
    },
  });
  return new Response(body);
}

describe.each(answers)("%s", (_name, way, problem, reached) => {
  test("is named, moves nothing, and is made good by the next attempt", async () => {
    must(await phone.act.say(ward.slug, [delivery(household)]));
    const clear = ward.obstruct(way);
    await phone.act.exchange(ward.slug);
    expect(await sending()).toMatchObject({ problem, reached, unsent: 1, busy: null });
    expect(await after()).toBe(0);
    expect(must2(await phone.act.loadHandbook(ward.slug))).toBe(problem);
    expect(must2(await phone.act.wardsHere())).toBe(problem);
    clear();
    await phone.act.exchange(ward.slug);
    expect(await sending()).toMatchObject({ problem: null, reached: true, unsent: 0 });
    expect(await after()).toBe(7);
  });

  test("loses no page that came before it", async () => {
    await phone.act.exchange(ward.slug);
    const before = await after();
    await ward.say(delivery(household));
    const clear = ward.obstruct(way);
    await phone.act.exchange(ward.slug);
    clear();
    expect(await after()).toBe(before);
    expect(await now(phone.watch.round(ward.slug))).toHaveLength(1);
  });
});

test.each(["store-full", "too-often"])(
  "a ward that takes nothing more (%s) is heard all the same, and what waits is sent once it does",
  async (slug) => {
    await phone.act.exchange(ward.slug);
    must(await phone.act.say(ward.slug, [delivery(household)]));
    await ward.say({ type: "data.erased", sub: household, body: {} });
    const body = { type: `/problems/${slug}`, title: "", status: 507 };
    const clear = ward.obstruct(async (pass, { url }) =>
      url.endsWith("/statements") ? Response.json(body, { status: 507 }) : pass(),
    );
    await phone.act.exchange(ward.slug);
    clear();
    const facts = () => now(phone.watch.household(ward.slug, household));
    expect(await facts()).toMatchObject({ head: undefined, erased: true });
    expect(await sending()).toMatchObject({ problem: slug, reached: true, unsent: 1 });
    await phone.act.exchange(ward.slug);
    expect(await sending()).toMatchObject({ problem: null, unsent: 0 });
  },
);

test("a page without its last line is dropped whole", async () => {
  const clear = ward.obstruct(async (pass, { url }) => {
    const answer = await pass();
    if (!url.includes("after=")) return answer;
    const text = await answer.text();
    return new Response(text.slice(0, text.lastIndexOf("\n", text.length - 2) + 1));
  });
  await phone.act.exchange(ward.slug);
  clear();
  expect(await after()).toBe(0);
  expect(await now(phone.watch.round(ward.slug))).toEqual([]);
  expect(await sending()).toMatchObject({ problem: "bad-answer" });
});

test("pages that lead nowhere end", async () => {
  const { epoch } = { epoch: "e" };
  const clear = ward.obstruct(
    async () => new Response(`${JSON.stringify({ next: 0, head: 9, epoch, scope: "0", saved: 0 })}\n`),
  );
  await phone.act.exchange(ward.slug);
  clear();
  expect(await sending()).toMatchObject({ problem: "bad-answer" });
});

test("a clock that is wrong is set right by the ward's, and statements carry the right time", async () => {
  const slow = testPhone(ward, { now: () => ward.time - 7_200_000 });
  await enrolled(ward, slow);
  await slow.act.exchange(ward.slug);
  expect(await now(slow.watch.sending(ward.slug))).toMatchObject({ clockOffset: 7200, problem: null });
  expect(slow.now(ward.slug)).toBe(START / 1000);
  must(await slow.act.say(ward.slug, [delivery(household)]));
  expect((await now(slow.watch.outbox(ward.slug)))[0]?.at).toBe(START / 1000);
});

test("an offset that was just learnt stands, whatever else is kept of the ward before the exchange is over", async () => {
  await phone.act.exchange(ward.slug);
  const hourAhead = () => ward.time + 3_600_000;
  const clock = createClock(hourAhead);
  let told = 0;
  const set: Clock["set"] = (...kept) => {
    clock.set(...kept);
    told += 1;
  };
  const row = () => phone.db.memberships.get(ward.slug);
  /** The page hears of the ward once more, when the time of the answer is known and the rest of it is on its way. */
  async function hearAgain() {
    const before = told;
    await phone.db.memberships.update(ward.slug, { lastUsed: told + 1 });
    await vi.waitFor(() => expect(told).toBeGreaterThan(before), { timeout: 10_000 });
  }
  const clear = ward.obstruct(async (pass) => {
    const answer = await pass();
    const { status, headers } = answer;
    if (!answer.ok) return answer;
    const pull = async (rest: ReadableStreamDefaultController<Uint8Array>) => {
      await hearAgain();
      rest.enqueue(new Uint8Array(await answer.arrayBuffer()));
      rest.close();
    };
    return new Response(new ReadableStream({ pull }, { highWaterMark: 0 }), { status, headers });
  });
  const late = createPhone({ ...phone.env, now: hourAhead }, { ...clock, set });
  const stop = late.start();
  await late.act.exchange(ward.slug);
  stop();
  clear();
  expect(told).toBeGreaterThan(1);
  expect(await row()).toMatchObject({ clockOffset: -3600, lastSuccess: ward.time / 1000 });
});

test("a token of the wrong time is made anew by the time of the answer", async () => {
  await phone.act.exchange(ward.slug);
  ward.time += 0;
  const late = phone.tab({ now: () => ward.time + 900_000 });
  must(await late.act.say(ward.slug, [delivery(household)]));
  await late.act.exchange(ward.slug);
  expect(await now(late.watch.sending(ward.slug))).toMatchObject({
    problem: null,
    unsent: 0,
    clockOffset: -900,
  });
});

test("an answer out of a cache tells no time", async () => {
  const clear = ward.obstruct(async (pass) => {
    const answer = await pass();
    const headers = new Headers(answer.headers);
    headers.set("date", new Date(START - 86_400_000).toUTCString());
    headers.set("age", "86400");
    return new Response(answer.body, { status: answer.status, headers });
  });
  await phone.act.exchange(ward.slug);
  clear();
  expect(await sending()).toMatchObject({ clockOffset: 0, problem: null });
});

test("one tab exchanges at a time", async () => {
  const held = new Set<string>();
  const locks = {
    async request(name: string, _options: LockOptions, act: (lock: Lock | null) => unknown) {
      if (held.has(name)) return act(null);
      held.add(name);
      try {
        return await act({ name, mode: "exclusive" });
      } finally {
        held.delete(name);
      }
    },
  } as unknown as LockManager;
  const [one, two] = [phone.tab({ locks }), phone.tab({ locks })];
  ward.calls.length = 0;
  await Promise.all([one.act.exchange(ward.slug), two.act.exchange(ward.slug)]);
  expect(ward.calls.filter((call) => call.includes("after="))).toHaveLength(1);
  expect(held.size).toBe(0);
});

test("two tabs without locks harm nothing", async () => {
  must(await phone.act.say(ward.slug, [delivery(household)]));
  const tab = phone.tab();
  await Promise.all([phone.act.exchange(ward.slug), tab.act.exchange(ward.slug)]);
  await phone.act.exchange(ward.slug);
  expect(await sending()).toMatchObject({ problem: null, unsent: 0 });
  expect((await now(phone.watch.household(ward.slug, household)))?.deliveries).toHaveLength(1);
});

function must2(result: { readonly ok: true } | { readonly ok: false; readonly error: unknown }): unknown {
  return result.ok ? null : result.error;
}

test("a database that fails once ends the attempt by name, and the next one goes through", async () => {
  must(await phone.act.say(ward.slug, [delivery(household)]));
  const clear = breakOnce();
  await phone.act.exchange(ward.slug);
  clear();
  await phone.act.exchange(ward.slug);
  expect(await sending()).toMatchObject({ problem: null, unsent: 0 });
});

/** As when the browser has closed its connection. */
function breakOnce(): () => void {
  const spy = vi.spyOn(phone.db.memberships, "get").mockImplementationOnce(() => {
    throw new Error("UnknownError: Connection to Indexed Database server lost");
  });
  return () => spy.mockRestore();
}
