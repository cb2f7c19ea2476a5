// Before Dexie, which looks for it once, and watches nothing where there is none.
import "fake-indexeddb/auto";
import { randomBytes, webcrypto } from "node:crypto";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import type { Live, Membership } from "../../src/phone/api/phone.ts";
import { createPhone, type PageEnv, type RunningPhone } from "../../src/phone/create-phone.ts";
import { phoneDatabase, type PhoneDatabase } from "../../src/phone/store/database.ts";
import type { RealWard } from "./real-ward.ts";

/** A phone on a database in memory; `tab` opens another tab of it. */
export interface TestPhone extends RunningPhone {
  readonly db: PhoneDatabase;
  readonly env: PageEnv;
  readonly factory: IDBFactory;
  readonly tab: (over?: Partial<PageEnv>) => TestPhone;
}

/** Timers that fire only when told. */
export interface HandTimers {
  readonly after: (milliseconds: number, act: () => void) => () => void;
  readonly waiting: () => readonly { readonly milliseconds: number; readonly act: () => void }[];
}

/** Makes a phone that reaches this ward. Its clock is the ward's. */
export function testPhone(
  ward: Pick<RealWard, "fetch" | "time">,
  over: Partial<PageEnv> = {},
  factory = new IDBFactory(),
): TestPhone {
  const db = phoneDatabase({ indexedDB: factory, IDBKeyRange });
  const env: PageEnv = {
    db,
    origin: "",
    fetch: (url, init) => ward.fetch(url, init),
    subtle: webcrypto.subtle as unknown as SubtleCrypto,
    now: () => ward.time,
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    version: "0.0.0-test",
    timers: { after: () => () => {} },
    page: { onOnline: () => () => {}, onVisible: () => () => {}, requestSync: () => {} },
    storage: {},
    registrar: null,
    badge: null,
    reload: () => {},
    ...over,
  };
  return {
    ...createPhone(env),
    db,
    env,
    factory,
    tab: (more = {}) => testPhone(ward, { ...over, ...more }, factory),
  };
}

/** Timers for tests of who waits how long. */
export function handTimers(): HandTimers {
  const waiting: { readonly milliseconds: number; readonly act: () => void }[] = [];
  return {
    waiting: () => waiting,
    after(milliseconds, act) {
      const one = { milliseconds, act: () => (waiting.splice(waiting.indexOf(one), 1), act()) };
      waiting.push(one);
      return () => void (waiting.includes(one) && waiting.splice(waiting.indexOf(one), 1));
    },
  };
}

/** The present value of a query. */
export function now<T>(live: Live<T>): Promise<T> {
  return until(live, () => true);
}

/** The first value that is as wished. */
export function until<T>(live: Live<T>, isWished: (value: T) => boolean): Promise<T> {
  return new Promise((resolve) => {
    let stop: (() => void) | null = null;
    let found = false;
    stop = live((value) => {
      if (found || !isWished(value)) return;
      found = true;
      resolve(value);
      queueMicrotask(() => stop?.());
    });
  });
}

/** Enrols a phone by a new code; throws where it did not work. */
export async function enrolled(
  ward: RealWard,
  phone: TestPhone,
  request: Parameters<RealWard["invite"]>[0] = { areas: ["kp1"] },
): Promise<Membership> {
  const code = await ward.invite(request);
  const result = await phone.act.enrol({
    ward: ward.slug,
    code,
    deviceName: "Máy cô Hoa",
    personName: "Phạm Thị Hoa",
  });
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

/** What a result carries, or the error thrown. */
export function must<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!result.ok) throw new Error(String(result.error));
  return result.value;
}
