import { err, ok, type Result } from "../../domain/result.ts";
import { targetOf } from "../../domain/signed/place.ts";
import type { AppendError, Change, Switching } from "../log/change.ts";
import { readAll, readStatements, type Writing } from "../log/records.ts";
import { isStill, turnOf } from "../log/turn.ts";
import { LOOKS } from "../look/first-look.ts";
import type { PhoneDatabase } from "../store/database.ts";
import type { MembershipRow, StatementRow, ViewRow } from "../store/rows.ts";
import type { ViewWriting } from "../views/household-views.ts";
import type { WardFacts } from "../views/kept-facts.ts";
import {
  isUnseen,
  standpointOf,
  unheardKey,
  unseenKey,
  waitingKey,
  type Standpoint,
} from "../views/places.ts";
import { erase, type Erased } from "./erase.ts";
import { arrive, itemOf, judge, rowOf, withFacts, type Item, type Items } from "./items.ts";
import { lookAround, untouched } from "./look-around.ts";
import { readNear } from "./near.ts";
import { foldAnew } from "./refresh.ts";
import { leavesViews } from "./same-views.ts";

/** All that a change puts and deletes, worked out from what was kept when it was planned. */
export interface Plan {
  /** The membership's when it was planned: after any other change the plan is worth nothing. */
  readonly turn: number;
  /** By id, the statements that are put. */
  readonly kept: ReadonlyMap<string, Item>;
  readonly writing: Writing;
  readonly erased: Erased;
  /** Of all but households. */
  readonly views: readonly ViewRow[];
  readonly households: ViewWriting;
  /** Names of views. */
  readonly goneViews: readonly string[];
  readonly facts: WardFacts;
  /** The last revision drawn for the rows of the round. */
  readonly rev: number;
}

/** A plan, and the membership as the change left it. */
export interface Planned {
  readonly membership: MembershipRow;
  readonly plan: Plan;
}

/**
 * Works out what a change does. Reads, within one transaction, and writes nothing itself; `begin` is told which records are
 * put as soon as nothing refuses the change any more, so that the store may take them while the views are computed.
 */
export async function planChange(
  db: PhoneDatabase,
  change: Change,
  begin: (writing: Writing) => void = () => undefined,
): Promise<Result<Planned, AppendError>> {
  const { ward } = change;
  // What is going to be needed is asked for together: each answer waited for is felt at a door.
  const membershipNow = db.memberships.get(ward);
  const [before, known, near, passed] = await Promise.all([
    membershipNow,
    readKnown(db, change, membershipNow),
    readNear(db, change),
    readPassed(db, change),
  ]);
  const membership = change.membership(before);
  if (!membership) return err("stale");
  const items = collect(change, membership, asOwn(known, membership), asOwn(passed, membership));
  if (!items) return err("twice");
  const erased = await erase(db, ward, items, near.erasures, change.rebuild);
  const place = await locate(db, ward, items, change.rebuild ?? false);
  const nowhere: Standpoint = { places: [], links: [unseenKey(ward)] };
  const rows = [...items.kept].map(([jti, item]) =>
    rowOf(item, items.unseen.has(jti) ? nowhere : place(jti)),
  );
  const isSame = await leavesViews(db, change, { before, after: membership, items, rows });
  const around = isSame ? untouched(near) : await lookAround(db, change, items, rows, near);
  const counted = membership.role === "office";
  const writing = { put: rows, before: replaced(items) };
  // What is read from here on leaves aside whatever this change puts.
  begin(writing);
  const anew = await foldAnew(db, { ...around, ward, rows, items, rev: membership.rev, counted });
  const plan: Plan = {
    turn: turnOf(before),
    kept: items.kept,
    writing,
    erased,
    views: [...erased.views, ...around.views.put, ...anew.counts],
    households: anew.views,
    // What the first pages looked like may be true no longer; a page that brought nothing changes nothing.
    goneViews: [...around.views.gone, ...(isNothing(change, items) ? [] : Object.values(LOOKS))],
    facts: around.facts,
    rev: anew.rev,
  };
  return ok({ membership, plan });
}

function isNothing({ rebuild, switching }: Change, { kept, gone }: Items): boolean {
  return !rebuild && !switching && kept.size + gone.length === 0;
}

function replaced({ kept, gone }: Items): StatementRow[] {
  return [...[...kept.values()].map(({ before }) => before), ...gone].filter((row) => row !== undefined);
}

const READING_ON: Switching = { lost: false, narrowed: false };

/** What is kept of the statements of a change; of all, where all of them matter. */
async function readKnown(
  db: PhoneDatabase,
  change: Change,
  membership: PromiseLike<MembershipRow | undefined>,
): Promise<readonly StatementRow[]> {
  const { ward, sent } = change;
  if (change.switching || change.rebuild) return readAll(db, ward);
  if (sent && isStill(sent, await membership)) return sent.rows;
  return readStatements(db, ward, idsIn(change));
}

/** What the ward said it has, and this page should have brought if it were in sight; and what has left it before. */
async function readPassed(
  db: PhoneDatabase,
  { ward, arrivals = [], readTo }: Change,
): Promise<readonly StatementRow[]> {
  if (readTo === undefined) return [];
  const rows = await db.statements.where("links").anyOf(unheardKey(ward), unseenKey(ward)).toArray();
  if (rows.length === 0) return [];
  const come = new Set(arrivals.map(({ statement }) => statement.claims.jti));
  return rows.filter(({ jti, seq }) => !come.has(jti) && (seq ?? Infinity) <= readTo);
}

