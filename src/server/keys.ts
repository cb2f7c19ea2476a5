import { link, mkdir, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { compactDecrypt } from "jose";
import { isRecord, type Signer } from "../domain/jws.ts";
import type { PublicKey } from "../domain/ward-facts.ts";
import { thumbprint } from "./thumbprint.ts";

/** The two keys of a ward: the public halves, which `ward.described` carries, and what signs. */
export interface WardKeys {
  readonly signer: Signer;
  readonly sign: PublicKey;
  readonly seal: PublicKey;
  /** What was sealed to this ward (RFC 7516), by its seal key or one that it had before; null where none of them opens it. */
  readonly unseal: (jwe: string) => Promise<Uint8Array | null>;
}

/** The ward keys of an installation, each read from its file once. */
export interface KeyRing {
  /** The keys of a ward; null where this installation has none for it. */
  readonly find: (ward: string) => Promise<WardKeys | null>;
  /** The same, made and kept where there are none. */
  readonly findOrMake: (ward: string) => Promise<WardKeys>;
}

/**
 * Keys lie in `<dataDir>/keys/<ward>.json`, readable by their owner alone, and are never sent anywhere: `sign`, `seal`, and
 * in `formerSeals` the seal keys that the ward had before. Whoever changes `seal` moves the old one there: what a phone
 * sealed to it may come years later.
 */
export function createKeyRing(dataDir: string): KeyRing {
  const folder = join(dataDir, "keys");
  const known = new Map<string, WardKeys>();

  async function find(ward: string): Promise<WardKeys | null> {
    const cached = known.get(ward);
    if (cached) return cached;
    const text = await readFile(fileOf(folder, ward), "utf8").catch(nothingThere);
    const keys = text === null ? null : await importKeys(JSON.parse(text));
    if (keys) known.set(ward, keys);
    return keys;
  }

  return {
    find,
    async findOrMake(ward) {
      const there = await find(ward);
      if (there) return there;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeOnce(fileOf(folder, ward), JSON.stringify({ sign: await newKey(), seal: await newKey() }));
      const made = await find(ward);
      if (!made) throw new Error("the ward's keys cannot be read back");
      return made;
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

async function importKeys(file: unknown): Promise<WardKeys> {
  if (!isRecord(file)) throw new Error("the ward's key file holds no keys");
  const secret = file["sign"] as JsonWebKey;
  const sign = publicHalf(secret);
  const key = await crypto.subtle.importKey("jwk", secret, ECDSA, false, ["sign"]);
  const former = Array.isArray(file["formerSeals"]) ? (file["formerSeals"] as JsonWebKey[]) : [];
  const unsealing = await Promise.all([file["seal"] as JsonWebKey, ...former].map(importUnsealing));
  return {
    sign,
    seal: publicHalf(file["seal"] as JsonWebKey),
    unseal: (jwe) => unseal(jwe, unsealing),
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

function publicHalf({ x, y }: JsonWebKey): PublicKey {
  if (x === undefined || y === undefined) throw new Error("the ward's key file holds no P-256 key");
  return { kty: "EC", crv: "P-256", x, y };
}

function nothingThere(error: unknown): null {
  if (codeOf(error) === "ENOENT") return null;
  throw error;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
