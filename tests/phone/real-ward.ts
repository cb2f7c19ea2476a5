import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import type { Draft } from "../../src/domain/statement.ts";
import { createApp } from "../../src/server/app.ts";
import { makeInvite, type InviteRequest } from "../../src/server/gate/invites.ts";
import { makeWard } from "../../src/server/keys/make-ward.ts";
import { say } from "../../src/server/keys/say.ts";
import { openStation, type Station } from "../../src/server/station.ts";
import { createWaiters } from "../../src/server/turns/waiters.ts";
import { findWard } from "../../src/server/wards/wards.ts";
import type { Verdict } from "../../src/wire/answers.ts";
import { newId } from "../server/speaker.ts";

/** What stands between the phone and the ward: passes a call on, spoils it, or swallows it. */
export type Way = (
  pass: () => Promise<Response>,
  call: { readonly url: string; readonly body: string },
) => Promise<Response>;

/** The project's own server on a store of its own, without a port. */
export interface RealWard {
  readonly slug: string;
  readonly station: () => Station;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** What the ward key says, for which it needs no coverage. */
  readonly say: (...drafts: Draft[]) => Promise<readonly Verdict[]>;
  readonly invite: (request: Partial<InviteRequest>) => Promise<string>;
  /** Puts something in the way of all calls until the function it returns is called. */
  readonly obstruct: (way: Way) => () => void;
  /** Calls that came through, as `POST /statements`. */
  readonly calls: string[];
  /** Milliseconds that the server's clock shows. */
  time: number;
  version: string;
  /** Does something to the folder of the stopped store, and starts on it again. */
  readonly whileStopped: (work: (dir: string) => unknown) => Promise<void>;
  /** Copies the store as it is. */
  readonly backUp: () => Promise<string>;
  /** Puts a copy in the place of the store. */
  readonly restore: (copy: string) => Promise<void>;
  /** Ends the server between two of its steps, whatever it is at, and starts it again on what the disk has. */
  readonly crash: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

export const START = Date.UTC(2026, 10, 23, 3);

/** A ward with two khu phố, each with a handbook, one campaign and no households. */
export async function createRealWard(slug = "phuong-thu"): Promise<RealWard> {
  const folder = mkdtempSync(join(tmpdir(), "so-tay-real-"));
  const state = { time: START, version: "1.0.0" };
  let dir = join(folder, "data");
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
  const ways: Way[] = [];
  const calls: string[] = [];
  let station: Station;
  let app: FastifyInstance;
  let copies = 0;

  async function start(): Promise<void> {
    const opened = await openStation({ dataDir: dir, now: () => state.time, random });
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    station = opened.value;
    const parts = {
      ...station,
      waiters: createWaiters(
        async () => new Map(),
        async () => false,
      ),
      origin: "https://so-tay.example",
    };
    app = await createApp({ ...parts, version: state.version, webRoot: null, log: null });
    // The real clock stands in no answer: the ward's own does.
    app.addHook("onSend", async (_request, reply) => {
      void reply.header("date", new Date(state.time).toUTCString());
    });
    await app.ready();
  }

  async function stop(): Promise<void> {
    await app.close();
    await station.close();
  }

  async function pass(url: string, init: RequestInit): Promise<Response> {
    const method = init.method === "POST" || init.method === "PUT" ? init.method : "GET";
    calls.push(`${method} ${url}`);
    const answer = await app.inject({
      method,
      url,
      headers: init.headers as Record<string, string>,
      ...(typeof init.body === "string" ? { payload: init.body } : {}),
      ...(init.body instanceof Uint8Array ? { payload: Buffer.from(init.body) } : {}),
    });
    const headers = Object.entries(answer.headers).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]);
    const body = answer.statusCode === 304 ? null : new Uint8Array(answer.rawPayload);
    return new Response(body, { status: answer.statusCode, headers });
  }

  async function sayAll(...drafts: Draft[]): Promise<readonly Verdict[]> {
    const keys = await station.keys.find(slug);
    if (!keys) throw new Error("the ward has lost its key");
    const told = await say(station, slug, keys, drafts);
    if (!told.ok) throw new Error(told.error);
    return told.value.map(({ verdict }) => verdict);
  }

  await start();
  const areas = ["kp1", "kp1/t01", "kp1/t02", "kp2", "kp2/t06"].map((code) => ({
    code,
    name: code,
    kind: "khu-pho",
  }));
  const made = await makeWard(station!, slug, {
    name: "Phường Thử",
    kind: "phuong",
    province: "Tây Ninh",
    areas,
  });
  if (!made.ok) throw new Error(made.error);
  await sayAll(covenant("kp1"), covenant("kp2"), campaign("2026"));

  return {
    slug,
    station: () => station,
    say: sayAll,
    calls,
    get time() {
      return state.time;
    },
    set time(time) {
      state.time = time;
    },
    get version() {
      return state.version;
    },
    set version(version) {
      state.version = version;
    },
    async fetch(url, init) {
      const way = ways.at(-1);
      const body = typeof init.body === "string" ? init.body : "";
      return way ? way(() => pass(url, init), { url, body }) : pass(url, init);
    },
    async invite(request) {
      const ward = await findWard(station.db, slug);
      if (!ward) throw new Error("no ward");
      const full = { role: "volunteer" as const, areas: [], expiresInHours: 72, ...request };
      const invited = await makeInvite({ ...station, origin: "https://so-tay.example" }, ward, full, null);
      if (!invited.ok) throw new Error(invited.error);
      return invited.value.code;
    },
    obstruct(way) {
      ways.push(way);
      return () => void ways.splice(ways.indexOf(way), 1);
    },
    async whileStopped(work) {
      await stop();
      await work(dir);
      await start();
    },
    async backUp() {
      await stop();
      copies += 1;
      const copy = join(folder, `copy-${copies}`);
      cpSync(dir, copy, { recursive: true });
      await start();
      return copy;
    },
    async restore(copy) {
      await stop();
      // The mark beside the store tells that it once was further.
      for (const file of ["so-tay.sqlite", "so-tay.sqlite-wal", "so-tay.sqlite-shm"])
        rmSync(join(dir, file), { force: true });
      cpSync(copy, dir, { recursive: true, filter: (path) => !path.endsWith("heads.json") });
      await start();
    },
    async crash() {
      copies += 1;
      const left = join(folder, `left-${copies}`);
      // In one go: this is what a dead process leaves. It may go on with what it has, of which nobody hears. A mark that is
      // being written is renamed in a thread meanwhile; nobody reads what has not got its name yet.
      cpSync(dir, left, { recursive: true, filter: (path) => !/heads\.json\.\d+$/.test(path) });
      const before = [app, station] as const;
      dir = left;
      await start();
      await before[0].close();
      await before[1].close();
    },
    async remove() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A household enters the list. */
export function registration(id: string, area: string, number: number, head: string): Draft {
  const personal = { number, head, address: `${number} Hùng Vương`, phone: "0900 000 001" };
  return { type: "household.registered", sub: id, body: { area, members: 4 }, personal };
}

export function delivery(household: string): Draft {
  return { type: "handbook.delivered", sub: household, body: { edition: 4, how: "hand" } };
}

export function absence(household: string, note?: string): Draft {
  return { type: "visit.logged", sub: household, body: { outcome: "absent" }, personal: { note } };
}

/** Consent and pledge, as one act. */
export function pledging(household: string, signer = "Trần Thị Ký"): Draft[] {
  const consent = newId();
  const body = { campaign: "2026", edition: 4, agreed: ["flag"], declined: [], medium: "screen", consent };
  return [
    {
      jti: consent,
      type: "consent.given",
      sub: household,
      body: { purposes: ["record"], version: 1, at: START / 1000 },
      personal: { by: signer },
    },
    {
      type: "pledge.signed",
      sub: household,
      body,
      personal: { signer, relation: "Chủ hộ", strokes: "M1 1l9 9" },
    },
  ];
}

export function covenant(area: string): Draft {
  const recognition = { number: "1527/QĐ-UBND", date: "2022-10-14", authority: "UBND thị xã Kiến Tường" };
  const chapters = [
    { title: "Chương I", articles: [{ number: 13, title: "Điều 13", text: "Treo cờ ngày lễ." }] },
  ];
  const body = {
    covenant: area,
    edition: 4,
    title: `Quy ước ${area}`,
    recognition,
    inForce: "2022-10-14",
    chapters,
  };
  return { type: "covenant.published", sub: area, body };
}

export function campaign(id: string, title = "Cam kết"): Draft {
  const consent = { version: 1, purposes: [{ id: "record", text: "Lưu họ tên" }] };
  const items = [{ id: "flag", text: "Treo cờ", article: 13 }];
  const body = { title, from: "2026-10-01", to: "2026-12-31", editions: { kp1: 4, kp2: 4 }, items, consent };
  return { type: "campaign.opened", sub: id, body };
}
