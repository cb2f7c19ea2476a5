import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { isNearlyFull, watchStorage } from "../../src/phone/browser/storage.ts";
import { watchUpdates, type Registrar } from "../../src/phone/browser/updates.ts";
import { createRealWard } from "./real-ward.ts";
import { enrolled, handTimers, now, testPhone, until } from "./test-phone.ts";

test("warns of little room well before there is none", () => {
  expect(isNearlyFull(799e6, 1000e6)).toBe(false);
  expect(isNearlyFull(800e6, 1000e6)).toBe(true);
  expect(isNearlyFull(10e6, 59e6)).toBe(true);
});

test("tells of the storage what the browser tells, and asks to keep it once enrolled", async () => {
  let persisted = false;
  const storage = {
    persist: async () => (persisted = true),
    persisted: async () => persisted,
    estimate: async () => ({ usage: 90, quota: 100 }),
  };
  const ward = await createRealWard();
  const phone = testPhone(ward, { storage });
  expect(await now(phone.watch.storage())).toEqual({
    persisted: false,
    used: 90,
    quota: 100,
    nearlyFull: true,
  });
  await enrolled(ward, phone);
  expect((await until(phone.watch.storage(), (state) => state.persisted)).persisted).toBe(true);
  await ward.remove();
});

test("a browser that tells nothing of its storage is no trouble", async () => {
  const ward = await createRealWard();
  const watch = watchStorage(testPhone(ward).db, {}, handTimers());
  expect(await watch.persist()).toBe(false);
  expect(await now(watch.live)).toEqual({ persisted: false, used: null, quota: null, nearlyFull: false });
  const refusing = watchStorage(
    testPhone(ward).db,
    {
      persist: async () => Promise.reject(new TypeError("no")),
      estimate: async () => Promise.reject(new TypeError("no")),
    },
    handTimers(),
  );
  expect(await refusing.persist()).toBe(false);
  await ward.remove();
});

/** A worker's registration told by hand. */
function setUpUpdates() {
  const acts = new Map<string, (event: { isUpdate?: boolean }) => void>();
  const told: string[] = [];
  let time = 0;
  let there = true;
  const registrar: Registrar = {
    register: async () => void told.push("register"),
    isThere: () => there,
    update: async () => void told.push("update"),
    messageSkipWaiting: () => void told.push("skip"),
    addEventListener: (type, act) => void acts.set(type, act),
  };
  const updates = watchUpdates({
    registrar,
    reload: () => told.push("reload"),
    now: () => time,
    timers: handTimers(),
  });
  return {
    updates,
    told,
    fire: (type: string, event = {}) => acts.get(type)?.(event),
    pass: (by: number) => (time += by),
    lose: () => (there = false),
  };
}

test("a newer version waits until it is let in, and then the page is loaded anew", async () => {
  const { updates, told, fire } = setUpUpdates();
  expect(await now(updates.live)).toBe(false);
  await updates.take();
  expect(told).toEqual(["register"]);
  fire("waiting");
  expect(await now(updates.live)).toBe(true);
  expect(told).toEqual(["register"]);
  await updates.take();
  fire("controlling", { isUpdate: true });
  expect(told).toEqual(["register", "skip", "reload"]);
});

test("a version that waited before the page was opened is the first thing told of it", async () => {
  const told: boolean[] = [];
  let waiting = () => {};
  const registrar: Registrar = {
    // As the browser's own does: it finds the one that waits while it registers.
    register: async () => {
      await Promise.resolve();
      waiting();
    },
    isThere: () => true,
    update: async () => {},
    messageSkipWaiting: () => {},
    addEventListener: (type, act) => {
      if (type === "waiting") waiting = () => act({});
    },
  };
  const parts = { registrar, reload: () => {}, now: () => 0, timers: handTimers() };
  watchUpdates(parts).live((waits) => told.push(waits));
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(told).toEqual([true]);
});

test("a tab that another one took along is loaded anew only when it lets it", async () => {
  const { updates, told, fire } = setUpUpdates();
  fire("controlling", { isUpdate: false });
  expect(await now(updates.live)).toBe(false);
  fire("controlling", { isUpdate: true });
  expect(told).toEqual(["register"]);
  expect(await now(updates.live)).toBe(true);
  await updates.take();
  expect(told).toEqual(["register", "reload"]);
});

test("a worker that coverage broke off while it was installed is asked for again at once", async () => {
  const { updates, told, lose, pass } = setUpUpdates();
  const look = async () => {
    updates.look();
    await new Promise((resolve) => setTimeout(resolve, 0));
    return told.filter((one) => one === "register").length;
  };
  pass(1000);
  expect(await look()).toBe(1);
  lose();
  expect(await look()).toBe(2);
  // On a full phone it fails each time: it is tried less and less, every five minutes in the end.
  const tries: number[] = [];
  for (let minute = 0; minute < 120; minute += 1) {
    pass(60_000);
    tries.push(await look());
  }
  expect(tries.slice(0, 6)).toEqual([3, 4, 5, 6, 6, 7]);
  expect((tries[119] ?? 0) - (tries[59] ?? 0)).toBe(12);
});

test("asks for a newer version every half hour at most, and lives without a worker", async () => {
  const { updates, told, pass } = setUpUpdates();
  updates.look();
  pass(1_800_000);
  updates.look();
  updates.look();
  expect(told).toEqual(["register", "update"]);
  const none = watchUpdates({ registrar: null, reload: () => {}, now: () => 0, timers: handTimers() });
  await none.take();
  expect(await now(none.live)).toBe(false);
});

test("settings and drafts are found again in another tab, and a phone that is started exchanges by itself", async () => {
  const ward = await createRealWard();
  const timers = handTimers();
  const phone = testPhone(ward, { timers });
  await enrolled(ward, phone);
  expect(await now(phone.watch.settings())).toEqual({
    language: "vi",
    textSize: 1,
    theme: "auto",
    locked: false,
  });
  await phone.act.set({ textSize: 1.5 });
  await phone.act.set({ language: "en" });
  await phone.act.keepDraft("pledge/x", { step: 2 });
  const tab = phone.tab();
  expect(await now(tab.watch.settings())).toEqual({
    language: "en",
    textSize: 1.5,
    theme: "auto",
    locked: false,
  });
  expect(await now(tab.watch.draft("pledge/x"))).toEqual({ step: 2 });
  await tab.act.dropDraft("pledge/x");
  expect(await now(phone.watch.draft("pledge/x"))).toBeNull();
  const stop = phone.start();
  await new Promise((resolve) => setTimeout(resolve, 50));
  timers
    .waiting()
    .find(({ milliseconds }) => milliseconds === 0)
    ?.act();
  await until(phone.watch.sending(ward.slug), ({ lastSuccess }) => lastSuccess !== null);
  stop();
  await ward.remove();
});
