import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { readAll } from "../../../src/phone/log/records.ts";
import { statementOf } from "../../../src/phone/log/stored.ts";
import { newId } from "../../server/speaker.ts";
import { allViews } from "../all-views.ts";
import { standAtDoor } from "../one-door.ts";
import { absence, delivery, pledging, registration, type RealWard, type Way } from "../real-ward.ts";
import { enrolled, must, now, testPhone, handTimers, type TestPhone } from "../test-phone.ts";

let ward: RealWard;
let phone: TestPhone;
const household = newId();

beforeEach(async () => {
  ({ ward, phone } = await standAtDoor(household));
});
afterEach(() => ward.remove());

const outbox = () => now(phone.watch.outbox(ward.slug));
const sending = () => now(phone.watch.sending(ward.slug));

/** Answers pushes with these verdicts and lets everything else through. */
function judging(...results: readonly object[]): Way {
  return async (pass, { url, body }) => {
    if (!body || !url.endsWith("/statements")) return pass();
    const { epoch, head } = (await phone.db.memberships.get(ward.slug))!;
    return Response.json({ epoch, head, saved: 0, results });
  };
}

describe("what the ward answers", () => {
  test("accepted and duplicate are both received, under the ward's number", async () => {
    must(await phone.act.say(ward.slug, [delivery(household)]));
    // The ward takes it, and the answer is lost.
    const clear = ward.obstruct(async (pass, { body }) => {
      const answer = await pass();
      if (body.includes("statements")) throw new TypeError("Failed to fetch");
      return answer;
    });
    await phone.act.exchange(ward.slug);
    clear();
    expect(await outbox()).toMatchObject([{ standing: "unsent", seq: null }]);
    await phone.act.exchange(ward.slug);
    expect(await outbox()).toMatchObject([{ standing: "received", seq: 7 }]);
    expect((await now(phone.watch.household(ward.slug, household)))?.deliveries).toMatchObject([{ seq: 7 }]);
  });

  test("of what was made with a clock far ahead the time of receipt is listed", async () => {
    const came = ward.time;
    ward.time += 300 * 86_400_000;
    must(await phone.act.say(ward.slug, [delivery(household)]));
    ward.time = came;
    await phone.act.exchange(ward.slug);
    expect(await outbox()).toMatchObject([{ standing: "received", at: came / 1000, approximate: true }]);
  });

  test("held ones count, are shown with the reason, and are asked again at each sending", async () => {
    const stranger = newId();
    must(await phone.act.say(ward.slug, [absence(stranger), delivery(household)]));
    await phone.act.exchange(ward.slug);
    const lines = await outbox();
    expect(lines.find(({ type }) => type === "visit.logged")).toMatchObject({
      standing: "held",
      reason: "unknown-household",
    });
    expect(lines.find(({ type }) => type === "handbook.delivered")).toMatchObject({ standing: "received" });
    expect(await sending()).toMatchObject({ unsent: 0, problem: null });
    expect((await now(phone.watch.household(ward.slug, stranger)))?.visits).toHaveLength(1);
    await ward.say(registration(stranger, "kp1/t01", 8, "Lý Văn Tám"));
    await phone.act.exchange(ward.slug);
    expect((await outbox()).map(({ standing }) => standing)).toEqual(["received", "received"]);
  });

  test("refused ones stay, count for nothing, and are not sent again", async () => {
    must(await phone.act.say(ward.slug, [absence(household)]));
    const clear = ward.obstruct(judging({ status: "refused", reason: "duplicate" }));
    await phone.act.exchange(ward.slug);
    clear();
    expect(await outbox()).toMatchObject([{ standing: "refused", reason: "duplicate" }]);
    expect((await now(phone.watch.household(ward.slug, household)))?.visits).toEqual([]);
    ward.calls.length = 0;
    await phone.act.exchange(ward.slug);
    expect(ward.calls.filter((call) => call.startsWith("POST"))).toEqual([]);
  });

  test("rejected ones stop no others, stay, and are offered again to a newer server", async () => {
    must(await phone.act.say(ward.slug, [absence(household), delivery(household)]));
    const clear = ward.obstruct(
      judging({ status: "rejected", reason: "bad-body" }, { status: "accepted", seq: 7 }),
    );
    await phone.act.exchange(ward.slug);
    clear();
    const standings = async () => new Map((await outbox()).map(({ type, standing }) => [type, standing]));
    expect(await standings()).toEqual(
      new Map([
        ["visit.logged", "rejected"],
        ["handbook.delivered", "received"],
      ]),
    );
    await phone.act.exchange(ward.slug);
    expect((await standings()).get("visit.logged")).toBe("rejected");
    ward.version = "1.1.0";
    // Starts it anew.
    await ward.backUp();
    await phone.act.exchange(ward.slug);
    expect((await standings()).get("visit.logged")).toBe("received");
  });

  test("a decision of the office takes effect", async () => {
    const stranger = newId();
    const [jti] = must(await phone.act.say(ward.slug, [absence(stranger)]));
    await phone.act.exchange(ward.slug);
    await ward.say({
      type: "statement.decided",
      sub: jti!,
      in: stranger,
      body: { decision: "refuse", reason: "other" },
    });
    await phone.act.exchange(ward.slug);
    expect(await outbox()).toMatchObject([{ standing: "refused", reason: "other" }]);
  });
});

