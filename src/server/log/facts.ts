import type { Statement } from "../../domain/statement.ts";
import {
  WARD_KEY_INVITE,
  readRow,
  toDevice,
  type Db,
  type DeviceFact,
  type HeldRow,
  type HouseholdFact,
  type LogRow,
  type WardRow,
} from "../store/rows.ts";
import { alsoDevices, alsoHouseholds, lookAround, unique } from "./around.ts";
import { findFamilies } from "./find-families.ts";
import { countHeld, findHeld } from "./find-held.ts";
import { findDecisions, findErasures, findWhatThereIs, type StandingErasure } from "./find-rulings.ts";
import { findInvitesUsed, findUsed } from "./find-used.ts";
import { foldStanding, isOfStanding } from "./fold-standing.ts";
import { findRows } from "./log-rows.ts";
import type { Numbers } from "./numbers.ts";
import { structural } from "./structural.ts";

/** Everything that judging a batch needs to know, gathered in a few queries; judging itself asks nothing. */
export interface Facts {
  readonly ward: WardRow;
  /** By id: the batch's own that are in the log, what they speak of, and what an erasure in the batch reaches. */
  readonly log: Map<string, LogRow>;
  readonly held: Map<string, HeldRow>;
  readonly decisions: Map<string, { readonly decision: string; readonly reason: string }>;
  readonly erasures: StandingErasure[];
  readonly devices: Map<string, DeviceFact>;
  readonly households: Map<string, HouseholdFact>;
  /** What the log says of households whose place may change, and of all that stand where they do; by household. */
  readonly histories: Map<string, LogRow[]>;
  /** Which of these was merged into which; one step. */
  readonly mergers: Map<string, string>;
  /** Rows of the log that speak of a statement or a device that has not come, or comes with the batch; by the id of that. */
  readonly waiting: Map<string, LogRow[]>;
  /** All that stood in the log with these, and with households that the batch registers. */
  readonly standing: readonly LogRow[];
  /** By invite of the batch's enrolments: the key that it opened to first. */
  readonly invitesUsed: Map<string, string>;
  readonly numbers: Numbers;
  /** By device that signed any of the batch: how much of it waits for the office already. */
  readonly heldOf: Map<string, number>;
}

/**
 * Gathers the facts about a batch, about what is held and may be judged with it, and about the devices that push it, inside
 * the transaction that will append it. What nearly always suffices is asked for at once; a store that takes several
 * questions at a time answers them in one trip.
 */
export async function gatherFacts(
  db: Db,
  ward: string,
  pushed: readonly Statement[],
  pushers: readonly string[] = [],
): Promise<Omit<Facts, "ward">> {
  const [has, around] = await Promise.all([findWhatThereIs(db, ward), lookAround(db, ward, pushed, pushers)]);
  const held = has.held ? await findHeld(db, ward, pushed) : new Map<string, HeldRow>();
  const batch = [...pushed, ...[...held.values()].map(readRow)];
  const near = held.size > 0 ? await lookAround(db, ward, batch, pushers) : around;
  const about = await followOn(db, ward, near.about);
  const log = byId([...near.rows, ...about, ...(await findErased(db, ward, batch))]);
  const family = await findFamilies(db, ward, structural(batch, log, [...about, ...near.earlier]), batch);
  const standing = [...near.earlier, ...(await findRows(db, ward, "place", family))];
  const histories = historiesOf(family, standing);
  const rows = [...log.values(), ...standing];
  const { devices: found, highest } = await alsoDevices(db, ward, near, rows);
  const devices = await alsoWardKeys(db, ward, found);
  const fresh = pushed.filter((one) => !isKept(one, log) && !isKept(one, held));
  const ids = batch.map(({ claims }) => claims.jti);
  const subs = unique([...ids, ...batch.flatMap(({ claims }) => [claims.sub, claims.in ?? claims.sub])]);
  return {
    log,
    held,
    histories,
    mergers: mergersOf(histories, devices),
    decisions: await findDecisions(db, ward, has.decisions ? unique(ids) : []),
    erasures: has.erasures ? await findErasures(db, ward, subs) : [],
    devices,
    households: await alsoHouseholds(db, ward, near, rows),
    waiting: groupBySub(about),
    standing,
    invitesUsed: await findInvitesUsed(db, ward, batch),
    heldOf: has.held ? await countHeld(db, ward, batch) : new Map(),
    numbers: { highest, used: await findUsed(db, ward, fresh, highest), drawn: new Map() },
  };
}

/** These, and what speaks of one of them in turn: wherever the one goes, the other goes along. */
async function followOn(db: Db, ward: string, about: readonly LogRow[]): Promise<LogRow[]> {
  const found = byId(about);
  for (let next = about; next.length > 0;) {
    const ids = next.map(({ jti }) => jti);
    next = (await findRows(db, ward, "sub", ids)).filter(({ jti }) => !found.has(jti));
    for (const row of next) found.set(row.jti, row);
  }
  return [...found.values()];
}

/** Where a ward key is among them, all that the ward ever had: which is the newest, one alone does not tell. */
async function alsoWardKeys(
  db: Db,
  ward: string,
  devices: ReadonlyMap<string, DeviceFact>,
): Promise<Map<string, DeviceFact>> {
  if (![...devices.values()].some(({ invite }) => invite === WARD_KEY_INVITE)) return new Map(devices);
  const all = db.selectFrom("devices").selectAll().where("ward", "=", ward);
  const keys = (await all.where("invite", "=", WARD_KEY_INVITE).execute()).map(toDevice);
  return new Map([...keys.map((key): [string, DeviceFact] => [key.kid, key]), ...devices]);
}

async function findErased(db: Db, ward: string, batch: readonly Statement[]): Promise<LogRow[]> {
  const erasing = batch.filter(({ claims }) => claims.type === "data.erased").map(({ claims }) => claims);
  if (erasing.length === 0) return [];
  const listed = erasing.flatMap(({ body }) =>
    Array.isArray(body["statements"]) ? (body["statements"] as string[]) : [],
  );
  const whole = unique(erasing.map(({ sub }) => sub));
  return [
    ...(await findRows(db, ward, "jti", unique([...listed, ...whole]))),
    ...(await findRows(db, ward, "sub", whole)),
    ...(await findRows(db, ward, "inside", whole)),
  ];
}

function historiesOf(households: readonly string[], standing: readonly LogRow[]): Map<string, LogRow[]> {
  const histories = new Map<string, LogRow[]>(households.map((id) => [id, []]));
  for (const row of standing) {
    if (isOfStanding(row)) histories.get(row.place)?.push(row);
  }
  return histories;
}

function mergersOf(
  histories: ReadonlyMap<string, readonly LogRow[]>,
  devices: ReadonlyMap<string, DeviceFact>,
): Map<string, string> {
  const mergers = new Map<string, string>();
  for (const [id, history] of histories) {
    const { into } = foldStanding(id, history, devices);
    if (into !== null) mergers.set(id, into);
  }
  return mergers;
}

/** Whether the store has this very statement. */
function isKept({ signed, claims }: Statement, rows: ReadonlyMap<string, Pick<LogRow, "jws">>): boolean {
  return rows.get(claims.jti)?.jws.startsWith(`${signed}.`) ?? false;
}

function byId<Row extends { readonly jti: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.jti, row]));
}

function groupBySub(rows: readonly LogRow[]): Map<string, LogRow[]> {
  const groups = new Map<string, LogRow[]>();
  for (const row of rows) groups.set(row.sub, [...(groups.get(row.sub) ?? []), row]);
  return groups;
}
