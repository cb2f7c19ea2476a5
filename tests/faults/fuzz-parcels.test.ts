import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import type { JWK } from "jose";
import { afterEach, beforeEach, expect, inject, test } from "vitest";

import type { Chance } from "../../src/server/demo/chance.ts";
import type { ParcelsAnswer } from "../../src/wire/answers.ts";
import { formatParcelFile } from "../../src/wire/parcel-file.ts";
import { createApp, type App } from "../e2e/app.ts";
import type { OfficeClient } from "../e2e/office-client.ts";
import { absence } from "../phone/real-ward.ts";
import { now } from "../phone/test-phone.ts";
import { jpeg, nameOf, paperPledge, webp } from "../server/photos.ts";
import { mutateText, randomText } from "./mutations.ts";
import { enrolClient, enrolClients, type Client } from "./plain-client.ts";
import { amount, beginProof } from "./proof.ts";
import { enrolByLink, realPhone } from "./real-phone.ts";
import { oddStatement, sampleTexts } from "./samples.ts";
import { sealTo } from "./seal-to.ts";
import { linkFor, run, settle, WARD } from "./small-list.ts";
import { findFalse, readTaken } from "./taken.ts";

let app: App;
let office: OfficeClient;
let home: string;
let clients: readonly [Client, ...Client[]];
let desk: Client;
/** To which the ward has things sealed. */
let seal: JWK | undefined;
let texts: readonly [string, ...string[]];

beforeEach(async () => {
  app = await createApp();
  office = await settle(app);
  const log = await office.pull();
  home = log.find(({ claims }) => claims.type === "household.registered")?.claims.sub ?? "";
  seal = (log[0]?.claims.body as { keys?: { seal: JWK } } | undefined)?.keys?.seal;
  desk = await enrolClient(app, await linkFor(app, "office"));
  clients = [desk, ...(await enrolClients(app, 5))];
  texts = await sampleTexts(clients, home);
});
afterEach(() => app.remove());

test("parcels and photos that are odd outside or within bring no 5xx, no crash, and nothing that is not authentic", async () => {
  const { chance, report } = beginProof(`fuzz, parcels on ${inject("postgres") ? "PostgreSQL" : "SQLite"}`);
  const count = amount(200, 2000);
  const photos = await bringPhotos(clients[1] ?? desk);
  const known = await readTaken(desk, office);
  const pid = app.pid();
  const statuses = new Map<string, number>();
  const see = (status: number | string) => statuses.set(`${status}`, (statuses.get(`${status}`) ?? 0) + 1);

  for (let done = 0; done < count; done += BATCH) {
    const parcels = await Promise.all(Array.from({ length: BATCH }, () => oddParcel(chance, photos)));
    const by = chance.pick(clients);
    const answer = await by.call("/parcels", { method: "POST", body: JSON.stringify({ parcels }) });
    see(answer.status);
    if (answer.status !== 200) continue;
    const { results } = (await answer.json()) as ParcelsAnswer;
    expect(results).toHaveLength(BATCH);
    for (const { status } of results) see(status);
  }
  for (let done = 0; done < count; done++) see(await oddPhoto(chance.pick(clients), chance, photos));

  expect([...statuses.keys()].filter((status) => /^(5|0)/.test(status))).toEqual([]);
  expect(app.pid()).toBe(pid);
  const taken = await readTaken(desk, office);
  expect(await findFalse(taken, office)).toEqual([]);
  // Some of it was sound within: had nothing been taken, nothing would have been shown.
  expect(taken.length).toBeGreaterThan(known.length);
  // Whatever lies there under a name has it.
  for (const [at, photo] of photos.entries()) {
    const kept = await office.photo(nameOf(photo));
    expect([at, kept === null || kept.equals(photo)]).toEqual([at, true]);
  }
  app.cli("verify", WARD);
  report({ parcels: count, photos: count, taken: taken.length - known.length, answers: tell(statuses) });
});

