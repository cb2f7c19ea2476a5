import type { PhoneDatabase } from "../store/database.ts";
import type { KeyRow, MembershipRow } from "../store/rows.ts";

/** What it takes to speak in a ward: who this phone is there, and the key it signs with. */
export interface Voice {
  readonly membership: MembershipRow;
  readonly key: KeyRow;
}

/**
 * This phone's voices in its wards, in memory: a signature at a door waits for no reading. What is remembered may be out
 * of date, since other tabs speak, too; only `append` knows, and asks for it anew.
 */
export interface Voices {
  /** As remembered, or as kept where nothing is; null where this phone may not speak. */
  readonly find: (ward: string) => Promise<Voice | null>;
  /** As kept now. */
  readonly read: (ward: string) => Promise<Voice | null>;
  /** Remembers memberships as they were seen last, and fetches the keys that go with them. */
  readonly remember: (rows: readonly MembershipRow[]) => void;
}

/** Voices that remember nothing yet. */
export function createVoices(db: PhoneDatabase): Voices {
  const memberships = new Map<string, MembershipRow>();
  // A key never changes.
  const keys = new Map<string, KeyRow>();

  async function keyOf({ device }: MembershipRow): Promise<KeyRow | undefined> {
    if (device === null) return undefined;
    const key = keys.get(device) ?? (await db.keys.get(device));
    if (key) keys.set(device, key);
    return key;
  }

  async function voiceOf(membership: MembershipRow | undefined): Promise<Voice | null> {
    const key = membership && (await keyOf(membership));
    return key && !membership.revoked ? { membership, key } : null;
  }

  async function read(ward: string): Promise<Voice | null> {
    const row = await db.memberships.get(ward);
    if (row) memberships.set(ward, row);
    return voiceOf(row);
  }

  return {
    find: (ward) => (memberships.has(ward) ? voiceOf(memberships.get(ward)) : read(ward)),
    read,
    remember(rows) {
      for (const row of rows) {
        memberships.set(row.ward, row);
        // Not there now: whoever speaks looks again.
        keyOf(row).catch(() => undefined);
      }
    },
  };
}
