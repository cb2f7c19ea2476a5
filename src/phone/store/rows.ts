import type { Kept } from "../../domain/signed/plain-form.ts";
import type { PublicKey } from "../../domain/ward-facts.ts";
import type { CallError, Membership, Settings } from "../api/phone.ts";
import type { Sealed } from "./seal.ts";

/** A key that speaks for the ward: pinned, and believed because the one before it said so. */
export interface WardKey {
  readonly kid: string;
  readonly key: PublicKey;
}

/** This phone's place in one ward, and how far it has read and spoken there. No personal field. */
export interface MembershipRow {
  readonly ward: string;
  /** The ward's own name. */
  readonly name: string;
  /** Thumbprint of this phone's key; null for a reader. */
  readonly device: string | null;
  readonly role: Membership["role"];
  readonly areas: readonly string[];
  readonly revoked: boolean;
  /** The ward has seen two copies of this device; absent in what an older version kept. */
  readonly copied?: boolean;
  /** The ward's keys, the first one ever pinned first, the present one last. */
  readonly pins: readonly WardKey[];
  /** The last `n` drawn. */
  readonly n: number;
  /** Highest number of the log examined. */
  readonly after: number;
  readonly epoch: string | null;
  readonly scope: string | null;
  readonly head: number;
  readonly saved: number;
  /** Reading again from 0, beside the copy in use. */
  readonly reading: Reading | null;
  /** Seconds to add to this phone's clock. */
  readonly clockOffset: number;
  /** Of the public page, as a reader has it. */
  readonly etag: string | null;
  /** Seconds: when the public page or a pull last came whole. */
  readonly heardAt: number | null;
  /** Whether a pull has come whole since this device was enrolled; absent in what an older version kept. */
  readonly whole?: boolean;
  /** Seconds: when an exchange last went through. */
  readonly lastSuccess: number | null;
  /** Seconds. */
  readonly lastUsed: number;
  /** The last revision drawn for the rows of the round. */
  readonly rev: number;
  /** Grows with each change that `append` keeps; absent in what an older version kept. */
  readonly turn?: number;
  /** Bytes of the first batch of the next sending, as the way let through the last time; absent before the first. */
  readonly batch?: number;
  /** Version of the server that rejected something; null while nothing is rejected. */
  readonly rejectedBy: string | null;
  /** What its views were computed by. */
  readonly fold: string;
}

/** How far a second reading from 0 has come, and why it is made. */
export interface Reading {
  readonly after: number;
  /** What the pages read so far belong to; null before the first of them. */
  readonly epoch: string | null;
  readonly scope: string | null;
  /** The log is another one or shorter: what does not come again is sent again. */
  readonly lost: boolean;
}

/** Where a statement stands, as this phone knows. */
export type StoredStanding = "log" | "held" | "unsent" | "refused" | "rejected";

/** One statement, kept by itself or in a pack. Everything but `sealed` is ids, codes, numbers and times. */
export interface StatementRow {
  readonly ward: string;
  readonly jti: string;
  readonly kid: string;
  readonly type: string;
  readonly sub: string;
  readonly n: number;
  /** Seconds, by its own word. */
  readonly iat: number;
  readonly seq: number | null;
  /** The number it had in a log that has lost it, until it is sent again: those go in that order. */
  readonly formerSeq?: number;
  /** Milliseconds: time of receipt. */
  readonly at: number | null;
  readonly standing: StoredStanding;
  readonly own: 0 | 1;
  readonly reason: string | null;
  /** `<ward>|<household id>` for each household it counts for, `<ward>|` for the ward itself. */
  readonly places: readonly string[];
  /** `<ward>|?<jti>` of a target that has not come, `<ward>|by:<kid>` of who takes something back. */
  readonly links: readonly string[];
  /** The standing of what the log has not got; absent, and so not in the index, for all others. */
  readonly pending?: Exclude<StoredStanding, "log">;
  /** `iat` of what this phone said itself; absent for all others. */
  readonly mine?: number;
  /** The statement with its disclosures. */
  readonly sealed: Sealed<Kept>;
  /** The pack that it was read from; never kept. */
  readonly pack?: PackRow;
}

