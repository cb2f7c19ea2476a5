import { setTimeout as sleep } from "node:timers/promises";

import { afterEach, beforeEach, expect, inject, test } from "vitest";

import { readAll } from "../../src/phone/log/records.ts";
import type { PushAnswer } from "../../src/wire/answers.ts";
import type { Chance } from "../../src/server/demo/chance.ts";
import { createApp, type App } from "../e2e/app.ts";
import type { OfficeClient } from "../e2e/office-client.ts";
import { absence } from "../phone/real-ward.ts";
import { now } from "../phone/test-phone.ts";
import { enrolClients, type Client } from "./plain-client.ts";
import { amount, beginProof } from "./proof.ts";
import { enrolByLink, realPhone } from "./real-phone.ts";
import { linkFor, settle, WARD } from "./small-list.ts";

let app: App;
let office: OfficeClient;
beforeEach(async () => {
  app = await createApp();
  office = await settle(app);
});
afterEach(() => app.remove());

test("a server killed at any moment has kept whatever it answered, under that number, without gap or double", async () => {
  const { chance, report } = beginProof(`kill -9, server on ${inject("postgres") ? "PostgreSQL" : "SQLite"}`);
  const kills = amount(8, 100);
  const log = await office.pull();
  const [home = ""] = log
    .filter(({ claims }) => claims.type === "household.registered")
    .map(({ claims }) => claims.sub);
  const clients = await enrolClients(app, 8);
  const ledger: Ledger = { made: [], promised: new Map(), home };
  for (let killed = 0; killed < kills; killed++) {
    await pushUntilKilled(clients, ledger, chance);
    await app.start();
    await expectPromisesKept(ledger, office);
  }
  // Whoever got no answer asks again; then everything is there, once.
  for (const client of clients) {
    const mine = ledger.made.filter(({ by }) => by === client.kid).map(({ text }) => text);
    for (let at = 0; at < mine.length; at += 200) {
      const { results } = await client.push(mine.slice(at, at + 200));
      expect(results.filter(({ status }) => status !== "accepted" && status !== "duplicate")).toEqual([]);
    }
  }
  await expectPromisesKept(ledger, office);
  const ids = (await office.pull()).map(({ claims }) => claims.jti);
  expect(ledger.made.filter(({ jti }) => !ids.includes(jti))).toEqual([]);
  await expectWholeExchange(ids);
  report({ kills, statements: ledger.made.length, promised: ledger.promised.size });
});

/** A phone that comes now gets all of it. */
async function expectWholeExchange(ids: readonly string[]): Promise<void> {
  const phone = realPhone(app.origin);
  await enrolByLink(phone, await linkFor(app, "office"));
  await phone.act.exchange(WARD);
  expect(await now(phone.watch.sending(WARD))).toMatchObject({ problem: null, unsent: 0 });
  const kept = new Set((await readAll(phone.db, WARD)).map(({ jti }) => jti));
  expect(ids.filter((jti) => !kept.has(jti))).toEqual([]);
}

interface Ledger {
  readonly made: { readonly by: string; readonly jti: string; readonly text: string }[];
  /** What was answered `accepted`, by id: under which number. */
  readonly promised: Map<string, number>;
  readonly home: string;
}

async function pushUntilKilled(clients: readonly Client[], ledger: Ledger, chance: Chance): Promise<void> {
  let over = false;
  const working = clients.map(async (client) => {
    while (!over) {
      const batch = await Promise.all(
        Array.from({ length: chance.between(1, 12) }, () => client.say(absence(ledger.home, "Đi chợ"))),
      );
      ledger.made.push(...batch.map((one) => ({ by: client.kid, ...one })));
      const answer = await client.push(batch.map(({ text }) => text)).catch(() => null);
      note(ledger, batch, answer);
      if (!answer) await sleep(5);
    }
  });
  await sleep(chance.between(20, 500));
  await app.kill();
  over = true;
  await Promise.all(working);
}

function note(ledger: Ledger, batch: readonly { readonly jti: string }[], answer: PushAnswer | null): void {
  for (const [at, verdict] of (answer?.results ?? []).entries()) {
    const { jti = "" } = batch[at] ?? {};
    if (verdict.status === "accepted") ledger.promised.set(jti, verdict.seq);
    else expect(verdict).toMatchObject({ status: "accepted" });
  }
}

async function expectPromisesKept({ promised }: Ledger, { pull }: OfficeClient): Promise<void> {
  const log = await pull();
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, at) => at + 1));
  const numbers = new Map(log.map(({ claims, seq }) => [claims.jti, seq]));
  expect(numbers.size).toBe(log.length);
  expect([...promised].filter(([jti, seq]) => numbers.get(jti) !== seq)).toEqual([]);
}
