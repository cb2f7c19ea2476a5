import type { DeviceFact, HeldRow, HouseholdFact, LogRow, RejectRow } from "./rows.ts";

/** What a judged batch changes in the store; written in the same transaction. */
export interface Changes {
  readonly appended: LogRow[];
  /** Rows that were in the log and whose disclosures, place or topic are others now. */
  readonly amended: Map<string, LogRow>;
  /** Held statements as they are now; null for one that is held no more. */
  readonly held: Map<string, HeldRow | null>;
  readonly devices: Map<string, DeviceFact>;
  readonly households: Map<string, HouseholdFact>;
  readonly decisions: Map<string, { readonly decision: string; readonly reason: string }>;
  readonly erasures: {
    readonly seq: number;
    readonly sub: string;
    readonly statements: readonly string[] | null;
    readonly names: readonly string[] | null;
  }[];
  /** By statement, in the log or held: the photo that it names now; null where that was erased. */
  readonly photos: Map<string, string | null>;
  /** What moved from one place to another and was in the log before, for the scopes of those who see only one of the two. */
  readonly moves: Move[];
  /** Rows of the log, read by phones already, that a fuller copy has filled up. */
  readonly filled: LogRow[];
  /** Numbers of statements that are kept nowhere. */
  readonly rejected: RejectRow[];
}

/** Statements of one household, or one statement, that came into some sights and left others. */
export interface Move {
  readonly from: Standpoint;
  readonly to: Standpoint;
  /** Who sees it only now that its target is known, wherever it stood: the household's own phone, or everybody. */
  readonly revealed?: "household" | "everybody";
}

/** A household and the area where its heir stands; or an area alone. */
export interface Standpoint {
  readonly household: string | null;
  readonly area: string | null;
}

/** No change yet. */
export function noChanges(): Changes {
  return {
    appended: [],
    amended: new Map(),
    held: new Map(),
    devices: new Map(),
    households: new Map(),
    decisions: new Map(),
    erasures: [],
    photos: new Map(),
    moves: [],
    filled: [],
    rejected: [],
  };
}
