import type { Kysely } from "kysely";
import { MINUTE } from "./limits.ts";
import type { Schema } from "./store/schema.ts";

/** When a device was last heard of, and what it says of itself. */
export interface Sighting {
  /** Seconds: the last call of its own that was answered. */
  readonly heardAt: number;
  /** Seconds: the last push of its own that was answered. */
  readonly sentAt: number | null;
  readonly version: string | null;
  /** Seconds that it adds to its own clock. */
  readonly clockOffset: number | null;
}

/** Keeps when each device was last heard of: beside the log, at most once a minute, and lost where the server is killed meanwhile. */
export interface Sightings {
  readonly note: (ward: string, kid: string, call: SeenCall) => void;
  /** What the store tells, and what is not written yet. */
  readonly list: (ward: string) => Promise<ReadonlyMap<string, Sighting>>;
  /** Writes what is not written yet. */
  readonly flush: () => Promise<void>;
}

/** A call that was answered: whether it was a push, and the header `So-Tay-App` that came with it. */
export interface SeenCall {
  readonly isPush: boolean;
  readonly app: string | undefined;
}

interface Parts {
  readonly db: Kysely<Schema>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Begins to keep them. */
export function createSightings({ db, now }: Parts): Sightings {
  const unwritten = new Map<string, Map<string, Sighting>>();
  let timer: NodeJS.Timeout | null = null;

  function note(ward: string, kid: string, { isPush, app }: SeenCall): void {
    const devices = unwritten.get(ward) ?? new Map<string, Sighting>();
    unwritten.set(ward, devices);
    const heardAt = Math.floor(now() / 1000);
    const seen = { heardAt, sentAt: isPush ? heardAt : null, ...readApp(app) };
    devices.set(kid, later(devices.get(kid), seen));
    // Nothing waits for it: the server may end before.
    timer ??= setTimeout(() => void flush().catch(() => undefined), MINUTE).unref();
  }

  async function flush(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    const written = [...unwritten];
    unwritten.clear();
    for (const [ward, devices] of written) await write(db, ward, devices);
  }

  return {
    note,
    flush,
    async list(ward) {
      const rows = await db.selectFrom("devices_seen").selectAll().where("ward", "=", ward).execute();
      const seen = new Map(rows.map((row): [string, Sighting] => [row.kid, sightingOf(row)]));
      for (const [kid, one] of unwritten.get(ward) ?? []) seen.set(kid, later(seen.get(kid), one));
      return seen;
    },
  };
}

/** Reads the header `So-Tay-App: 0.1.0+abc;offset=-340`; one of another form tells nothing. */
export function readApp(header: string | undefined): Pick<Sighting, "version" | "clockOffset"> {
  const [, version, offset] = APP.exec(header ?? "") ?? [];
  return { version: version ?? null, clockOffset: offset === undefined ? null : Number(offset) };
}

const APP = /^([\w.+-]{1,40})(?:;offset=(-?\d{1,10}))?$/;

function later(before: Sighting | undefined, now: Sighting): Sighting {
  if (!before) return now;
  return {
    heardAt: Math.max(before.heardAt, now.heardAt),
    sentAt: now.sentAt ?? before.sentAt,
    version: now.version ?? before.version,
    clockOffset: now.clockOffset ?? before.clockOffset,
  };
}

/**
 * Whether it is told when a device was last heard of: those on whose work the ward relies. When somebody else opens the app to
 * read is their own affair, and noted nowhere (LAW 'Personal data': watching behaviour is itself sensitive data).
 */
export function isWatched(role: string): boolean {
  return role === "office" || role === "volunteer";
}

async function write(
  db: Kysely<Schema>,
  ward: string,
  devices: ReadonlyMap<string, Sighting>,
): Promise<void> {
  const known = await db.selectFrom("devices").select(["kid", "role"]).where("ward", "=", ward).execute();
  const watched = new Set(known.flatMap(({ kid, role }) => (isWatched(role) ? [kid] : [])));
  const rows = [...devices]
    .filter(([kid]) => watched.has(kid))
    .map(([kid, { heardAt, sentAt, version, clockOffset }]) => ({
      ward,
      kid,
      heard_at: heardAt,
      sent_at: sentAt,
      version,
      clock_offset: clockOffset,
    }));
  for (let i = 0; i < rows.length; i += 100) {
    await db
      .insertInto("devices_seen")
      .values(rows.slice(i, i + 100))
      .onConflict((conflict) =>
        conflict.columns(["ward", "kid"]).doUpdateSet(({ ref, fn }) => ({
          heard_at: ref("excluded.heard_at"),
          // Another process may know what this one does not.
          sent_at: fn.coalesce("excluded.sent_at", "devices_seen.sent_at"),
          version: fn.coalesce("excluded.version", "devices_seen.version"),
          clock_offset: fn.coalesce("excluded.clock_offset", "devices_seen.clock_offset"),
        })),
      )
      .execute();
  }
}

function sightingOf(row: {
  readonly heard_at: number;
  readonly sent_at: number | null;
  readonly version: string | null;
  readonly clock_offset: number | null;
}): Sighting {
  const { heard_at: heardAt, sent_at: sentAt, version, clock_offset: clockOffset } = row;
  return { heardAt, sentAt, version, clockOffset };
}
