import { ok } from "../../domain/result.ts";
import type { Entry } from "../../domain/said.ts";
import { placeOf, WARD_PLACE } from "../../domain/signed/place.ts";
import { rosterOf, type RosterKey } from "../../domain/signed/roster.ts";
import { formatStatement, parseStatement } from "../../domain/statement.ts";
import { failed, type Called } from "../call/call.ts";
import { entriesOf } from "../log/stored.ts";
import type { PhoneDatabase } from "../store/database.ts";
import type { Parts } from "../store/parts.ts";
import { placeKey } from "../store/place-key.ts";
import type { WardKey } from "../store/rows.ts";
import { seal, open, type Sealed } from "../store/seal.ts";
import { joinPins } from "../trust/join-pins.ts";
import { pin } from "../trust/pin.ts";

/** The keys that a receipt of a ward is checked against. */
export interface Roster {
  /** The ward's own first. */
  readonly pins: readonly WardKey[];
  readonly devices: ReadonlyMap<string, RosterKey>;
  /** Seconds: when the ward last told them. */
  readonly at: number;
}

/** The keys as this phone has them; null where it has none of this ward. */
export async function readRoster(db: PhoneDatabase, ward: string): Promise<Roster | null> {
  const membership = await db.memberships.get(ward);
  if (!membership || membership.pins.length === 0) return null;
  const { pins, device, heardAt, lastSuccess } = membership;
  const kept = await db.views.get([ward, ROSTER]);
  const { lines, at } = kept ? open(kept.sealed as Sealed<KeptRoster>) : NOTHING;
  // A device of the ward hears of all others with the log; a reader keeps the list that it has fetched.
  const heard = device === null ? null : await heardOf(db, ward);
  if (!kept && !heard) return null;
  const devices = rosterOf(ward, [...entriesIn(lines), ...(heard ?? [])]);
  return { pins, devices, at: Math.max(at, heard ? Math.max(heardAt ?? 0, lastSuccess ?? 0) : 0) };
}

/**
 * Asks the ward for its devices' keys, and keeps them beside what else this phone has of it. An answer that was overtaken, by
 * a newer one or by a new key of the ward, takes nothing back.
 */
export async function fetchRoster(parts: Parts, ward: string): Promise<Called<null>> {
  const { db } = parts.env;
  const membership = await db.memberships.get(ward);
  const pinned = await pin(parts, ward, membership?.pins ?? []);
  if (!pinned.ok) return pinned;
  const { arrivals, pins, epoch, head } = pinned.value;
  const lines = arrivals.map(({ statement, seq, at }): KeptLine => {
    return { s: formatStatement(statement.jws, []), seq, at };
  });
  const fetched: KeptRoster = { lines, at: parts.clock.seconds(ward), epoch, head };
  // Nothing but this phone's own tables is waited for within: anything else would end the transaction.
  const isKept = await db.transaction("rw", db.views, db.memberships, async () => {
    const now = await db.memberships.get(ward);
    const joined = joinPins(now?.pins ?? [], pins);
    if (!joined) return false;
    if (now && joined !== now.pins) await db.memberships.put({ ...now, pins: joined });
    const kept = await db.views.get([ward, ROSTER]);
    if (!kept || !isNewer(open(kept.sealed as Sealed<KeptRoster>), fetched))
      await db.views.put({ ward, name: ROSTER, sealed: seal(fetched) });
    return true;
  });
  return isKept ? ok(null) : failed("wrong-ward-key");
}

/** The same, where the list that is kept is a day old; tells nobody. */
export async function refreshRoster(parts: Parts, ward: string): Promise<void> {
  const roster = await readRoster(parts.env.db, ward);
  if (roster && parts.clock.seconds(ward) - roster.at < DAY) return;
  await fetchRoster(parts, ward);
}

interface KeptLine extends Pick<Entry, "seq" | "at"> {
  readonly s: string;
}

interface KeptRoster {
  readonly lines: readonly KeptLine[];
  /** Seconds. */
  readonly at: number;
  /** The log as it ended in that answer; a list of before this was kept has neither. */
  readonly epoch?: string;
  readonly head?: number;
}

/** Name of its view. */
const ROSTER = "roster";
const NOTHING: KeptRoster = { lines: [], at: 0 };
const DAY = 86_400;

/** Whether the list that is kept was told later than this one, which was asked for before. Of another log nobody can tell. */
function isNewer(kept: KeptRoster, fetched: KeptRoster): boolean {
  return kept.epoch === fetched.epoch && (kept.head ?? 0) > (fetched.head ?? 0);
}

async function heardOf(db: PhoneDatabase, ward: string): Promise<Entry[]> {
  const rows = await db.statements.where("places").equals(placeKey(ward, WARD_PLACE)).toArray();
  return entriesOf(rows.filter(({ type }) => type === "ward.described" || type.startsWith("device.")));
}

function entriesIn(lines: readonly KeptLine[]): Entry[] {
  return lines.flatMap(({ s, seq, at }): Entry[] => {
    const read = parseStatement(s);
    return read.ok && placeOf(read.value) === WARD_PLACE
      ? [{ seq, at, standing: "log", statement: read.value }]
      : [];
  });
}
