import { WARD_PLACE } from "../../domain/signed/place.ts";
import type { Erasure } from "../../domain/said.ts";
import type { Statement } from "../../domain/statement.ts";
import { alsoDevices, alsoHouseholds, lookAround, registeredBy, unique } from "./around.ts";
import { digestOfText } from "../check/digest.ts";
import { findFamilies } from "./find-families.ts";
import { foldStanding, isOfStanding } from "./fold-standing.ts";
import { findRows } from "./log-rows.ts";
import { numberKey, type Numbers } from "./numbers.ts";
import { prepared } from "../store/prepared.ts";
import { structural } from "./structural.ts";
import {
  WARD_KEY_INVITE,
  readRow,
  toDevice,
  toErasure,
  type Db,
  type DeviceFact,
  type HeldRow,
  type HouseholdFact,
  type LogRow,
  type WardRow,
} from "../store/rows.ts";

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

/** An erasure, and where it stands in the log. */
export interface StandingErasure extends Erasure {
  readonly place: string;
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

/** Who used the numbers of statements that come late: nearly always there is none, and nothing is asked. */
async function findUsed(
  db: Db,
  ward: string,
  fresh: readonly Statement[],
  highest: ReadonlyMap<string, number>,
): Promise<Map<string, Set<string>>> {
  const used = new Map<string, Set<string>>();
  const late = fresh.filter(({ kid, claims }) => claims.n <= (highest.get(kid) ?? 0));
  for (const kid of new Set(late.map((one) => one.kid))) {
    const numbers = unique(late.filter((one) => one.kid === kid).map(({ claims }) => claims.n));
    for (const { n, digest } of await inChunks(numbers, (some) => findUsers(db, { ward, kid }, some))) {
      const key = numberKey(kid, n);
      used.set(key, (used.get(key) ?? new Set()).add(digest));
    }
  }
  return used;
}

async function findUsers(
  db: Db,
  { ward, kid }: { readonly ward: string; readonly kid: string },
  numbers: readonly number[],
): Promise<{ readonly n: number; readonly digest: string }[]> {
  const of = (table: "statements" | "held") =>
    db.selectFrom(table).select(["n", "jws"]).where("ward", "=", ward).where("kid", "=", kid);
  const kept = await of("statements")
    .where("n", "in", numbers)
    .unionAll(of("held").where("n", "in", numbers))
    .execute();
  const rejected = db.selectFrom("rejects").select(["n", "digest"]).where("ward", "=", ward);
  return [
    ...kept.map(({ n, jws }) => ({ n, digest: digestOfText(jws.slice(0, jws.lastIndexOf("."))) })),
    ...(await rejected.where("kid", "=", kid).where("n", "in", numbers).execute()),
  ];
}

/** Most wards hold, decide and erase nothing for months: then nobody need look for each statement of a push. */
async function findWhatThereIs(db: Db, ward: string) {
  const [row] = await whatThereIs(db, ward);
  // SQLite tells 0 and 1.
  return { held: Boolean(row?.held), decisions: Boolean(row?.decisions), erasures: Boolean(row?.erasures) };
}

const whatThereIs = prepared((db, ward: string) =>
  db.selectNoFrom(({ exists, selectFrom }) => [
    exists(selectFrom("held").select("jti").where("ward", "=", ward)).as("held"),
    exists(selectFrom("decisions").select("jti").where("ward", "=", ward)).as("decisions"),
    exists(selectFrom("erasures").select("seq").where("ward", "=", ward)).as("erasures"),
  ]),
);

/** What is held of a batch and may be judged with it, and what may be judged with that in turn. */
async function findHeld(db: Db, ward: string, pushed: readonly Statement[]): Promise<Map<string, HeldRow>> {
  const found = new Map<string, HeldRow>();
  for (let batch = pushed; batch.length > 0;) {
    const fresh = (await findHeldBeside(db, ward, batch)).filter(({ jti }) => !found.has(jti));
    for (const row of fresh) found.set(row.jti, row);
    batch = fresh.map(readRow);
  }
  return found;
}

async function findHeldBeside(db: Db, ward: string, batch: readonly Statement[]): Promise<HeldRow[]> {
  const all = db.selectFrom("held").selectAll().where("ward", "=", ward);
  // An erasure may reach any of them; there are few.
  if (batch.some(({ claims }) => claims.type === "data.erased")) return await all.execute();
  const named = unique(batch.flatMap(({ claims }) => [claims.jti, claims.sub]));
  return [
    ...(await inChunks(named, (some) => all.where("jti", "in", some).execute())),
    ...(await inChunks(registeredBy(batch), (some) => all.where("sub", "in", some).execute())),
    ...(await inChunks(entitledBy(batch), (some) => all.where("kid", "in", some).execute())),
  ];
}

/** What the office refused waits for nobody any more, and fills nobody's share. */
async function countHeld(db: Db, ward: string, batch: readonly Statement[]): Promise<Map<string, number>> {
  const refused = db
    .selectFrom("decisions")
    .select("jti")
    .where("ward", "=", ward)
    .where("decision", "=", "refuse");
  const rows = await inChunks(unique(batch.map(({ kid }) => kid)), (some) =>
    db
      .selectFrom("held")
      .select(({ fn }) => ["kid", fn.countAll<number>().as("count")])
      .where("ward", "=", ward)
      .where("kid", "in", some)
      .where("jti", "not in", refused)
      .groupBy("kid")
      .execute(),
  );
  return new Map(rows.map(({ kid, count }) => [kid, Number(count)]));
}

/** Devices whose rights statements of a batch may widen. */
function entitledBy(batch: readonly Statement[]): string[] {
  return unique(
    batch.flatMap(({ claims }) =>
      claims.type === "device.assigned" || claims.type === "device.enrolled" ? [claims.sub] : [],
    ),
  );
}

async function findDecisions(db: Db, ward: string, ids: readonly string[]) {
  const rows = await inChunks(ids, (some) =>
    db.selectFrom("decisions").selectAll().where("ward", "=", ward).where("jti", "in", some).execute(),
  );
  return new Map(rows.map(({ jti, decision, reason }) => [jti, { decision, reason }]));
}

async function findErasures(db: Db, ward: string, subs: readonly string[]): Promise<StandingErasure[]> {
  const all = db
    .selectFrom("erasures as e")
    .leftJoin("statements as s", (join) => join.onRef("s.ward", "=", "e.ward").onRef("s.seq", "=", "e.seq"))
    .selectAll("e")
    .select("s.place")
    .where("e.ward", "=", ward);
  const listed = await all.where("e.statements", "is not", null).execute();
  const whole = await inChunks(subs, (some) =>
    all.where("e.statements", "is", null).where("e.sub", "in", some).execute(),
  );
  // A log that is said anew (verify-log.ts) knows its erasures before it has them.
  return [...listed, ...whole].map((row) => ({ ...toErasure(row), place: row.place ?? WARD_PLACE }));
}

async function findInvitesUsed(
  db: Db,
  ward: string,
  batch: readonly Statement[],
): Promise<Map<string, string>> {
  const invites = unique(
    batch.flatMap(({ claims }) => (claims.type === "device.enrolled" ? [String(claims.body["invite"])] : [])),
  );
  const rows = await inChunks(invites, (some) =>
    db
      .selectFrom("used_invites")
      .select(["invite", "kid"])
      .where("ward", "=", ward)
      .where("invite", "in", some)
      .execute(),
  );
  return new Map(rows.map(({ invite, kid }) => [invite, kid]));
}

function byId<Row extends { readonly jti: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.jti, row]));
}

function groupBySub(rows: readonly LogRow[]): Map<string, LogRow[]> {
  const groups = new Map<string, LogRow[]>();
  for (const row of rows) groups.set(row.sub, [...(groups.get(row.sub) ?? []), row]);
  return groups;
}

/** A query takes only so many parameters. */
async function inChunks<Value, Row>(
  values: readonly Value[],
  find: (some: readonly Value[]) => Promise<Row[]>,
): Promise<Row[]> {
  const found: Row[] = [];
  for (let i = 0; i < values.length; i += 500) found.push(...(await find(values.slice(i, i + 500))));
  return found;
}