describe("batches", () => {
  test("are of 200 at most, unsent before held, and keep what each became before the next", async () => {
    for (let i = 0; i < 5; i++)
      must(
        await phone.act.say(
          ward.slug,
          Array.from({ length: 100 }, () => absence(household)),
        ),
      );
    const sizes: number[] = [];
    let pushes = 0;
    const clear = ward.obstruct(async (pass, { url, body }) => {
      if (!body || !url.endsWith("/statements")) return pass();
      sizes.push((JSON.parse(body) as { statements: string[] }).statements.length);
      pushes += 1;
      if (pushes === 2) throw new TypeError("Failed to fetch");
      return pass();
    });
    await phone.act.exchange(ward.slug);
    expect(sizes).toEqual([200, 200]);
    expect(await sending()).toMatchObject({ unsent: 300, reached: false });
    await phone.act.exchange(ward.slug);
    clear();
    expect(sizes.slice(2).reduce((sum, size) => sum + size)).toBe(300);
    expect(Math.max(...sizes)).toBe(200);
    expect(await sending()).toMatchObject({ unsent: 0, busy: null });
  });

  test("are counted on the screens once sending has taken a moment, and not before", async () => {
    const timers = handTimers();
    const slow = testPhone(ward, { timers });
    await enrolled(ward, slow);
    await slow.act.exchange(ward.slug);
    const visits = Array.from({ length: 100 }, () => absence(household));
    for (let i = 0; i < 3; i++) must(await slow.act.say(ward.slug, visits));
    const seen: unknown[] = [];
    let whilePulling: unknown = "never";
    const clear = ward.obstruct(async (pass, { url, body }) => {
      if (url.includes("after=")) whilePulling = (await slow.db.progress.get(ward.slug))?.busy;
      if (!body || !url.endsWith("/statements")) return pass();
      const before = (await slow.db.progress.get(ward.slug))?.busy;
      timers
        .waiting()
        .find(({ milliseconds }) => milliseconds === 1000)
        ?.act();
      await expect.poll(async () => (await slow.db.progress.get(ward.slug))?.busy).toBeTruthy();
      seen.push([before, (await slow.db.progress.get(ward.slug))?.busy]);
      return pass();
    });
    await slow.act.exchange(ward.slug);
    clear();
    expect(seen).toEqual([
      [null, { sent: 0, of: 300 }],
      [{ sent: 200, of: 300 }, expect.anything()],
    ]);
    // What is sent is being sent no more while others' is fetched.
    expect(whilePulling).toBeNull();
    expect(await now(slow.watch.sending(ward.slug))).toMatchObject({ unsent: 0, busy: null });
    expect(timers.waiting().filter(({ milliseconds }) => milliseconds === 1000)).toEqual([]);
  });

  test("are halved where the way takes no more, and one that is too large alone is set aside", async () => {
    const ids = must(
      await phone.act.say(ward.slug, [
        absence(household, "một"),
        absence(household, "hai"),
        absence(household, "ba"),
      ]),
    );
    const large = await phone.act.statementText(ward.slug, ids[1]!);
    const clear = ward.obstruct(async (pass, { url, body }) => {
      if (!url.endsWith("/statements") || !body.includes(large!)) return pass();
      return Response.json({ type: "/problems/too-large", title: "", status: 413 }, { status: 413 });
    });
    await phone.act.exchange(ward.slug);
    clear();
    const standings = new Map((await outbox()).map(({ jti, standing, reason }) => [jti, [standing, reason]]));
    expect(ids.map((id) => standings.get(id))).toEqual([
      ["received", null],
      ["rejected", "too-large"],
      ["received", null],
    ]);
  });
});