test("a file that is odd outside or within costs a carrying phone nothing, and whole lines go on", async () => {
  const { chance, report } = beginProof("fuzz, files by a phone");
  const count = amount(60, 600);
  const phone = realPhone(app.origin);
  await enrolByLink(phone, await linkFor(app, "volunteer", "kp2"));
  await phone.act.exchange(WARD);
  const outcomes = new Map<string, number>();
  const whole: [string, string][] = [];
  for (let at = 0; at < count; at++) {
    const { jti, text } = await (clients[1] ?? desk).say(absence(home, "Đi chợ"));
    const lines = [await oddParcel(chance, []), await sealTo(text, seal), await oddParcel(chance, [])];
    const isWhole = chance.falls(0.3);
    // What no line feed ends, or stands where the count is over, is nobody's.
    const odd = lines.map((line) => line.replaceAll(/\s/g, ""));
    const file = isWhole ? formatParcelFile(WARD, odd) : oddFile(odd, chance);
    const taken = await phone.act.carry(new Blob([file]));
    const outcome = taken.ok ? "taken" : taken.error;
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    if (isWhole) whole.push([outcome, jti]);
    if (chance.falls(0.2)) await phone.act.exchange(WARD);
  }
  await phone.act.exchange(WARD);
  expect((await now(phone.watch.sending(WARD))).problem).toBeNull();
  const log = await office.pull();
  const ids = new Set(log.map(({ claims }) => claims.jti));
  expect(whole.filter(([outcome, jti]) => outcome !== "taken" || !ids.has(jti))).toEqual([]);
  const taken = await readTaken(desk, office);
  expect(await findFalse(taken, office)).toEqual([]);
  report({ files: count, whole: whole.length, outcomes: tell(outcomes) });
});

test("take says what it made of any file, and lets in nothing that is not authentic", async () => {
  const { chance, report } = beginProof("fuzz, files by take");
  const count = amount(30, 300);
  const path = join(app.dir, "odd.stq");
  const codes = new Map<string, number>();
  const whole: unknown[] = [];
  for (let at = 0; at < count; at++) {
    const { text } = await (clients[1] ?? desk).say(absence(home, "Đi chợ"));
    const odd = await Promise.all(Array.from({ length: 20 }, () => oddParcel(chance, [])));
    const lines = [await sealTo(text, seal), ...odd.map((line) => line.replaceAll(/\s/g, ""))];
    const isWhole = chance.falls(0.3);
    writeFileSync(path, isWhole ? formatParcelFile(WARD, lines) : oddFile(lines, chance));
    const { code, out, err } = await run(app, "take", path);
    codes.set(`exit ${code}`, (codes.get(`exit ${code}`) ?? 0) + 1);
    expect([0, 1]).toContain(code);
    expect(err).toHaveLength(1);
    expect(
      out.filter(
        (line) => !/^(accepted|duplicate) \d+$|^(held|refused|rejected|unreadable|early)$/.test(line),
      ),
    ).toEqual([]);
    if (isWhole) whole.push(out[0]);
  }
  expect(await findFalse(await readTaken(desk, office), office)).toEqual([]);
  app.cli("verify", WARD);
  // What stands whole beside it enters the log.
  expect(whole.filter((told) => !/^accepted \d+$/.test(String(told)))).toEqual([]);
  report({ files: count, whole: whole.length, exits: tell(codes) });
});

const BATCH = 20;

function tell(counts: ReadonlyMap<string, number>): string {
  return [...counts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([what, times]) => `${times} × ${what}`)
    .join(" ");
}

/** Pledges on paper that the ward has, and their photos, of which it has half. */
async function bringPhotos(by: Client): Promise<readonly [Buffer, ...Buffer[]]> {
  const photos = [jpeg(), webp(), jpeg(300), webp(60)] as const;
  for (const [at, photo] of photos.entries()) {
    const said = await Promise.all(paperPledge(home, photo).map((draft) => by.say(draft)));
    await by.push(said.map(({ text }) => text));
    if (at % 2 === 0)
      await by.call(`/attachments/${nameOf(photo)}`, {
        method: "PUT",
        body: new Uint8Array(photo),
        headers: IMAGE,
      });
  }
  return photos;
}

