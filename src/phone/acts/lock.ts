import { err, ok, type Result } from "../../domain/result.ts";
import type { PinRefused } from "../api/lock-acts.ts";
import type { PhoneDatabase } from "../store/database.ts";
import type { Env } from "../store/env.ts";
import type { Lock } from "../store/rows.ts";
import { settingsOf } from "../store/settings-of.ts";

/**
 * Whether this is the app's PIN; true where there is none. Each try is counted, durably, before it is looked at: whoever ends
 * the app in between has tried all the same.
 */
export async function tryPin({ env }: Around, pin: string): Promise<Result<null, PinRefused>> {
  try {
    const { db, subtle } = env;
    const begun = await begin(env);
    if (!begun.ok) return begun;
    const lock = begun.value;
    if (!lock) return ok(null);
    const fits = isSame(await digestPin(subtle, pin, lock), lock.digest);
    if (!fits) return err({ why: "wrong", seconds: pauseAfter(lock.tries) / 1000 });
    await keep(db, { ...lock, tries: 0, notBefore: 0 });
    return ok(null);
  } catch {
    return err({ why: "storage", seconds: 0 });
  }
}

/** Sets a PIN, or none, once the former one was said. */
export async function setPin(
  parts: Around,
  pin: string | null,
  former: string | null,
): Promise<Result<null, PinRefused>> {
  const tried = await tryPin(parts, former ?? "");
  if (!tried.ok) return tried;
  const { db, subtle, random } = parts.env;
  try {
    await keep(db, pin === null ? undefined : await makeLock(subtle, pin, new Uint8Array(random(16))));
    return ok(null);
  } catch {
    return err({ why: "storage", seconds: 0 });
  }
}

interface Around {
  readonly env: Pick<Env, "db" | "subtle" | "now" | "random">;
}

/** Counts a try; answers with what it is measured by, undefined where no PIN is set. */
function begin({ db, now }: Around["env"]): Promise<Result<Lock | undefined, PinRefused>> {
  return db.transaction("rw", db.settings, async () => {
    const lock = (await db.settings.get("settings"))?.lock;
    if (!lock) return ok(undefined);
    const left = lock.notBefore - now();
    // A clock that was set back since must not lock anybody out for longer than ever was said.
    if (left > 0 && left <= LONGEST) return err({ why: "wait" as const, seconds: Math.ceil(left / 1000) });
    const tries = lock.tries + 1;
    const counted = { ...lock, tries, notBefore: now() + pauseAfter(tries) };
    await keep(db, counted);
    return ok(counted);
  });
}

/** Removes it, whoever knows it or not. */
export function removeLock(db: PhoneDatabase): Promise<void> {
  return keep(db, undefined);
}

async function keep(db: PhoneDatabase, lock: Lock | undefined): Promise<void> {
  await db.transaction("rw", db.settings, async () => {
    const row = await db.settings.get("settings");
    if (!lock && !row?.lock) return;
    const { locked: _now, ...settings } = settingsOf(row);
    await db.settings.put({ ...settings, ...(lock ? { lock } : {}), name: "settings" });
  });
}

async function makeLock(subtle: SubtleCrypto, pin: string, salt: Uint8Array<ArrayBuffer>): Promise<Lock> {
  const lock = { salt, rounds: ROUNDS, tries: 0, notBefore: 0 };
  return { ...lock, digest: await digestPin(subtle, pin, lock) };
}

/** PBKDF2 (RFC 8018 §5.2) with HMAC-SHA-256: so that each guess takes a while. */
async function digestPin(
  subtle: SubtleCrypto,
  pin: string,
  { salt, rounds }: Pick<Lock, "salt" | "rounds">,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await subtle.importKey("raw", new TextEncoder().encode(pin), "PBKDF2", false, ["deriveBits"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds };
  return new Uint8Array(await subtle.deriveBits(how, key, 256));
}

const ROUNDS = 200_000;

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/** Milliseconds to wait after so many tries in a row: none after four slips, and at most a quarter of an hour. */
function pauseAfter(tries: number): number {
  return tries < MANY ? 0 : Math.min(LONGEST, FIRST * 2 ** (tries - MANY));
}

const MANY = 5;
const FIRST = 30_000;
const LONGEST = 900_000;
