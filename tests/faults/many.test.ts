import { setTimeout as sleep } from "node:timers/promises";

import { afterEach, beforeEach, expect, test } from "vitest";

import { createApp, type App } from "../e2e/app.ts";
import { absence } from "../phone/real-ward.ts";
import { heapOf, memoryOf, TELLING_SERVER } from "./memory.ts";
import { enrolClients, type Client } from "./plain-client.ts";
import { amount, beginProof } from "./proof.ts";
import { settle } from "./small-list.ts";

let app: App;
let home: string;
beforeEach(async () => {
  app = await createApp(TELLING_SERVER);
  const office = await settle(app);
  const found = (await office.pull()).find(({ claims }) => claims.type === "household.registered");
  home = found?.claims.sub ?? "";
});
afterEach(() => app.remove());

/** Milliseconds that one call in a hundred may take longer than, at half of what the server can do. */
const PATIENCE = 5000;
/** Megabytes by which what the server holds on to may grow from the measured rush to the end. */
const GROWTH = amount(2, 5);
/** The same a minute of a long run. */
const SLOPE = 0.5;
/** Megabytes that it may take from the machine at all, garbage included. */
const MOST_MEGABYTES = 1000;

test("300 phones at half of what one process can do are answered within 5 seconds, and its memory stays flat", async () => {
  const { chance, report } = beginProof("slow and many");
  const seconds = amount(15, 600);
  const phones = (await enrolClients(app, 300)).map((client) => ({ client, after: 0, turn: 0 }));
  // Each has read the ward, as phones have on any day but the first.
  for (let at = 0; at < phones.length; at += 20) await Promise.all(phones.slice(at, at + 20).map(call));
  const most = await measureRate(phones);
  const rate = most / 2;

  const heap: Point[] = [{ minute: 0, megabytes: await heapOf(app) }];
  const times: number[] = [];
  const failed: string[] = [];
  const asked: Promise<void>[] = [];
  let start = performance.now();
  for (let due = 0; due < seconds * 1000; due += 1000 / rate) {
    const ahead = start + due - performance.now();
    if (ahead > 0) await sleep(ahead);
    // A phone may be at it still: whoever comes next does not wait for it.
    const phone = phones[chance.between(0, phones.length - 1)];
    if (!phone) continue;
    const begun = performance.now();
    asked.push(
      call(phone)
        .then(() => void times.push(performance.now() - begun))
        .catch((error: unknown) => void failed.push(String(error))),
    );
    if (due * 20 > heap.length * seconds * 1000) {
      // What answers that are under way hold is not held on to.
      await Promise.all(asked.splice(0));
      const pause = performance.now();
      heap.push({ minute: due / 60_000, megabytes: await heapOf(app) });
      start += performance.now() - pause;
    }
  }
  await Promise.all(asked);
  heap.push({ minute: seconds / 60, megabytes: await heapOf(app) });
  const megabytes = memoryOf(app.pid());

  expect(failed).toEqual([]);
  const late = percentile(times, 0.99);
  // What it needs at all it has after the first third.
  const slope = slopeOf(heap.filter(({ minute }) => minute * 60 > seconds / 3));
  const growth = (heap.at(-1)?.megabytes ?? 0) - (heap[0]?.megabytes ?? 0);
  report({
    phones: phones.length,
    seconds,
    "calls a second at most": Math.round(most),
    calls: times.length,
    "ms for half of them": Math.round(percentile(times, 0.5)),
    "ms for 99 %": Math.round(late),
    "MB in the end": Math.round(megabytes),
    "MB of it in use": Math.round(heap.at(-1)?.megabytes ?? 0),
    "MB more in use": growth.toFixed(1),
    "MB more a minute": slope.toFixed(2),
  });
  expect(late).toBeLessThan(PATIENCE);
  expect(megabytes).toBeLessThan(MOST_MEGABYTES);
  expect(growth).toBeLessThan(GROWTH);
  // Of a few seconds a slope says nothing.
  expect(slope).toBeLessThan(amount(Infinity, SLOPE));
});

interface Phone {
  readonly client: Client;
  after: number;
  turn: number;
}

/** A pull of what is new and a push of one record by turns, as phones on their rounds do. */
async function call(phone: Phone): Promise<void> {
  const { client } = phone;
  phone.turn += 1;
  if (phone.turn % 2 === 1) {
    const answer = await client.call(`/statements?after=${phone.after}&limit=1000`);
    const end = (await answer.text()).trimEnd().split("\n").at(-1) ?? "";
    if (answer.status !== 200) throw new Error(`a pull: ${answer.status} ${end}`);
    phone.after = (JSON.parse(end) as { next: number }).next;
  } else {
    const { results } = await client.push([(await client.say(absence(home, "Đi chợ"))).text]);
    if (results[0]?.status !== "accepted") throw new Error(`a push: ${JSON.stringify(results)}`);
  }
}

/** Calls a second while each phone asks again as soon as it was answered. */
async function measureRate(phones: readonly Phone[]): Promise<number> {
  const end = performance.now() + amount(3000, 10_000);
  let done = 0;
  const start = performance.now();
  await Promise.all(
    phones.map(async (phone) => {
      while (performance.now() < end) {
        await call(phone);
        done += 1;
      }
    }),
  );
  return (done * 1000) / (performance.now() - start);
}

interface Point {
  readonly minute: number;
  readonly megabytes: number;
}

/** The slope of the straight line that fits best. */
function slopeOf(points: readonly Point[]): number {
  const mean = (pick: (point: Point) => number) =>
    points.reduce((sum, one) => sum + pick(one), 0) / points.length;
  const [x, y] = [mean(({ minute }) => minute), mean(({ megabytes }) => megabytes)];
  const over = points.reduce((sum, { minute, megabytes }) => sum + (minute - x) * (megabytes - y), 0);
  return over / points.reduce((sum, { minute }) => sum + (minute - x) ** 2, 0);
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}
