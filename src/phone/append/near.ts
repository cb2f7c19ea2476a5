import { isHouseholdId } from "../../domain/ids.ts";
import type { Erasure } from "../../domain/said.ts";
import type { Change } from "../log/change.ts";
import { readPlace } from "../log/records.ts";
import type { PhoneDatabase } from "../store/database.ts";
import { placeKey } from "../store/place-key.ts";
import type { StatementRow, ViewRow } from "../store/rows.ts";
import { householdName } from "../views/household-name.ts";
import { readViews } from "../views/household-views.ts";
import { wardFactsIn, type WardFacts } from "../views/kept-facts.ts";
import { erasuresIn } from "./erase.ts";

/** What stands around a change before it is made. */
export interface Near {
  readonly facts: WardFacts;
  readonly erasures: readonly Erasure[];
  /** By id, what was kept of households that this phone speaks of in the change. */
  readonly households: ReadonlyMap<string, NearHousehold>;
}

interface NearHousehold {
  readonly view: ViewRow | undefined;
  readonly rows: readonly StatementRow[];
}

/** Reads it within the transaction of `append`, all at once. */
export async function readNear(db: PhoneDatabase, change: Change): Promise<Near> {
  const { ward } = change;
  const ids = spokenOf(change);
  const [[facts, erasures], views, rows] = await Promise.all([
    db.views.bulkGet([
      [ward, "ward"],
      [ward, "erasures"],
    ]),
    readViews(db, ward, ids),
    Promise.all(ids.map((id) => readPlace(db, placeKey(ward, id)))),
  ]);
  const byName = new Map(views.map((view) => [view.name, view]));
  return {
    facts: wardFactsIn(ward, facts),
    erasures: erasuresIn(erasures),
    households: new Map(
      ids.map((id, at) => [id, { view: byName.get(householdName(id)), rows: rows[at] ?? [] }]),
    ),
  };
}

// What is heard comes by the thousand, and is asked for where it is needed.
function spokenOf({ arrivals = [], switching, rebuild }: Change): string[] {
  if (switching || rebuild) return [];
  const own = arrivals.filter(({ standing }) => standing === "unsent");
  const named = own.flatMap(({ statement: { claims } }) => [claims.sub, claims.in ?? ""]);
  return [...new Set(named)].filter(isHouseholdId).slice(0, MOST);
}

const MOST = 20;
