import type { Household } from "../../domain/household-facts.ts";
import { timeShown } from "../../domain/said.ts";
import { personalOf } from "../../domain/statement.ts";
import type { Live, OutboxLine } from "../api/phone.ts";
import { countReceived, pendingOwn, readOwn } from "../log/own-rows.ts";
import { atOnce, readPlace, readPlaces } from "../log/records.ts";
import { statementOf } from "../log/stored.ts";
import { unsentPhotos } from "../log/unsent-photos.ts";
import type { PhoneDatabase } from "../store/database.ts";
import { live } from "../store/live.ts";
import { placeKey } from "../store/place-key.ts";
import type { StatementRow } from "../store/rows.ts";
import { open, type Sealed } from "../store/seal.ts";
import { createFolds } from "../views/fold-households.ts";
import { householdIn } from "../views/household-name.ts";
import type { HouseholdView } from "../views/household-view.ts";
import { readViews, viewsAtOnce } from "../views/household-views.ts";
import { authorsOf, readWardFacts } from "../views/kept-facts.ts";
import { householdsIn } from "../views/places.ts";

/** Lines of what the ward has, unless more are asked for; what it has not got is listed whole. */
const MOST_RECEIVED = 300;

/** How many records of this phone the ward has, listed or not. */
export function watchReceived(db: PhoneDatabase, ward: string): Live<number> {
  return live(() => countReceived(db, ward));
}

/** What this phone has said, the latest first. */
export function watchOutbox(
  db: PhoneDatabase,
  ward: string,
  most = MOST_RECEIVED,
): Live<readonly OutboxLine[]> {
  return live(async () => {
    const [rows, photos] = await Promise.all([ownRows(db, ward, most), unsentPhotos(db, ward)]);
    const notes = await notesOnRefused(db, rows);
    const ids = [...new Set(rows.flatMap((row) => householdsIn(ward, row.places).slice(0, 1)))];
    const households = await namesOf(db, ward, ids);
    return rows.map((row) => ({
      ...lineOf(row, householdOf(row, households)),
      ...noteOn(row.jti, notes),
      ...(photos.has(row.jti) ? { photoUnsent: true } : {}),
    }));
  });
}

type Name = Pick<Household, "number" | "head">;

/** How households are called in the round; those that stand there no more, closed or merged, as they were called. */
async function namesOf(
  db: PhoneDatabase,
  ward: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Name>> {
  const views = await viewsAtOnce(db, () => readViews(db, ward, ids));
  const names = new Map<string, Name>();
  for (const { name, sealed } of views) {
    const { row } = open(sealed as Sealed<HouseholdView>);
    if (row) names.set(householdIn(name), row);
  }
  const gone = ids.filter((id) => !names.has(id));
  if (gone.length === 0) return names;
  const load = (some: readonly string[]) =>
    atOnce(db, () => Promise.all(some.map((id) => readPlace(db, placeKey(ward, id)))));
  const folds = createFolds(load, authorsOf(await readWardFacts(db, ward)));
  await folds.gather(gone);
  for (const id of gone) names.set(id, folds.fold(id));
  return names;
}

async function ownRows(db: PhoneDatabase, ward: string, most: number): Promise<StatementRow[]> {
  const [recent, pending] = await atOnce(db, () =>
    Promise.all([readOwn(db, ward, most), pendingOwn(db, ward)]),
  );
  const latest = recent.sort(latestFirst).slice(0, most);
  const rows = new Map([...latest, ...pending].map((row) => [row.jti, row]));
  return [...rows.values()].sort(latestFirst);
}

function latestFirst(a: StatementRow, b: StatementRow): number {
  return b.iat - a.iat || b.n - a.n;
}

function lineOf(row: StatementRow, household: OutboxLine["household"]): OutboxLine {
  const { jti, type, sub, iat, at, standing, seq, reason } = row;
  const outcome = type === "visit.logged" ? statementOf(row).claims.body["outcome"] : undefined;
  return {
    jti,
    type,
    sub,
    ...timeShown(iat, at),
    seq,
    reason,
    household,
    standing: standing === "log" ? "received" : standing,
    ...(typeof outcome === "string" ? { outcome } : {}),
  };
}

/** A decision goes where its target does: what lies beyond this phone's sight has no note here. */
async function notesOnRefused(
  db: PhoneDatabase,
  rows: readonly StatementRow[],
): Promise<ReadonlyMap<string, string>> {
  const refused = rows.filter(({ standing }) => standing === "refused");
  if (refused.length === 0) return new Map();
  const ids = new Set(refused.map(({ jti }) => jti));
  const places = [...new Set(refused.flatMap((row) => row.places))];
  const around = await atOnce(db, () => readPlaces(db, places));
  const decisions = around
    .filter(({ type, sub, seq }) => type === "statement.decided" && ids.has(sub) && seq !== null)
    .sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
  // The last one holds, with a note or without.
  const last = new Map(decisions.map((row) => [row.sub, personalOf(statementOf(row))["note"]]));
  return new Map([...last].filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

function noteOn(jti: string, notes: ReadonlyMap<string, string>): Pick<OutboxLine, "note"> {
  const note = notes.get(jti);
  return note === undefined ? {} : { note };
}

function householdOf(
  { ward, places }: StatementRow,
  households: ReadonlyMap<string, Name>,
): OutboxLine["household"] {
  const [id] = householdsIn(ward, places);
  if (id === undefined) return null;
  const name = households.get(id);
  return { id, number: name?.number, head: name?.head };
}
