import type { Generated } from "kysely";

// Every key begins with the ward, so that the same tables spread over a cluster by ward.

/** One row a ward: its log's head, and what its key has signed. */
export interface WardTable {
  ward: string;
  /** Random id of this store; restoring a backup makes a new one. */
  epoch: string;
  /** Milliseconds: when a restored store began its epoch; 0 of one that was never restored. */
  epoch_began: Generated<number>;
  head: number;
  /** Highest number inside a finished backup. */
  saved: number;
  /** The last `n` drawn for the ward key. */
  signed: number;
}

/** The log. */
export interface StatementTable {
  ward: string;
  seq: number;
  /** Milliseconds: time of receipt. */
  at: number;
  jti: string;
  kid: string;
  n: number;
  type: string;
  sub: string;
  /** Its `in`, where it has one. */
  inside: string | null;
  /** Household id, area code or "" by which it is shown; the target's, where it speaks of a statement that is known. */
  place: string;
  /** Its type; of one that speaks of another statement, that one's type, where it is known. */
  topic: string;
  /** 1 where everybody may read it without disclosures. */
  public: number;
  jws: string;
  /** Disclosures, each with its tilde; "" where it has none. */
  disclosures: string;
}

/** What the log says of devices, so that nobody folds it to judge a push. Lists are JSON. */
export interface DeviceTable {
  ward: string;
  kid: string;
  key: string;
  role: string;
  areas: string;
  households: string;
  person: string;
  household: string | null;
  invite: string;
  enrolled_seq: number;
  revoked_seq: number | null;
  /** Counts what brought earlier statements into or out of its sight. */
  scope: number;
  /** 1 where one of its numbers (`n`) came with two different statements: there are two copies of it. */
  copied: number;
}

/** Which key an invite opened to first: it opens to no other. */
export interface UsedInviteTable {
  ward: string;
  invite: string;
  kid: string;
}

/** When a device was last heard of, beside the log: it may lag behind, and be lost. */
export interface SeenTable {
  ward: string;
  kid: string;
  /** Seconds: the last call of its own that was answered. */
  heard_at: number;
  /** Seconds: the last push of its own that was answered; null where there was none. */
  sent_at: number | null;
  /** Version of the app, as it says itself. */
  version: string | null;
  /** Seconds that it adds to its own clock, as it says itself. */
  clock_offset: number | null;
  /** Statements that wait on it, as it says itself; null where it has not told. */
  unsent: number | null;
  /** Photos that wait on it. */
  unsent_photos: number | null;
  /** Seconds: when the oldest of them was made. */
  unsent_since: number | null;
}

/** Where each household stands now; `heir` is the end of its chain of mergers, or itself. */
export interface HouseholdTable {
  ward: string;
  household: string;
  area: string | null;
  heir: string;
}

/** Codes that were given out, by their SHA-256. Whether one was used, the devices tell. */
export interface InviteTable {
  ward: string;
  invite: string;
  role: string;
  areas: string;
  person: string | null;
  household: string | null;
  /** Seconds. */
  expires_at: number;
  epoch: string;
  /** Device that asked for it; null for the command line. */
  made_by: string | null;
}

/** Authentic statements that wait for the office, an update, a fuller copy or another statement. */
export interface HeldTable {
  ward: string;
  jti: string;
  at: number;
  reason: string;
  kid: string;
  n: number;
  sub: string;
  jws: string;
  disclosures: string;
}

/** Numbers of statements that were rejected though their signature was good: they have arrived, and are kept nowhere else. */
export interface RejectTable {
  ward: string;
  kid: string;
  n: number;
  /** SHA-256 of header and payload, by which one that is offered again is known. */
  digest: string;
  /** Milliseconds: time of receipt. */
  at: number;
}

/** What the office decided, also about what has not come yet. */
export interface DecisionTable {
  ward: string;
  jti: string;
  decision: string;
  reason: string;
}

/** What was erased, so that nothing brings it back. Lists are JSON, or null for all. */
export interface ErasureTable {
  ward: string;
  seq: number;
  sub: string;
  statements: string | null;
  names: string | null;
}

/** Which statement names which photo, in the log or held; erased names are gone from here, too. */
export interface AttachmentNameTable {
  ward: string;
  sha256: string;
  jti: string;
}

/**
 * Photos that no statement named when the store came into its epoch: the log that was lost may have. A name that comes back
 * takes its photo off the list.
 */
export interface AwaitedPhotoTable {
  ward: string;
  sha256: string;
}

/** Photos themselves, where they lie in the database and not in a folder beside it. */
export interface AttachmentTable {
  ward: string;
  sha256: string;
  bytes: Uint8Array;
}

export interface Schema {
  wards: WardTable;
  statements: StatementTable;
  devices: DeviceTable;
  households: HouseholdTable;
  invites: InviteTable;
  used_invites: UsedInviteTable;
  devices_seen: SeenTable;
  held: HeldTable;
  rejects: RejectTable;
  decisions: DecisionTable;
  erasures: ErasureTable;
  attachment_names: AttachmentNameTable;
  attachments: AttachmentTable;
  awaited_photos: AwaitedPhotoTable;
  migrations: { name: string; at: Generated<string> };
}
