import { setTimeout as sleep } from "node:timers/promises";

import { afterEach, beforeEach, expect, test } from "vitest";

import { createApp, type App } from "../e2e/app.ts";
import { absence } from "../phone/real-ward.ts";
import { memoryOf } from "./memory.ts";
import { enrolClients, type Client } from "./plain-client.ts";
import { amount, beginProof } from "./proof.ts";
import { settle } from "./small-list.ts";

let app: App;
let home: string;
beforeEach(async () => {
  app = await createApp();
  const office = await settle(app);
  const found = (await office.pull()).find(({ claims }) => claims.type === "household.registered");
  home = found?.claims.sub ?? "";
});
afterEach(() => app.remove());

/** Milliseconds that one call in a hundred may take longer than, at half of what the server can do. */
const PATIENCE = 5000;
/** Megabytes a minute by which a server that leaks nothing may seem to grow in a long run. */
const SLOPE = 4;
/** Megabytes that it may hold at all: of a few seconds after a cold start a slope says nothing. */
const MOST_MEGABYTES = 1000;

test("300 phones at half of what one process can do are answered within 5 seconds, and its memory stays flat", async () => {
  const { chance, report } = beginProof("slow and many");
  const seconds = amount(15, 600);
  const phones = (await enrolClients(app, 300)).map((client) => ({ client, after: 0, turn: 0 }));
  // Each has read the ward, as phones have on any day but the first.
  for (let at = 0; at < phones.length; at += 20) await Promise.all(phones.slice(at, at + 20).map(call));
  const most = await measureRate(phones);
  const rate = most / 2;

  const memory: Point[] = [];
  const times: number[] = [];
  const failed: string[] = [];
  const asked: Promise<void>[] = [];
  const start = performance.now();
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
    if (memory.length <= due / 250) memory.push({ minute: due / 60_000, megabytes: memoryOf(app.pid()) });
  }
  await Promise.all(asked);

  expect(failed).toEqual([]);
  const late = percentile(times, 0.99);
  // What it needs at all it has after the first third.
  const slope = slopeOf(memory.filter(({ minute }) => minute * 60 > seconds / 3));
  report({
    phones: phones.length,
    seconds,
    "calls a second at most": Math.round(most),
    calls: times.length,
    "ms for half of them": Math.round(percentile(times, 0.5)),
    "ms for 99 %": Math.round(late),
    "MB in the end": Math.round(memory.at(-1)?.megabytes ?? 0),
    "MB more a minute": slope.toFixed(1),
  });
  expect(late).toBeLessThan(PATIENCE);
  expect(memory.at(-1)?.megabytes ?? 0).toBeLessThan(MOST_MEGABYTES);
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
