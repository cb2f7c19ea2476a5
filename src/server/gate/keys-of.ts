import type { Statement } from "../../domain/statement.ts";
import { isPublicKey, type Jwk } from "../check/check.ts";
import { thumbprint } from "../check/thumbprint.ts";
import type { FindKey } from "./gate.ts";

/**
 * The keys by which a batch may be signed: those of the log, and those that the batch itself names. Whether a key named here
 * is believed, the judge tells; that it fits its name, the checker does.
 */
export async function keysOf(
  findKey: FindKey,
  ward: string,
  batch: readonly Statement[],
): Promise<ReadonlyMap<string, Jwk>> {
  const keys = namedBy(batch);
  const kids = [...new Set(batch.map(({ kid }) => kid))];
  const known = await Promise.all(kids.map((kid) => findKey(ward, kid)));
  for (const [at, kid] of kids.entries()) {
    const key = known[at];
    if (key) keys.set(kid, key);
  }
  return keys;
}

/** The keys that statements of a batch name: of a device that they enrol, of a ward that describes itself. */
function namedBy(batch: readonly Statement[]): Map<string, Jwk> {
  const keys = new Map<string, Jwk>();
  for (const { claims } of batch) {
    const { key, keys: wardKeys } = claims.body as {
      readonly key?: unknown;
      readonly keys?: { readonly sign?: unknown };
    };
    if (claims.type === "device.enrolled" && isPublicKey(key)) keys.set(claims.sub, key);
    if (claims.type === "ward.described" && isPublicKey(wardKeys?.sign))
      keys.set(thumbprint(wardKeys.sign), wardKeys.sign);
  }
  return keys;
}
