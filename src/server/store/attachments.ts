/**
 * Where photos lie, by ward and SHA-256 (base64url): a folder beside SQLite, a table with PostgreSQL, an object store one
 * day. It knows nothing of who may put or read what, nor whether bytes fit their name; see ../attachments.ts.
 */
export interface AttachmentStore {
  /** Resolves when the bytes are on the disk, whole; what is there under this name already stays. Throws where there is no room. */
  readonly put: (ward: string, sha256: string, bytes: Uint8Array) => Promise<void>;
  /** Null where there is nothing under this name. */
  readonly get: (ward: string, sha256: string) => Promise<Uint8Array | null>;
  readonly has: (ward: string, sha256: string) => Promise<boolean>;
  /** For good: the bytes are gone when it resolves. Dropping what is not there is no error. */
  readonly drop: (ward: string, sha256: string) => Promise<void>;
  /** The names of all that lie here of a ward, sorted. */
  readonly list: (ward: string) => Promise<readonly string[]>;
}
