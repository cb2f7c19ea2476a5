import { isRecord } from "../../domain/jws.ts";
import { findKind } from "../../domain/kinds/all.ts";
import { err, ok, type Result } from "../../domain/result.ts";
import { verifyStatement, type Statement } from "../../domain/statement.ts";
import type { PublicKey } from "../../domain/ward-facts.ts";
import { digestText, isSignedBy, thumbprint } from "../store/keys.ts";
import type { WardKey } from "../store/rows.ts";

/** What of some statements may be believed, and the ward's keys after them. */
export interface Trusted<T> {
  readonly items: readonly T[];
  readonly pins: readonly WardKey[];
}

/** Finds the key of a device that the ward made known. */
export type KeyOf = (kid: string) => PublicKey | undefined;

/**
 * Follows the chain of trust through statements in the order of the log (PROTOCOL.md §2, 'Whom to believe'): without a pin
 * the first `ward.described` that its own key signed is pinned; a new ward key counts only if the one before said so;
 * `device.*` counts only if the ward or a device of it signed. What else there is passes: see
 * docs/decisions/0001-verify-the-chain-of-trust.md. A `ward.described` of a stranger is `wrong-ward-key`.
 */
export async function trust<T extends { readonly statement: Statement }>(
  subtle: SubtleCrypto,
  items: readonly T[],
  pinned: readonly WardKey[],
  knownKey: KeyOf,
): Promise<Result<Trusted<T>, "wrong-ward-key">> {
  // An insecure address gives no means to check a signature, and no key to lose. The handbook is read there on the line's
  // word alone; every page says first that the address is insecure.
  if (!(subtle as SubtleCrypto | undefined)) return ok({ items, pins: pinned });
  const pins = [...pinned];
  const enrolled = new Map<string, PublicKey>();
  const believed: T[] = [];
  for (const item of items) {
    const { statement } = item;
    const { type, sub } = statement.claims;
    if (type === "ward.described") {
      const next = await nextPin(subtle, statement, pins);
      if (!next) return err("wrong-ward-key");
      if (!pins.some(({ kid }) => kid === next.kid)) pins.push(next);
    } else if (type.startsWith("device.")) {
      const key = signerKey(statement, pins, (kid) => enrolled.get(kid) ?? knownKey(kid));
      if (!key || !(await isAuthentic(subtle, statement, key))) continue;
      const own = keyIn(statement, ["key"]);
      if (type === "device.enrolled" && (!own || (await thumbprint(subtle, own)) !== sub)) continue;
      if (own) enrolled.set(sub, own);
    }
    believed.push(item);
  }
  return ok({ items: believed, pins });
}

/** Whether a statement was signed by this key, and its disclosures belong to it. */
export async function isAuthentic(
  subtle: SubtleCrypto,
  statement: Statement,
  key: PublicKey,
): Promise<boolean> {
  const verify = (signature: Uint8Array<ArrayBuffer>, signed: string) =>
    isSignedBy(subtle, key, signature, new TextEncoder().encode(signed));
  return (await verifyStatement(statement, verify, (text) => digestText(subtle, text))).ok;
}

async function nextPin(
  subtle: SubtleCrypto,
  statement: Statement,
  pins: readonly WardKey[],
): Promise<WardKey | null> {
  const key = keyIn(statement, ["keys", "sign"]);
  if (!key) return null;
  const described = { kid: await thumbprint(subtle, key), key };
  const isPinned = pins.some(({ kid }) => kid === described.kid);
  // The first one vouches for itself; a new one is named by the newest, and by none that it has replaced.
  const signers = pins.length === 0 ? [described] : isPinned ? pins : pins.slice(-1);
  const signer = signers.find(({ kid }) => kid === statement.kid);
  if (!signer) return null;
  return (await isAuthentic(subtle, statement, signer.key)) ? described : null;
}

function signerKey(statement: Statement, pins: readonly WardKey[], deviceKey: KeyOf): PublicKey | undefined {
  const pin = pins.find(({ kid }) => kid === statement.kid);
  const { type, v } = statement.claims;
  // A version that only an update knows may be the ward key's own; `device.enrolled` always is.
  const wardKeyOnly = findKind(type, v)?.wardKeyOnly ?? type === "device.enrolled";
  return pin?.key ?? (wardKeyOnly ? undefined : deviceKey(statement.kid));
}

function keyIn({ claims }: Statement, path: readonly string[]): PublicKey | null {
  const found = path.reduce<unknown>(
    (value, name) => (isRecord(value) ? value[name] : undefined),
    claims.body,
  );
  if (!isRecord(found)) return null;
  const { kty, crv, x, y } = found;
  if (kty !== "EC" || crv !== "P-256" || typeof x !== "string" || typeof y !== "string") return null;
  return { kty, crv, x, y };
}
