import { randomBytes } from "node:crypto";
import type { FastifyInstance, InjectOptions } from "fastify";

import { signJws } from "../../src/domain/jws.ts";
import type { Draft } from "../../src/domain/statement.ts";
import { createApp } from "../../src/server/app.ts";
import { makeWard } from "../../src/server/keys/make-ward.ts";
import { say } from "../../src/server/keys/say.ts";
import { openStation, type Station } from "../../src/server/station.ts";
import { createWaiters, type Waiters } from "../../src/server/turns/waiters.ts";
import { readHeads } from "../../src/server/wards/wards.ts";
import type { PushAnswer, Verdict } from "../../src/wire/answers.ts";
import { parsePage, type Page } from "../../src/wire/page.ts";
import { registration } from "./small-ward.ts";
import { createSpeaker, newId, type Speaker } from "./speaker.ts";
import { makeStorePlace, type StorePlace } from "./store-place.ts";

export const WARD = "phuong-thu";

/** A whole server on a real store in a folder of its own, with one ward and three households, and a clock that tests turn. */
export interface House {
  readonly place: StorePlace;
  readonly app: FastifyInstance;
  readonly station: Station;
  readonly waiters: Waiters;
  /** Two in kp1/t01, one in kp2/t06. */
  readonly households: readonly [string, string, string];
  readonly clock: { ms: number };
  readonly log: string[];
  readonly wardSays: (...drafts: Draft[]) => Promise<readonly Verdict[]>;
  /** Makes a code by the office's own call. */
  readonly invite: (role: string, areas?: readonly string[], extra?: object) => Promise<string>;
  /** A phone that enrolled by a new code. */
  readonly enrolled: (role: string, areas?: readonly string[], extra?: object) => Promise<Phone>;
  readonly ask: (options: InjectOptions) => Promise<Answer>;
  readonly remove: () => Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly bytes: Buffer;
  readonly json: <T = Record<string, unknown>>() => T;
  /** The slug of a problem, "" where it is none. */
  readonly slug: string;
}

/** A phone with a key of its own. */
export interface Phone extends Speaker {
  readonly token: (claims?: object, head?: object) => Promise<string>;
  readonly call: (
    method: "GET" | "POST" | "PUT",
    path: string,
    body?: unknown,
    headers?: object,
  ) => Promise<Answer>;
  readonly push: (...texts: string[]) => Promise<PushAnswer>;
  readonly page: (query?: string) => Promise<Page>;
}

export async function openHouse(
  options: {
    readonly webRoot?: string;
    readonly origin?: string;
    readonly proxies?: readonly string[];
  } = {},
): Promise<House> {
  const place = await makeStorePlace();
  const clock = { ms: Date.UTC(2026, 10, 23, 3) };
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
  const opened = await openStation({ ...place, now: () => clock.ms, random });
  if (!opened.ok) throw new Error(opened.error);
  const station = opened.value;
  const waiters = createWaiters((wards) => readHeads(station.db, wards), station.othersWrote);
  station.onCommit(waiters.notice);
  const log: string[] = [];
  const app = await createApp({
    ...station,
    waiters,
    origin: options.origin ?? "http://localhost:8787",
    version: "0.0.0-test",
    webRoot: options.webRoot ?? null,
    ...(options.proxies ? { proxies: options.proxies } : {}),
    log: { write: (line) => log.push(line) },
  });
  const made = await makeWard(station, WARD, {
    name: "Phường Thử",
    kind: "phuong",
    province: "",
    areas: [{ code: "kp1", name: "Khu phố 1", kind: "neighbourhood" }],
  });
  if (!made.ok) throw new Error(made.error);
  const keys = await station.keys.findOrMake(WARD);
  const wardSays = async (...drafts: Draft[]) => {
    const told = await say(station, WARD, keys, drafts);
    if (!told.ok) throw new Error(told.error);
    return told.value.map(({ verdict }) => verdict);
  };
  const households = [newId(), newId(), newId()] as const;
  await wardSays(
    registration(households[0], "kp1/t01", 1, "Nguyễn Thị Ánh"),
    registration(households[1], "kp1/t01", 2, "Trần Văn Bảy"),
    registration(households[2], "kp2/t06", 1, "Lê Hoàng Dũng"),
  );
  const ask = async (request: InjectOptions) => toAnswer(await app.inject(request));
  const house: Omit<House, "invite" | "enrolled"> = {
    place,
    app,
    station,
    waiters,
    households,
    clock,
    log,
    wardSays,
    ask,
    async remove() {
      waiters.close();
      await app.close();
      await station.close();
      await place.remove();
    },
  };
  const { makeInvite } = await import("../../src/server/gate/invites.ts");
  const { findWard } = await import("../../src/server/wards/wards.ts");
  const invite = async (role: string, areas: readonly string[] = [], extra: object = {}) => {
    const ward = await findWard(station.db, WARD);
    if (!ward) throw new Error("no ward");
    const request = { role, areas: [...areas], expiresInHours: 72, ...extra } as Parameters<
      typeof makeInvite
    >[2];
    const code = await makeInvite({ ...station, origin: "http://localhost:8787" }, ward, request, null);
    if (!code.ok) throw new Error(code.error);
    return code.value.code;
  };
  return {
    ...house,
    invite,
    async enrolled(role, areas = [], extra = {}) {
      const phone = await newPhone(house);
      const answer = await enrol(house, phone, await invite(role, areas, extra));
      if (answer.status !== 201) throw new Error(answer.text);
      return phone;
    },
  };
}