const IMAGE = { "content-type": "image/jpeg" };

/** One whose seal is odd, or what it holds; mostly the seal is sound, so that what is within is reached. */
async function oddParcel(chance: Chance, photos: readonly Buffer[]): Promise<string> {
  const [first, ...others] = photos;
  const within = chance.pick<() => Promise<string | Uint8Array> | string | Uint8Array>([
    () => oddStatement(texts, clients, chance),
    () => oddStatement(texts, clients, chance),
    () => oddStatement(texts, clients, chance),
    () => (first ? mutateBytes(chance.pick([first, ...others]), chance) : jpeg(20)),
    () => randomText(chance, 300),
    () => randomBytes(chance.between(0, 300)),
    () => "",
    // UTF-8 that breaks off within a letter.
    () => Buffer.concat([Buffer.from(chance.pick(texts)), Buffer.from([0xe1, 0xba])]),
  ])();
  const whole = await sealTo(await within, seal, chance.falls(0.1) ? oddHeader(chance) : {});
  return chance.falls(0.7) ? whole : mutateText([whole], chance);
}

function oddHeader(chance: Chance): object {
  return chance.pick<object>([
    { enc: "A128GCM" },
    { enc: "A256CBC-HS512" },
    { kid: "\u0000" },
    { typ: "x".repeat(1000) },
    { cty: "JWT" },
    { apu: "eA" },
  ]);
}

function mutateBytes(bytes: Buffer, chance: Chance): Buffer {
  const at = chance.between(0, bytes.length - 1);
  const turned = Buffer.from(bytes);
  turned[at] = (turned[at] ?? 0) ^ (1 << chance.between(0, 7));
  return chance.pick<() => Buffer>([
    () => turned,
    () => bytes.subarray(0, at),
    () => Buffer.concat([bytes, randomBytes(at % 50)]),
    () => bytes,
  ])();
}

/** A photo that is not what its name, its type or its length says; what it was answered. */
async function oddPhoto(by: Client, chance: Chance, photos: readonly [Buffer, ...Buffer[]]): Promise<number> {
  const photo = chance.pick(photos);
  const body = chance.falls(0.03) ? randomBytes(3_000_000) : mutateBytes(photo, chance);
  const name = chance.pick<() => string>([
    () => nameOf(photo),
    () => nameOf(photo),
    () => nameOf(body),
    () => encodeURIComponent(mutateText([nameOf(photo)], chance).toWellFormed()),
  ])();
  const type = chance.pick([
    "image/jpeg",
    "image/webp",
    "application/octet-stream",
    "image/png",
    "application/json",
    "x",
  ]);
  const init = { method: "PUT", body: new Uint8Array(body), headers: { "content-type": type } };
  const { status } = await by.call(`/attachments/${name}`, init);
  // What the ward took is what it is called.
  if (status === 200 && nameOf(body) !== name) throw new Error("a photo was taken under another name");
  return status;
}

/** A file of which the outer bytes are odd. */
function oddFile(lines: readonly string[], chance: Chance): string {
  const file = formatParcelFile(WARD, lines);
  const [head = ""] = file.split("\n");
  const rest = file.slice(head.length);
  return chance.pick<() => string>([
    () => mutateText([file], chance),
    () => file.slice(0, chance.between(0, file.length)),
    () => `${mutateText([head], chance)}${rest}`,
    () => `{"stq":1,"ward":"${WARD}","count":${chance.pick(["-1", "0", "1", "1e9", "null", '"2"'])}}${rest}`,
    () => `{"stq":2,"ward":"${WARD}","count":2}${rest}`,
    () => `{"stq":1,"ward":"phuong-khac","count":2}${rest}`,
    () => file.replaceAll("\n", "\r\n"),
    () => `\ufeff${file}`,
    () => randomText(chance, 500),
    () => "",
  ])();
}
