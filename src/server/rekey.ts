import { join } from "node:path";
import { err, ok, type Result } from "../domain/result.ts";
import type { PushError } from "./accept.ts";
import type { WardKeys } from "./keys/keys.ts";
import { signAll, textOf } from "./keys/say.ts";
import { settleKeys } from "./keys/settle-keys.ts";
import type { Station } from "./station.ts";
import { takeTurn } from "./store/take-turn.ts";
import { describeWard } from "./wards/wards-here.ts";

/** Whose word counts from now on, and whose no more. */
export interface Rekeyed {
  readonly kid: string;
  readonly former: string;
  /** Whether an attempt before had come so far that this one only finished it. */
  readonly wasBegun: boolean;
}

/** `other-key`: by its log the ward speaks with a key that is not here. */
export type RekeyError = "no-keys" | "other-key" | PushError;

/**
 * Gives a ward new keys (PROTOCOL.md §2, 'Whom to believe'). They are on the disk before anybody hears of them, and sign only
 * what the log takes after their name; until then the former key speaks. One push names the new key, has it say so itself,
 * and revokes the former one, so that no log has half of it. Cut off anywhere, the same command finishes, with the same keys.
 */
export async function rekey(station: Station, ward: string): Promise<Result<Rekeyed, RekeyError>> {
  // Neither two at once, nor a backup that reads the key file meanwhile.
  const release = await takeTurn(join(station.dataDir, "backup.lock"), station.tellWait);
  try {
    const before = await station.keys.find(ward);
    if (!before) return err("no-keys");
    const settled = await settleKeys(station, ward);
    if (settled === "other") return err("other-key");
    if (settled === "here") {
      const keys = await station.keys.prepare(ward);
      const named = await nameNext(station, ward, keys);
      if (!named.ok) return named;
      // The log alone tells: an attempt that was killed may have been heard in this very moment.
      if ((await settleKeys(station, ward)) !== "replaced") return err("other-key");
    }
    const after = await station.keys.find(ward);
    if (!after) return err("no-keys");
    const { kid } = after.signer;
    return ok({ kid, former: before.signer.kid, wasBegun: settled === "replaced" });
  } finally {
    release();
  }
}

async function nameNext(station: Station, ward: string, keys: WardKeys): Promise<Result<null, PushError>> {
  const { next } = keys;
  if (!next) throw new Error("the keys that were prepared cannot be read back");
  const { keys: _, ...rest } = await describeWard(station.db, ward);
  const body = { ...rest, keys: { sign: next.sign, seal: next.seal } };
  const named = await signAll(station, ward, keys, [{ type: "ward.described", sub: ward, body }]);
  const revoked = { reason: "other", from: Math.floor(station.now() / 1000) };
  const own = await signAll(station, ward, next, [
    // Whoever names a key need not have it; this shows it.
    { type: "ward.described", sub: ward, body },
    { type: "device.revoked", sub: keys.signer.kid, body: revoked },
  ]);
  const pushed = await station.acceptor.push(ward, [...named, ...own].map(textOf));
  return pushed.ok ? ok(null) : pushed;
}
