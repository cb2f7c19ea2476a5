import { foldWard } from "../../domain/ward.ts";
import { entriesOf } from "../log/stored.ts";
import type { PhoneDatabase } from "../store/database.ts";
import { placeKey } from "../store/place-key.ts";
import type { StatementRow, ViewRow } from "../store/rows.ts";
import { open, seal, type Sealed } from "../store/seal.ts";
import { breathing } from "../time/breath.ts";
import { createFolds, type LoadRows } from "../views/fold-households.ts";
import { householdIn, householdName } from "../views/household-name.ts";
import { householdView, type HouseholdView } from "../views/household-view.ts";
import { readViews, type ViewWriting } from "../views/household-views.ts";
import { authorsOf, wardFactsOf, type WardFacts } from "../views/kept-facts.ts";
import { groupByHousehold, readHouseholds } from "../views/read-households.ts";
import { handbookViews, wardView } from "../views/view-shapes.ts";
import { staying, type Items } from "./items.ts";
import type { Near } from "./near.ts";

/** What the ward's statements tell, and the views that show it. */
export interface WardAnew {
  readonly facts: WardFacts;
  readonly put: readonly ViewRow[];
  /** Names. */
  readonly gone: readonly string[];
}

/**
 * Folds the ward again, and tells its views and those of its handbooks, from what is kept already and `stays`, and from the
 * rows of `now`.
 */
export async function refreshWard(
  db: PhoneDatabase,
  ward: string,
  now: readonly StatementRow[],
  stays: (row: StatementRow) => boolean,
): Promise<WardAnew> {
  const place = placeKey(ward, "");
  const before = await db.statements.where("places").equals(place).toArray();
  const rows = [...before.filter(stays), ...now.filter(({ places }) => places.includes(place))];
  const facts = foldWard(ward, entriesOf(rows));
  const view = wardView(facts);
  const books = handbookViews(facts).map((book) => ({
    ward,
    name: `handbook/${book.area.code}`,
    sealed: seal(book),
  }));
  const old = await db.views
    .where("[ward+name]")
    .between([ward, "handbook/"], [ward, "handbook0"])
    .primaryKeys();
  return {
    facts: wardFactsOf(view),
    put: [
      { ward, name: "ward", sealed: seal(view) },
      { ward, name: "observations", sealed: seal(facts.observations) },
      { ward, name: "meetings", sealed: seal(facts.meetings) },
      { ward, name: "amendments", sealed: seal(facts.amendments) },
      ...books,
    ],
    gone: old.map(([, name]) => name).filter((name) => !books.some((book) => book.name === name)),
  };
}

/** What `foldAnew` works on. */
export interface Affected {
  readonly ward: string;
  readonly households: ReadonlySet<string>;
  /** Records that this change puts. */
  readonly rows: readonly StatementRow[];
  readonly items: Items;
  /** What was read of some households before this change was put. */
  readonly near: Near;
  readonly facts: WardFacts;
  /** Every household's rows are put anew, changed or not. */
  readonly all: boolean;
  /** The last revision drawn. */
  readonly rev: number;
  /** What is counted of the households is wanted by itself: see `change-counts.ts`. */
  readonly counted: boolean;
}

/** Folds households again; tells the views that change by it, under the next revision, and the last one drawn. */
export async function foldAnew(db: PhoneDatabase, affected: Affected): Promise<Anew> {
  const { ward, households, facts, all } = affected;
  const none: Anew = { rev: affected.rev, views: { put: [], before: [] }, counts: [] };
  if (households.size === 0 && !all) return none;
  const { near } = affected;
  const viewed = all ? [...near.households].filter(([, { view }]) => view).map(([id]) => id) : [];
  const ids = [...new Set([...households, ...viewed])];
  const known = await readKept(db, ward, ids, near);
  // Whom a household left is changed as much as whom it joined.
  const former = ids.map((id) => viewIn(known, id)?.into ?? null).filter((id) => id !== null);
  const load = loadSome(db, affected, known);
  // Waiting for the database alone keeps its transaction open; meanwhile keys and pictures get their turn.
  const breathe = breathing(() => db.memberships.get(ward), db.now);
  const parsed = (jti: string) => affected.items.kept.get(jti)?.statement;
  const folds = createFolds(load, authorsOf(facts), parsed, breathe);
  const changed = await folds.gather(new Set([...ids, ...former]));
  const rev = affected.rev + 1;
  const puts = new Map<string, HouseholdView>();
  for (const id of changed) {
    const breath = breathe();
    if (breath) await breath;
    const household = folds.fold(id);
    const view = householdView(household, facts, folds.heir(id) === id);
    const old = viewIn(known, id);
    if (old && JSON.stringify(old) === JSON.stringify(view)) continue;
    puts.set(id, view);
  }
  if (puts.size === 0) return none;
  const put = [...puts].map(([id, view]) => ({ ward, name: householdName(id), rev, sealed: seal(view) }));
  const counts = affected.counted ? (db.countChange?.(ward, rev, puts) ?? []) : [];
  const before = await readBefore(db, ward, [...puts.keys()], ids, known);
  return { rev, views: { put, before }, counts };
}

interface Anew {
  readonly rev: number;
  readonly views: ViewWriting;
  /** What is counted of these households, where they are many. */
  readonly counts: readonly ViewRow[];
}

/** By household, its view as it is kept. */
type Kept = ReadonlyMap<string, ViewRow>;

async function readKept(db: PhoneDatabase, ward: string, ids: readonly string[], near: Near): Promise<Kept> {
  const far = ids.filter((id) => !near.households.has(id));
  const rows = await readViews(db, ward, far);
  const known = ids.map((id) => near.households.get(id)?.view).filter((view) => view !== undefined);
  return new Map([...rows, ...known].map((row) => [householdIn(row.name), row]));
}

function viewIn(kept: Kept, id: string): HouseholdView | undefined {
  const row = kept.get(id);
  return row && open(row.sealed as Sealed<HouseholdView>);
}

/** The views of those that are put; one that stands for another was not read yet. */
async function readBefore(
  db: PhoneDatabase,
  ward: string,
  put: readonly string[],
  read: readonly string[],
  kept: Kept,
): Promise<readonly ViewRow[]> {
  const known = put.map((id) => kept.get(id)).filter((view) => view !== undefined);
  const asked = new Set(read);
  const more = await readViews(
    db,
    ward,
    put.filter((id) => !asked.has(id)),
  );
  return [...known, ...more];
}

// Of a household without a view nothing was kept before this change: a first load asks the database for none.
function loadSome(
  db: PhoneDatabase,
  { ward, rows, items, near, households }: Affected,
  views: ReadonlyMap<string, unknown>,
): LoadRows {
  const byHousehold = groupByHousehold(ward, rows);
  const stays = staying(items);

  function known(id: string): readonly StatementRow[] | null {
    const before = near.households.get(id);
    if (before) return before.rows;
    return households.has(id) && !views.has(id) ? [] : null;
  }

  return async (ids) => {
    const read = await readHouseholds(
      db,
      ward,
      ids.filter((id) => known(id) === null),
    );
    return ids.map((id) => [
      ...(known(id) ?? read.get(id) ?? []).filter(stays),
      ...(byHousehold.get(id) ?? []),
    ]);
  };
}
