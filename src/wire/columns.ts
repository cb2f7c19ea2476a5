/** Media type of a page in columns (docs/protocol-additions.md). */
export const COLUMNS = "application/vnd.so-tay.columns+json";
/** Media type of a page in columns that comes piece by piece, as a JSON text sequence (RFC 7464). */
export const PIECES = "application/vnd.so-tay.columns+json-seq";

/** What stands before each text of a JSON text sequence; a line feed stands behind it (RFC 7464, section 2.2). */
export const RECORD = "\u001e";

/**
 * The lines of a page in columns: whatever is alike stands together, and whatever no compression makes smaller (signatures,
 * digests, salts, ids) stands in texts of its own without anything between. Lists run along the lines, but for those of
 * `asSent`.
 */
export interface Columns {
  readonly seq: Differences;
  readonly at: Differences;
  /** Lines that would not come back byte for byte: their place on the page, and the statement as it is. */
  readonly asSent: readonly (readonly [number, string])[];
  /** The decoded headers there are. */
  readonly headers: readonly string[];
  /** Index into `headers`. */
  readonly header: readonly number[];
  readonly payload: Records;
  /** 86 letters each. */
  readonly signatures: string;
  readonly disclosures: Records;
  /** 22 letters each, in the order of the disclosures. */
  readonly salts: string;
}

/** Records of named values, taken apart: the values of one name stand together, in the order of the records. */
export interface Records {
  readonly names: readonly string[];
  /** The lists of names there are, as indices into `names`. */
  readonly shapes: readonly (readonly number[])[];
  /** Index into `shapes`. */
  readonly shape: readonly number[];
  /** One for each of `names`. */
  readonly columns: readonly Column[];
}

/** Whole numbers, each as its difference from the one before; the first from 0. */
export type Differences = readonly number[];

/** The values of one name, in whichever of these ways holds all of them. */
export type Column =
  | { readonly differences: Differences }
  /** UUIDs in lower case, without their hyphens: 32 letters each. The others by their place. */
  | { readonly uuids: string; readonly others: readonly (readonly [number, unknown])[] }
  /** Lists of SHA-256 in base64url, 43 letters each, and how many each list has. */
  | { readonly digests: string; readonly counts: readonly number[] }
  /** The values there are, and the index of each. */
  | { readonly words: readonly unknown[]; readonly word: readonly number[] }
  | { readonly records: Records }
  | { readonly values: readonly unknown[] };

/** Letters of a signature, a salt, a digest, and a UUID without hyphens. */
export const LENGTHS = { signature: 86, salt: 22, digest: 43, uuid: 32 } as const;