/** A tab of a version that knew of no own packs, open across an update, may have written one as if it were of others. */
function asOwn(rows: readonly StatementRow[], { device }: MembershipRow): readonly StatementRow[] {
  return rows.map((row) => (row.own === 0 && row.kid === device ? { ...row, own: 1 } : row));
}

function idsIn({ arrivals = [], verdicts = [] }: Change): string[] {
  return [...arrivals.map(({ statement }) => statement.claims.jti), ...verdicts.map(({ jti }) => jti)];
}

function collect(
  change: Change,
  membership: MembershipRow,
  rows: readonly StatementRow[],
  passed: readonly StatementRow[],
): Items | null {
  const { arrivals = [], verdicts = [], switching } = change;
  const known = new Map(rows.map((row) => [row.jti, row]));
  const kept = new Map<string, Item>();
  const find = (jti: string) => {
    const row = known.get(jti);
    return kept.get(jti) ?? (row && itemOf(row));
  };

  for (const arrival of arrivals) {
    const { jti } = arrival.statement.claims;
    const old = find(jti);
    if (old && arrival.standing === "unsent") return null;
    const item = arrive(old, arrival, membership, switching ?? READING_ON);
    if (item) kept.set(jti, item);
  }
  for (const { jti, verdict, at } of verdicts) {
    const old = find(jti);
    if (old) kept.set(jti, judge(old, verdict, at));
  }
  // What is out of sight stays so: it has no place.
  const shown = change.rebuild ? rows.filter(({ jti, places }) => places.length > 0 && !kept.has(jti)) : [];
  for (const row of shown) kept.set(row.jti, itemOf(row));
  if (!switching) return { kept, ...leaveSight(passed, membership, kept) };
  const again = new Set(idsIn(change));
  // Another log may have lost also what was decided, and what of: the office is asked once more.
  const isLeft = ({ standing }: StatementRow) =>
    standing === "log" || (switching.lost && standing === "refused");
  const left = rows.filter((row) => isLeft(row) && !again.has(row.jti));
  if (!switching.lost) return { kept, ...leaveSight(left, membership, kept) };
  for (const row of left) kept.set(row.jti, unsentAgain(row));
  return { kept, gone: [], unseen: new Set() };
}

// What the ward has and does not show to this phone goes, but for its own that is in no backup yet.
function leaveSight(
  rows: readonly StatementRow[],
  { saved }: MembershipRow,
  kept: Map<string, Item>,
): Pick<Items, "gone" | "unseen"> {
  // What had left before stays as it is.
  const isLeft = ({ own, seq }: StatementRow) => own === 1 && (seq ?? Infinity) > saved;
  const unseen = rows.filter((row) => isLeft(row) && !isUnseen(row));
  for (const row of unseen) kept.set(row.jti, itemOf(row));
  const gone = rows.filter((row) => !kept.has(row.jti) && !isLeft(row));
  return { gone, unseen: new Set(unseen.map(({ jti }) => jti)) };
}

function unsentAgain(row: StatementRow): Item {
  const item = itemOf(row);
  const formerSeq = row.seq === null ? {} : { formerSeq: row.seq };
  return withFacts(item, {
    ...item.row,
    ...formerSeq,
    seq: null,
    at: null,
    standing: "unsent",
    reason: null,
  });
}

/** Finds where each statement counts; also of those that have waited for one of them, which it adds. */
async function locate(
  db: PhoneDatabase,
  ward: string,
  { kept: items, gone }: Items,
  again: boolean,
): Promise<(jti: string) => Standpoint> {
  const fresh = [...items.values()].filter(({ before }) => !before);
  // Nobody can wait for what this phone has only now said.
  if (fresh.some(({ row }) => row.standing === "log")) await addWaiting(db, ward, items, fresh, gone);
  const stays = ({ before }: Item) =>
    before !== undefined && !again && before.places.length > 0 && !isWaiting(ward, before);
  const targets = [...items.values()]
    .map((item) => (stays(item) ? null : targetOf(item.statement)))
    .filter((jti) => jti !== null);
  const outside = [...new Set(targets)].filter((jti) => !items.has(jti));
  const rows = outside.length > 0 ? await readStatements(db, ward, outside) : [];
  const found = new Map<string, Standpoint>();
  for (const row of rows) found.set(row.jti, row);

  function standpoint(jti: string, seen: readonly string[]): Standpoint | undefined {
    const known = found.get(jti);
    const item = items.get(jti);
    if (known || !item || seen.includes(jti)) return known;
    const point =
      item.before && stays(item)
        ? item.before
        : standpointOf(item.statement, (target) => standpoint(target, [...seen, jti]));
    found.set(jti, point);
    return point;
  }
  return (jti) => standpoint(jti, []) ?? { places: [], links: [] };
}

async function addWaiting(
  db: PhoneDatabase,
  ward: string,
  items: Map<string, Item>,
  fresh: readonly Item[],
  gone: readonly StatementRow[],
): Promise<void> {
  const waiting = await db.statements.where("links").startsWith(waitingKey(ward, "")).toArray();
  if (waiting.length === 0) return;
  const links = new Set(fresh.map(({ statement }) => waitingKey(ward, statement.claims.jti)));
  // What leaves this phone's sight with this very change waits no longer.
  const left = new Set(gone.map(({ jti }) => jti));
  for (const row of waiting) {
    const waits = row.links.some((link) => links.has(link));
    if (waits && !items.has(row.jti) && !left.has(row.jti)) items.set(row.jti, itemOf(row));
  }
}

function isWaiting(ward: string, { links }: StatementRow): boolean {
  return links.some((link) => link.startsWith(waitingKey(ward, "")));
}