/** Many statements in one record, all of others or all of this phone: a first load is mostly the keeping of single ones. */
export interface PackRow {
  /** Drawn by the database. */
  readonly id?: number;
  readonly ward: string;
  /** The latest `iat` in it, where this phone has said them; absent where others have. */
  readonly mine?: number;
  readonly jtis: readonly string[];
  /** Each household that one of them counts for, by the key of its place. */
  readonly places: readonly string[];
  /** In the order of `jtis`; `place` as an index into `places`. */
  readonly rows: readonly (Packed & { readonly place: number })[];
  /** The statements with their disclosures, in the same order. */
  readonly sealed: Sealed<readonly Kept[]>;
}

/** What a pack knows of a statement in the open. */
export type Packed = Pick<StatementRow, "kid" | "type" | "sub" | "n" | "iat" | "seq" | "at">;

/** Something computed from statements, kept by itself or, of a household, in a pack: `ward`, `observations`, `meetings`, `amendments`, `erasures`, `handbook/<area>`, `household/<id>`, `counts/<revision>/<part>`. */
export interface ViewRow {
  readonly ward: string;
  readonly name: string;
  /** Of households only: grows with each change, so that the round reads what changed and nothing else. */
  readonly rev?: number;
  readonly sealed: Sealed<unknown>;
  /** The pack that it was read from; never kept. */
  readonly pack?: ViewPackRow;
}

/** The views of many households in one record, that one change put: a first load is else mostly the keeping of single ones. */
export interface ViewPackRow {
  /** Drawn by the database. */
  readonly id?: number;
  readonly ward: string;
  readonly rev: number;
  /** `<ward>|<household id>` of each. */
  readonly places: readonly string[];
  /** JSON of the list of the views, in the same order: the database copies a text in one go. */
  readonly sealed: Sealed<string>;
}

/** This phone's key in a ward. Kept before it is first sent, so that a lost answer locks nobody out. */
export interface KeyRow {
  readonly kid: string;
  readonly ward: string;
  /** SHA-256 of the code it was made for. */
  readonly invite: string;
  readonly pair: CryptoKeyPair;
  readonly key: PublicKey;
}

/** A line of a second reading that waits for the switch. */
export interface IncomingRow {
  readonly ward: string;
  readonly seq: number;
  readonly at: number;
  readonly sealed: Sealed<Kept>;
}

/** A photo that this phone made, with the statement that names it: kept until the ward has it, inside a backup. */
export interface AttachmentRow {
  readonly ward: string;
  /** The statement. */
  readonly jti: string;
  /** Epoch of the store that has it; "" for none yet. */
  readonly epoch: string;
  /** Head of the log once the ward had it: a backup that holds a higher number holds the photo, too. */
  readonly head: number;
  readonly sealed: Sealed<{ readonly sha256: string; readonly bytes: Uint8Array<ArrayBuffer> }>;
}

/** What this phone carries for another: sealed to the ward, so that nobody here can read it. */
export interface ParcelRow {
  readonly ward: string;
  /** SHA-256 of the parcel: the same file twice is carried once. */
  readonly id: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds: not to be offered to the ward before. */
  readonly notBefore: number;
  /** Milliseconds: when it was taken along. */
  readonly since: number;
  readonly jwe: string;
}

export interface DraftRow {
  readonly key: string;
  readonly sealed: Sealed<unknown>;
}

export interface SettingsRow extends Omit<Settings, "locked"> {
  readonly name: "settings";
  /** Absent where the app asks for no PIN. */
  readonly lock?: Lock;
}

/** What a PIN is measured by, and how it was tried. */
export interface Lock {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly rounds: number;
  readonly digest: Uint8Array<ArrayBuffer>;
  /** Tries since the last right one. */
  readonly tries: number;
  /** Milliseconds: until then none is looked at. */
  readonly notBefore: number;
}

/** How the last exchange went, or goes. */
export interface ProgressRow {
  readonly ward: string;
  /** Milliseconds: when this was written; an old `busy` is nobody's. */
  readonly at: number;
  readonly reached: boolean | null;
  readonly problem: CallError | null;
  readonly busy: { readonly sent: number; readonly of: number } | null;
  readonly fetching: { readonly got: number; readonly of: number } | null;
}
