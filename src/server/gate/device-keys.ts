import type { Kysely } from "kysely";
import type { Jwk } from "../check/check.ts";
import type { Schema } from "../store/schema.ts";
import { findDevice, type FindKey } from "./gate.ts";

/**
 * A device that a ward has stays one of it, and its name is its key's thumbprint: so what was found once is remembered.
 * Whether the log still has it, where a store was restored beneath a running server, only the log itself tells.
 */
export function createKeyFinder(db: Kysely<Schema>): FindKey {
  const found = new Map<string, Jwk>();

  return async (ward, kid) => {
    const name = `${ward} ${kid}`;
    const known = found.get(name);
    if (known) return known;
    const device = await findDevice(db, ward, kid);
    if (!device) return undefined;
    const key = JSON.parse(device.key) as Jwk;
    if (found.size >= MOST_FOUND) found.clear();
    found.set(name, key);
    return key;
  };
}

/** Keys that are remembered: some megabytes at most. */
const MOST_FOUND = 10_000;
