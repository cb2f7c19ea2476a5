import { link, mkdir, open, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { compactDecrypt } from "jose";
import type { Signer } from "../../domain/jws.ts";
import type { PublicKey } from "../../domain/ward-facts.ts";
import { namedKeys, publicHalf, readKeyFile, readKeyText, type KeyFile } from "../check/key-file.ts";
import { thumbprint } from "../check/thumbprint.ts";
import { putInPlace } from "../store/durable.ts";

/** The two keys of a ward: the public halves, which `ward.described` carries, and what signs. */
export interface WardKeys {
  readonly signer: Signer;
  readonly sign: PublicKey;
  readonly seal: PublicKey;
  /** What was sealed to this ward (RFC 7516), by any seal key that it has or had; null where none of them opens it. */
  readonly unseal: (jwe: string) => Promise<Uint8Array | null>;
  /** By which statements these keys came in the place of the first ones, in the order of the log; none where they are the first. */
  readonly succession: readonly string[];
  /** Those that are ready to come in the place of these; null where there are none. */
  readonly next: WardKeys | null;
}

/** The ward keys of an installation. Files are looked at each time: another process may have given a ward new keys. */
export interface KeyRing {
  /** The keys of a ward; null where this installation has none for it. */
  readonly find: (ward: string) => Promise<WardKeys | null>;
  /** The same, made and kept where there are none. */
  readonly findOrMake: (ward: string) => Promise<WardKeys>;
  /** Makes new keys and keeps them beside the present ones, unless some lie there already. They come with all else as `next`. */
  readonly prepare: (ward: string) => Promise<WardKeys>;
  /** Puts the prepared keys in the place of the present ones, of which the seal key stays to open with. */
  readonly replace: (ward: string, succession: readonly string[]) => Promise<void>;
  /** Whether a ward's key is one of those that it has, had or is about to have here; null where this installation has none for it. */
  readonly isOurs: (ward: string, kid: string) => Promise<boolean | null>;
}

/**
 * Keys lie in `<dataDir>/keys/<ward>.json`, readable by their owner alone, and are never sent anywhere: see `KeyFile`. What
 * a phone sealed to a former key may come years later.
 */
export function createKeyRing(dataDir: string): KeyRing {
  const folder = join(dataDir, "keys");
  const known = new Map<string, { readonly text: string; readonly keys: WardKeys }>();

  async function find(ward: string): Promise<WardKeys | null> {
    const text = await read(ward);
    if (text === null) return null;
    const before = known.get(ward);
    if (before?.text === text) return before.keys;
    const keys = await importKeys(readKeyFile(text));
    known.set(ward, { text, keys });
    return keys;
  }

  function read(ward: string): Promise<string | null> {
    return readKeyText(fileOf(folder, ward));
  }

  async function change(ward: string, to: (file: KeyFile) => KeyFile): Promise<void> {
    const text = await read(ward);
    if (text === null) throw new Error("the ward has no keys here");
    await writeAnew(fileOf(folder, ward), JSON.stringify(to(readKeyFile(text))));
  }

  async function findMade(ward: string): Promise<WardKeys> {
    const made = await find(ward);
    if (!made) throw new Error("the ward's keys cannot be read back");
    return made;
  }

  return {
    find,
    async findOrMake(ward) {
      const there = await find(ward);
      if (there) return there;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeOnce(fileOf(folder, ward), JSON.stringify({ sign: await newKey(), seal: await newKey() }));
      return await findMade(ward);
    },
    async prepare(ward) {
      const fresh = { sign: await newKey(), seal: await newKey() };
      await change(ward, (file) => ({ ...file, next: file.next ?? fresh }));
      return await findMade(ward);
    },
    replace: (ward, succession) =>
      change(ward, ({ next, seal, formerSeals = [], succession: before = [] }) => {
        if (!next) throw new Error("no keys are ready to come in the place of these");
        return { ...next, formerSeals: [seal, ...formerSeals], succession: [...before, ...succession] };
      }),
    async isOurs(ward, kid) {
      const text = await read(ward);
      return text === null ? null : namedKeys(readKeyFile(text)).has(kid);
    },
  };
}

const ECDSA = { name: "ECDSA", namedCurve: "P-256" };

function fileOf(folder: string, ward: string): string {
  return join(folder, `${ward}.json`);
}

async function newKey(): Promise<JsonWebKey> {
  const pair = await crypto.subtle.generateKey(ECDSA, true, ["sign", "verify"]);
  const { kty, crv, x, y, d } = await crypto.subtle.exportKey("jwk", pair.privateKey);
  // Without `key_ops`: the second of the two is to seal with, by ECDH.
  return { kty, crv, x, y, d } as JsonWebKey;
}

/** Complete and on the disk, or not there at all; a file that is there already stays. */
async function writeOnce(path: string, text: string): Promise<void> {
  const draft = `${path}.${process.pid}`;
  const file = await open(draft, "w", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(draft, path);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Complete and on the disk in the place of what is there, or not at all. */
async function writeAnew(path: string, text: string): Promise<void> {
  const draft = `${path}.part`;
  // What a process that was killed has left of it.
  await rm(draft, { force: true });
  await writeFile(draft, text, { mode: 0o600 });
  await putInPlace(draft, path);
}

async function importKeys({
  sign: secret,
  seal,
  next,
  formerSeals = [],
  succession = [],
}: KeyFile): Promise<WardKeys> {
  const sign = publicHalf(secret);
  const key = await crypto.subtle.importKey("jwk", secret, ECDSA, false, ["sign"]);
  // As soon as the log names the next ones somebody may seal to them.
  const seals = [seal, ...(next ? [next.seal] : []), ...formerSeals];
  const unsealing = await Promise.all(seals.map(importUnsealing));
  return {
    sign,
    seal: publicHalf(seal),
    unseal: (jwe) => unseal(jwe, unsealing),
    succession,
    next: next ? await importKeys({ ...next, formerSeals: [seal, ...formerSeals], succession }) : null,
    signer: {
      kid: thumbprint(sign),
      sign: async (bytes) =>
        new Uint8Array(await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, key, bytes)),
    },
  };
}

const ECDH = { name: "ECDH", namedCurve: "P-256" };

function importUnsealing({ kty, crv, x, y, d }: JsonWebKey): Promise<CryptoKey> {
  const secret = { kty, crv, x, y, d } as JsonWebKey;
  return crypto.subtle.importKey("jwk", secret, ECDH, false, ["deriveBits"]);
}

async function unseal(jwe: string, keys: readonly CryptoKey[]): Promise<Uint8Array | null> {
  for (const key of keys) {
    try {
      return (await compactDecrypt(jwe, key, SEALING)).plaintext;
    } catch {
      // The ward's own keys were imported before: only what somebody sent can be at fault, and an odd key within its head fails
      // in the platform's own words, not the library's.
    }
  }
  return null;
}

/** PROTOCOL.md §3, `parcels`; nothing else is opened. */
const SEALING = { keyManagementAlgorithms: ["ECDH-ES"], contentEncryptionAlgorithms: ["A256GCM"] };

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
