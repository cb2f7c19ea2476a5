import type { Kysely } from "kysely";
import type { Acceptor } from "./accept.ts";
import type { VerifyToken } from "./gate/token.ts";
import type { KeyRing } from "./keys/keys.ts";
import type { AttachmentStore } from "./store/attachments.ts";
import type { Schema } from "./store/schema.ts";
import type { Store } from "./store/store.ts";
import type { Waiters } from "./turns/waiters.ts";

/** Everything that the server is put together from. */
export interface ServerParts {
  readonly db: Kysely<Schema>;
  /** Which database keeps it. */
  readonly store: Store["kind"];
  readonly flushed: Store["flushed"];
  readonly acceptor: Acceptor;
  /** Whether the database has fallen back, and no call may be answered from it; never, unless given. */
  readonly isBehind?: () => boolean;
  readonly waiters: Waiters;
  readonly keys: KeyRing;
  readonly attachments: AttachmentStore;
  /** Where what the server keeps for itself lies. */
  readonly dataDir: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
  /** Where invites lead: scheme, host and port. */
  readonly origin: string;
  readonly version: string;
  /** Folder of the built app; null where there is none to serve. */
  readonly webRoot: string | null;
  /** Who may say on whose behalf it asks: addresses and ranges, or `loopback`, which it is unless said. */
  readonly proxies?: readonly string[];
  /** Where the log goes, a JSON object a line; null for none. */
  readonly log: { readonly write: (line: string) => void } | null;
}

/** What answers a request takes this as its first argument: the parts, and what the server makes for itself. */
export interface RouteParts extends ServerParts {
  readonly verifyToken: VerifyToken;
}
