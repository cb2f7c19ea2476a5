import type { Kysely, Selectable } from "kysely";
import type { Unsent } from "../../wire/answers.ts";
import type { Schema, SeenTable } from "../store/schema.ts";
import { MINUTE } from "./limits.ts";

/** When a device was last heard of, and what it says of itself. */
export interface Sighting {
  /** Seconds: the last call of its own that was answered. */
  readonly heardAt: number;
  /** Seconds: the last push of its own that was answered. */
  readonly sentAt: number | null;
  readonly version: string | null;
  /** Seconds that it adds to its own clock. */
  readonly clockOffset: number | null;
  /** What still waits on it. */
  readonly unsent: Unsent | null;
}

/** Keeps when each device was last heard of: beside the log, at most once a minute, and lost where the server is killed meanwhile. */
export interface Sightings {
  readonly note: (ward: string, kid: string, call: SeenCall) => void;
  /** What the store tells, and what is not written yet. */
  readonly list: (ward: string) => Promise<ReadonlyMap<string, Sighting>>;
  /** Writes what is not written yet. */
  readonly flush: () => Promise<void>;
}

/** A call that was answered: whether it was a push, and the headers `So-Tay-App` and `So-Tay-Unsent` that came with it. */
export interface SeenCall {
  readonly isPush: boolean;
  readonly app: Header;
  readonly unsent: Header;
}

/** As HTTP gives it: a list where it came more than once. */
type Header = string | readonly string[] | undefined;

interface Parts {
  readonly db: Kysely<Schema>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Begins to keep them. */
export function createSightings({ db, now }: Parts): Sightings {
  const unwritten = new Map<string, Map<string, Sighting>>();
  let timer: NodeJS.Timeout | null = null;

  function note(ward: string, kid: string, { isPush, app, unsent }: SeenCall): void {
    const devices = unwritten.get(ward) ?? new Map<string, Sighting>();
    unwritten.set(ward, devices);
    const heardAt = Math.floor(now() / 1000);
    const sentAt = isPush ? heardAt : null;
    const seen = { heardAt, sentAt, ...readApp(app), unsent: readUnsent(unsent) };
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
export function readApp(header: Header): Pick<Sighting, "version" | "clockOffset"> {
  const [, version, offset] = (typeof header === "string" && APP.exec(header)) || [];
  return { version: version ?? null, clockOffset: offset === undefined ? null : Number(offset) };
}

const APP = /^([\w.+-]{1,40})(?:;offset=(-?\d{1,10}))?$/;

/** Reads the header `So-Tay-Unsent: 12;photos=3;since=1795420800`; one of another form, or of more than can be, tells nothing. */
export function readUnsent(header: Header): Unsent | null {
  const [, statements, photos, since] = (typeof header === "string" && UNSENT.exec(header)) || [];
  if (statements === undefined) return null;
  return { statements: Number(statements), photos: Number(photos), since: Number(since) };
}

const UNSENT = /^(\d{1,6});photos=(\d{1,6});since=(\d{1,11})$/;

function later(before: Sighting | undefined, now: Sighting): Sighting {
  if (!before) return now;
  return {
    heardAt: Math.max(before.heardAt, now.heardAt),
    sentAt: now.sentAt ?? before.sentAt,
    version: now.version ?? before.version,
    clockOffset: now.clockOffset ?? before.clockOffset,
    unsent: now.unsent ?? before.unsent,
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
    .map(([kid, { heardAt, sentAt, version, clockOffset, unsent }]) => ({
      ward,
      kid,
      heard_at: heardAt,
      sent_at: sentAt,
      version,
      clock_offset: clockOffset,
      unsent: unsent?.statements ?? null,
      unsent_photos: unsent?.photos ?? null,
      unsent_since: unsent?.since ?? null,
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
          // These three are told together or not at all.
          unsent: fn.coalesce("excluded.unsent", "devices_seen.unsent"),
          unsent_photos: fn.coalesce("excluded.unsent_photos", "devices_seen.unsent_photos"),
          unsent_since: fn.coalesce("excluded.unsent_since", "devices_seen.unsent_since"),
        })),
      )
      .execute();
  }
}

function sightingOf(row: Selectable<SeenTable>): Sighting {
  const { heard_at: heardAt, sent_at: sentAt, version, clock_offset: clockOffset } = row;
  const { unsent: statements, unsent_photos: photos, unsent_since: since } = row;
  const isTold = statements !== null && photos !== null && since !== null;
  return { heardAt, sentAt, version, clockOffset, unsent: isTold ? { statements, photos, since } : null };
}
