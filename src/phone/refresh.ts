import { foldWard } from "../domain/ward.ts";
import type { PhoneDatabase, StatementRow, ViewRow } from "./database.ts";
import { createFolds, type LoadRows } from "./fold-households.ts";
import { householdName, householdView, type HouseholdView } from "./household-view.ts";
import type { Item } from "./items.ts";
import type { Near } from "./near.ts";
import { authorsOf, type WardFacts } from "./kept-facts.ts";
import { householdsIn, placeKey } from "./places.ts";
import { open, seal, type Sealed } from "./seal.ts";
import { entriesOf } from "./stored.ts";
import { handbookViews, wardView } from "./view-shapes.ts";

/** Folds the ward again, and puts its views and those of its handbooks. Within the transaction of `append`. */
export async function refreshWard(db: PhoneDatabase, ward: string): Promise<WardFacts> {
  const rows = await db.statements.where("places").equals(placeKey(ward, "")).toArray();
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
  await Promise.all([
    db.views.bulkDelete(old.filter(([, name]) => !books.some((book) => book.name === name))),
    db.views.bulkPut([{ ward, name: "ward", sealed: seal(view) }, ...books]),
  ]);
  return { name: view.name, devices: view.devices, campaign: view.campaign };
}

/** What `foldAnew` works on. */
export interface Affected {
  readonly ward: string;
  readonly households: ReadonlySet<string>;
  /** Records of this change that are kept by now, for households of which nothing else is. */
  readonly rows: readonly StatementRow[];
  /** The same by id, as they were read: nothing is parsed twice. */
  readonly kept: ReadonlyMap<string, Item>;
  /** What was read of some households before this change was put. */
  readonly near: Near;
  readonly facts: WardFacts;
  /** Every household's rows are put anew, changed or not. */
  readonly all: boolean;
  /** The last revision drawn. */
  readonly rev: number;
}

/** Folds households again; tells the rows that have changed, under the next revision, and the last one drawn. Within the transaction of `append`. */
export async function foldAnew(db: PhoneDatabase, affected: Affected): Promise<Anew> {
  const { ward, households, facts, all } = affected;
  if (households.size === 0 && !all) return { rev: affected.rev, views: [] };
  const ids = [...households];
  const views = await readViews(db, ward, all ? null : ids, affected.near);
  // Whom a household left is changed as much as whom it joined.
  const former = ids.map((id) => views.get(id)?.into ?? null).filter((id) => id !== null);
  const load = all ? loadAll(db, ward) : loadSome(db, affected, views);
  const folds = createFolds(load, authorsOf(facts), (jti) => affected.kept.get(jti)?.statement);
  const changed = await folds.gather(all ? new Set([...views.keys(), ...ids]) : new Set([...ids, ...former]));
  const rev = affected.rev + 1;
  const puts: ViewRow[] = [];
  for (const id of changed) {
    const household = folds.fold(id);
    const view = householdView(household, facts.campaign, folds.heir(id) === id);
    const old = views.get(id);
    if (old && JSON.stringify(old) === JSON.stringify(view)) continue;
    puts.push({ ward, name: householdName(id), rev, sealed: seal(view) });
  }
  return { rev: puts.length > 0 ? rev : affected.rev, views: puts };
}

interface Anew {
  readonly rev: number;
  readonly views: readonly ViewRow[];
}

async function readViews(
  db: PhoneDatabase,
  ward: string,
  ids: readonly string[] | null,
  near: Near,
): Promise<Map<string, HouseholdView>> {
  const prefix = householdName("");
  const far = ids?.filter((id) => !near.households.has(id)) ?? [];
  const rows = ids
    ? far.length > 0
      ? await db.views.bulkGet(far.map((id) => [ward, householdName(id)] as [string, string]))
      : []
    : await db.views
        .where("[ward+name]")
        .between([ward, prefix], [ward, `${prefix}\uffff`])
        .toArray();
  const known = (ids ?? []).map((id) => near.households.get(id)?.view);
  const views = new Map<string, HouseholdView>();
  for (const row of [...rows, ...known]) {
    if (row) views.set(row.name.slice(prefix.length), open(row.sealed as Sealed<HouseholdView>));
  }
  return views;
}

// Of a household without a view nothing was kept before this change: a first load asks the database for none.
function loadSome(
  db: PhoneDatabase,
  { ward, rows, kept, near, households }: Affected,
  views: ReadonlyMap<string, unknown>,
): LoadRows {
  const byHousehold = groupByHousehold(ward, rows);

  function loadOne(id: string): readonly StatementRow[] | PromiseLike<readonly StatementRow[]> {
    const now = byHousehold.get(id) ?? [];
    const before = near.households.get(id);
    if (before) return [...before.rows.filter(({ jti }) => !kept.has(jti)), ...now];
    if (households.has(id) && !views.has(id)) return now;
    return db.statements.where("places").equals(placeKey(ward, id)).toArray();
  }

  return (ids) => Promise.all(ids.map(loadOne));
}

function loadAll(db: PhoneDatabase, ward: string): LoadRows {
  let byHousehold: ReturnType<typeof groupByHousehold> | null = null;
  return async (ids) => {
    byHousehold ??= groupByHousehold(
      ward,
      await db.statements.where("[ward+jti]").between([ward, ""], [ward, "\uffff"]).toArray(),
    );
    const grouped = byHousehold;
    return ids.map((id) => grouped.get(id) ?? []);
  };
}

function groupByHousehold(ward: string, rows: readonly StatementRow[]): Map<string, StatementRow[]> {
  const groups = new Map<string, StatementRow[]>();
  for (const row of rows) {
    for (const id of householdsIn(ward, row.places)) {
      const group = groups.get(id);
      if (group) group.push(row);
      else groups.set(id, [row]);
    }
  }
  return groups;
}
