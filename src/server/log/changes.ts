import type { DeviceFact, HeldRow, HouseholdFact, LogRow, RejectRow } from "../store/rows.ts";

/** What a judged batch changes in the store; written in the same transaction. */
export interface Changes {
  readonly appended: LogRow[];
  /** Rows that were in the log and whose disclosures, place or topic are others now. */
  readonly amended: Map<string, LogRow>;
  /** These rows as they were. */
  readonly replaced: Map<string, LogRow>;
  /** Held statements as they are now; null for one that is held no more. */
  readonly held: Map<string, HeldRow | null>;
  readonly devices: Map<string, DeviceFact>;
  /** By invite: the key that it has opened to. */
  readonly invitesUsed: Map<string, string>;
  readonly households: Map<string, HouseholdFact>;
  /** Where these households stood; null where they were not in the list. */
  readonly stood: Map<string, HouseholdFact | null>;
  readonly decisions: Map<string, { readonly decision: string; readonly reason: string }>;
  readonly erasures: {
    readonly seq: number;
    readonly sub: string;
    readonly statements: readonly string[] | null;
    readonly names: readonly string[] | null;
  }[];
  /** By statement, in the log or held: the photo that it names now; null where that was erased. */
  readonly photos: Map<string, string | null>;
  /** Rows of the log, read by phones already, that a fuller copy has filled up. */
  readonly filled: LogRow[];
  /** Rows that came after an erasure that lists them, and where that stands: it comes into sight with them. */
  readonly listed: { readonly row: LogRow; readonly erasedAt: string }[];
  /** Numbers of statements that are kept nowhere. */
  readonly rejected: RejectRow[];
}

/** No change yet. */
export function noChanges(): Changes {
  return {
    appended: [],
    amended: new Map(),
    replaced: new Map(),
    held: new Map(),
    devices: new Map(),
    invitesUsed: new Map(),
    households: new Map(),
    stood: new Map(),
    decisions: new Map(),
    erasures: [],
    photos: new Map(),
    filled: [],
    listed: [],
    rejected: [],
  };
}