/** A phone that nobody knows yet. */
export async function newPhone(
  house: Pick<House, "ask" | "clock">,
  ward = WARD,
  speaker?: Speaker,
): Promise<Phone> {
  const self = speaker ?? (await createSpeaker(ward, () => house.clock.ms));
  const token = (claims: object = {}, head: object = {}) => {
    const iat = Math.floor(house.clock.ms / 1000);
    const payload = { aud: ward, iat, exp: iat + 240, jti: newId(), ...claims };
    return signJws({ alg: "ES256", typ: "device+jwt", kid: self.kid, ...head }, payload, self.signer);
  };
  const call: Phone["call"] = async (method, path, body, headers = {}) =>
    house.ask({
      method,
      url: `/api/wards/${ward}${path}`,
      headers: {
        authorization: `Bearer ${await token()}`,
        ...(body === undefined || Buffer.isBuffer(body) ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { payload: typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body) }),
    });
  return {
    ...self,
    token,
    call,
    async push(...texts) {
      const answer = await call("POST", "/statements", { statements: texts });
      if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
      return answer.json<PushAnswer>();
    },
    async page(query = "after=0") {
      const answer = await call("GET", `/statements?${query}`);
      const page = parsePage(answer.text);
      if (answer.status !== 200 || !page.ok) throw new Error(`${answer.status} ${answer.text}`);
      return page.value;
    },
  };
}

/** Asks to enrol a phone by a code; `over` replaces parts of the body. */
export async function enrol(
  house: Pick<House, "ask" | "clock">,
  phone: Speaker,
  code: string,
  over: object = {},
): Promise<Answer> {
  const body = {
    invite: code,
    publicKey: phone.key,
    name: "Máy thử",
    proof: await proofOf(phone, code),
    ...over,
  };
  return house.ask({
    method: "POST",
    url: `/api/wards/${WARD}/devices`,
    headers: { "content-type": "application/json" },
    payload: JSON.stringify(body),
  });
}

export function proofOf(
  phone: Speaker,
  code: string,
  claims: object = {},
  head: object = {},
): Promise<string> {
  const payload = { aud: WARD, nonce: code, iat: 0, ...claims };
  return signJws({ alg: "ES256", typ: "proof+jwt", ...head }, payload, phone.signer);
}

function toAnswer(response: Awaited<ReturnType<FastifyInstance["inject"]>>): Answer {
  const isProblem = String(response.headers["content-type"]).startsWith("application/problem+json");
  return {
    status: response.statusCode,
    headers: response.headers,
    text: response.body,
    bytes: response.rawPayload,
    json: <T>() => JSON.parse(response.body) as T,
    slug: isProblem ? (JSON.parse(response.body) as { type: string }).type.replace("/problems/", "") : "",
  };
}

/** Another process on the database of a house, which it reaches by another address. PostgreSQL alone. */
export async function openBeside(house: House, change: (address: URL) => void): Promise<Station> {
  const url = new URL(house.place.database?.url ?? "");
  change(url);
  const { now, random } = house.station;
  const opened = await openStation({
    ...house.place,
    database: { url: url.href, connections: 3 },
    now,
    random,
  });
  if (!opened.ok) throw new Error(opened.error);
  return opened.value;
}
