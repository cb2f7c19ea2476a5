import { setTimeout as sleep } from "node:timers/promises";

import { afterEach, beforeEach, expect, test } from "vitest";

import type { Draft } from "../../src/domain/statement.ts";
import { createChance, type Chance } from "../../src/server/demo/chance.ts";
import { createApp, type App } from "../e2e/app.ts";
import type { OfficeClient } from "../e2e/office-client.ts";
import { absence, delivery } from "../phone/real-ward.ts";
import { must, now, type TestPhone } from "../phone/test-phone.ts";
import { openFaultProxy, type FaultProxy } from "./fault-proxy.ts";
import { amount, beginProof } from "./proof.ts";
import { enrolByLink, realPhone } from "./real-phone.ts";
import { shownBy } from "./shown.ts";
import { linkFor, settle, WARD } from "./small-list.ts";

let app: App;
let office: OfficeClient;
const ways: FaultProxy[] = [];

beforeEach(async () => {
  app = await createApp();
  office = await settle(app);
});
afterEach(async () => {
  for (const way of ways.splice(0)) await way.close();
  await app.remove();
});

test("ten phones on a way that spoils 30 % of all calls lose nothing, say nothing twice, and end up alike", async () => {
  const { seed, report } = beginProof("fault proxy, ten phones");
  const rounds = amount(8, 150);
  const phones = await enrolTen(seed);
  for (const way of ways) way.share = 0.3;
  const said = (await Promise.all(phones.map((one) => walk(one, rounds)))).flat();
  for (const way of ways) way.share = 0;
  // What was kept by the last is known to the first only after that.
  for (let round = 0; round < 2; round++)
    await Promise.all(phones.map(({ phone }) => phone.act.exchange(WARD)));

  const log = await office.pull();
  const ids = log.map(({ claims }) => claims.jti);
  expect(log.map(({ seq }) => seq)).toEqual(ids.map((_, at) => at + 1));
  expect(new Set(ids).size).toBe(ids.length);
  expect(said.filter((jti) => !ids.includes(jti))).toEqual([]);
  const numbers = new Map<string, number[]>();
  for (const { kid, claims } of log) numbers.set(kid, [...(numbers.get(kid) ?? []), claims.n]);
  for (const { kid } of phones) {
    const drawn = (numbers.get(kid) ?? []).sort((a, b) => a - b);
    expect(drawn).toEqual(drawn.map((_, at) => at + 1));
  }
  await expectAlike(phones);
  report({ phones: phones.length, statements: said.length, ...sumUp(ways) });
});

interface Walker {
  readonly phone: TestPhone;
  readonly kid: string;
  readonly scope: string;
  /** Its own, as its way has: what happens to one phone does not depend on when the others call. */
  readonly chance: Chance;
}

function sumUp(all: readonly FaultProxy[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const { counts } of all) for (const [what, count] of counts) sum[what] = (sum[what] ?? 0) + count;
  return sum;
}

/** Two for the office, four in each khu phố; one of these will get the other as well. */
async function enrolTen(seed: number): Promise<Walker[]> {
  const first = await enrolAt(await linkFor(app, "office"), "office", seed);
  const phones = [first];
  for (const scope of ["office", "kp1", "kp1", "kp1", "kp1", "kp2", "kp2", "kp2", "kp2"]) {
    const role = scope === "office" ? "office" : "volunteer";
    const areas = scope === "office" ? [] : [scope];
    const { url } = must(await first.phone.act.invite(WARD, { role, areas }));
    phones.push(await enrolAt(url, scope, seed + phones.length));
  }
  await Promise.all(phones.map(({ phone }) => phone.act.exchange(WARD)));
  return phones;
}

async function enrolAt(link: string, scope: string, seed: number): Promise<Walker> {
  const way = await openFaultProxy(app.port, createChance(seed));
  ways.push(way);
  const phone = realPhone(way.origin);
  const { device } = await enrolByLink(phone, link);
  return { phone, kid: device ?? "", scope, chance: createChance(seed + 1000) };
}

/** Records at door after door, sends now and then; returns what was kept. */
async function walk({ phone, scope, chance }: Walker, rounds: number): Promise<string[]> {
  const said: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const homes = await now(phone.watch.round(WARD));
    const home = homes[chance.between(0, homes.length - 1)]?.id ?? "";
    const drafts: Draft[] = [chance.falls(0.5) ? absence(home, `Lần ${round}`) : delivery(home)];
    if (chance.falls(0.3)) drafts.push(absence(home));
    said.push(...must(await phone.act.say(WARD, drafts)));
    if (scope === "office" && round === Math.floor(rounds / 2)) said.push(...(await change(phone, chance)));
    await phone.act.exchange(WARD);
    await sleep(chance.between(0, 30));
  }
  return said;
}

/** The office changes who sees what, in the midst of it: one of khu phố 1 gets khu phố 2 as well, and a household moves to another tổ. */
async function change(phone: TestPhone, chance: Chance): Promise<readonly string[]> {
  const ward = await now(phone.watch.ward(WARD));
  const volunteers = Object.entries(ward?.devices ?? {}).filter(([, { areas }]) => areas[0] === "kp1");
  const [kid] = volunteers[chance.between(0, volunteers.length - 1)] ?? [""];
  const home = (await now(phone.watch.round(WARD))).find(({ area }) => area === "kp1/t01");
  return must(
    await phone.act.say(WARD, [
      { type: "device.assigned", sub: kid, body: { areas: ["kp1", "kp2"], from: 1, to: 2_000_000_000 } },
      {
        type: "household.moved",
        sub: home?.id ?? "",
        body: { area: "kp1/t02" },
        personal: { number: chance.between(40, 90) },
      },
    ]),
  );
}

/** Whoever sees the same shows the same, and nothing waits anywhere. */
async function expectAlike(phones: readonly Walker[]): Promise<void> {
  const first = new Map<string, unknown>();
  for (const { phone } of phones) {
    expect(await now(phone.watch.sending(WARD))).toMatchObject({ unsent: 0, problem: null });
    const outbox = await now(phone.watch.outbox(WARD));
    expect(outbox.filter(({ standing }) => standing !== "received")).toEqual([]);
    const [membership] = await now(phone.watch.memberships());
    const scope = membership?.role === "office" ? "office" : [...(membership?.areas ?? [])].sort().join(" ");
    const shown = await shownBy(phone, WARD);
    if (!first.has(scope)) first.set(scope, shown);
    expect({ scope, shown }).toEqual({ scope, shown: first.get(scope) });
  }
  expect([...first.keys()].sort()).toEqual(["kp1", "kp1 kp2", "kp2", "office"]);
}