test("a store that lost this phone learns of it from the ward key's own word", async () => {
  const fresh = await ward.backUp();
  const late = testPhone(ward);
  await enrolled(ward, late);
  await late.act.exchange(ward.slug);
  must(await late.act.say(ward.slug, [delivery(household)]));
  await ward.restore(fresh);
  await late.act.exchange(ward.slug);
  expect(await now(late.watch.sending(ward.slug))).toMatchObject({ unsent: 0, problem: null });
  expect(await now(late.watch.outbox(ward.slug))).toMatchObject([{ standing: "received" }]);
});

test("a revoked phone hands over what it holds, where it is held for the office", async () => {
  must(await phone.act.say(ward.slug, pledging(household)));
  const { device } = (await now(phone.watch.memberships()))[0]!;
  await ward.say({ type: "device.revoked", sub: device!, body: { reason: "other", from: 1 } });
  await phone.act.exchange(ward.slug);
  await phone.act.exchange(ward.slug);
  expect((await outbox()).map(({ standing }) => standing)).toEqual(["held", "held"]);
  expect((await now(phone.watch.memberships()))[0]?.revoked).toBe(true);
});

test("why an attempt failed is told, though a full disk keeps nothing else of it", async () => {
  must(await phone.act.say(ward.slug, [delivery(household)]));
  const full = vi.fn<() => never>(() => {
    throw new DOMException("no room", "QuotaExceededError");
  });
  const clear = ward.obstruct(async () => new Response("", { status: 502 }));
  phone.db.memberships.hook("updating", full);
  await phone.act.exchange(ward.slug);
  phone.db.memberships.hook("updating").unsubscribe(full);
  clear();
  expect(full).toHaveBeenCalled();
  expect(await sending()).toMatchObject({ unsent: 1, problem: "unavailable", reached: false, busy: null });
});

test("what is said while an attempt is under way goes with it", async () => {
  let said = false;
  const clear = ward.obstruct(async (pass, { url }) => {
    if (url.includes("after=") && !said) {
      said = true;
      must(await phone.act.say(ward.slug, [delivery(household)]));
    }
    return pass();
  });
  await phone.act.exchange(ward.slug);
  clear();
  expect(await outbox()).toMatchObject([{ standing: "received" }]);
});

test("what another tab has kept while a sending was under way stands when its answer comes", async () => {
  const tab = phone.tab();
  for (const { db } of [phone, tab]) db.packFrom = 1;
  must(await phone.act.say(ward.slug, [absence(household, "Nhà có chó dữ")]));
  const clear = ward.obstruct(async (pass, { url, body }) => {
    const answer = await pass();
    if (!body || !url.endsWith("/statements")) return answer;
    clear();
    await ward.say({ type: "data.erased", sub: household, body: {} });
    await tab.act.exchange(ward.slug);
    return answer;
  });
  await phone.act.exchange(ward.slug);
  const visits = (await readAll(phone.db, ward.slug)).filter(({ type }) => type === "visit.logged");
  expect(visits).toMatchObject([{ standing: "log", own: 1 }]);
  expect(visits.flatMap((row) => statementOf(row).disclosures)).toEqual([]);
  expect(JSON.stringify(await allViews(phone.db))).not.toContain("chó dữ");
});

test("who reaches the ward asks again for a worker that came to nothing, and who does not asks for none", async () => {
  const timers = handTimers();
  let registered = 0;
  const tab = phone.tab({
    timers,
    registrar: {
      register: async () => void (registered += 1),
      isThere: () => false,
      update: async () => {},
      messageSkipWaiting: () => {},
      addEventListener: () => {},
    },
  });
  const clear = ward.obstruct(async () => {
    throw new TypeError("Failed to fetch");
  });
  const stop = tab.start();
  // Whatever is waited for, but for an answer.
  const passTime = () => {
    for (const { milliseconds, act } of timers.waiting().slice()) if (milliseconds < 30_000) act();
  };
  await vi.waitFor(async () => {
    passTime();
    expect(await sending()).toMatchObject({ problem: "unreachable" });
  }, HANG);
  expect(registered).toBe(1);
  clear();
  await vi.waitFor(() => {
    passTime();
    expect(registered).toBe(2);
  }, HANG);
  stop();
});

/** Milliseconds. */
const HANG = 15_000;
