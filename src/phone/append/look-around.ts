import type { Change } from "../log/change.ts";
import { readAll } from "../log/records.ts";
import type { PhoneDatabase } from "../store/database.ts";
import { placeKey } from "../store/place-key.ts";
import type { StatementRow } from "../store/rows.ts";
import { householdIn, householdName } from "../views/household-name.ts";
import { readViews, readViewsSince } from "../views/household-views.ts";
import type { WardFacts } from "../views/kept-facts.ts";
import { householdsIn, speakerKey } from "../views/places.ts";
import { groupByHousehold, readHouseholds } from "../views/read-households.ts";
import { staying, type Items } from "./items.ts";
import type { Near } from "./near.ts";
import { refreshWard, type WardAnew } from "./refresh.ts";

/** Whom a change touches, and what was kept of them before it. */
export interface Around {
  readonly facts: WardFacts;
  readonly households: ReadonlySet<string>;
  /** Every household's rows are put anew, changed or not. */
  readonly all: boolean;
  readonly near: Near;
  /** Those of the ward itself and of its handbooks, where it is touched. */
  readonly views: Pick<WardAnew, "put" | "gone">;
}

/** Of a change that touches nobody's view. */
export function untouched(near: Near): Around {
  return { facts: near.facts, households: new Set(), all: false, near, views: NONE };
}

/** Reads what the views of a change are computed from, and tells those of the ward. */
export async function lookAround(
  db: PhoneDatabase,
  { ward, switching, rebuild }: Change,
  items: Items,
  rows: readonly StatementRow[],
  near: Near,
): Promise<Around> {
  const { kept, gone } = items;
  const old = near.facts;
  const before = [
    ...[...kept.values()].flatMap((item) => item.before?.places ?? []),
    ...gone.flatMap(({ places }) => places),
  ];
  const places = new Set([...before, ...rows.flatMap((row) => row.places)]);
  const households = new Set(householdsIn(ward, [...places]));
  const isWardTouched = places.has(placeKey(ward, "")) || rebuild === true;
  if (!isWardTouched && !switching)
    return {
      facts: old,
      households,
      all: false,
      near: await readFar(db, ward, households, items, near),
      views: NONE,
    };
  const stays = staying(items);
  const views = isWardTouched ? await refreshWard(db, ward, rows, stays) : { ...NONE, facts: old };
  const { facts } = views;
  const kids = Object.keys(facts.devices).filter((kid) => !isSameAuthor(old, facts, kid));
  for (const id of await spokenBy(db, ward, kids, rows)) households.add(id);
  const campaignsOf = ({ campaign, dated }: WardFacts) => JSON.stringify([campaign, dated]);
  const isSameCampaign = campaignsOf(old) === campaignsOf(facts);
  const all = switching !== undefined || rebuild === true || !isSameCampaign;
  const now = all
    ? await readWhole(db, ward, households, stays, near)
    : await readFar(db, ward, households, items, near);
  return { facts, households, all, near: now, views };
}

const NONE: Pick<WardAnew, "put" | "gone"> = { put: [], gone: [] };

async function readWhole(
  db: PhoneDatabase,
  ward: string,
  households: ReadonlySet<string>,
  stays: (row: StatementRow) => boolean,
  near: Near,
): Promise<Near> {
  const [views, rows] = await Promise.all([readViewsSince(db, ward, -1), readAll(db, ward)]);
  const byId = new Map(views.map((view) => [householdIn(view.name), view]));
  const grouped = groupByHousehold(ward, rows.filter(stays));
  const ids = new Set([...households, ...byId.keys(), ...grouped.keys()]);
  const found = [...ids].map((id) => [id, { view: byId.get(id), rows: grouped.get(id) ?? [] }] as const);
  return { ...near, households: new Map(found) };
}

/** Fewer households are asked for one by one, and when they are needed. */
const FEW = 20;

async function readFar(
  db: PhoneDatabase,
  ward: string,
  households: ReadonlySet<string>,
  { gone }: Items,
  near: Near,
): Promise<Near> {
  const far = [...households].filter((id) => !near.households.has(id));
  if (far.length <= FEW || gone.length > 0) return near;
  const views = await readViews(db, ward, far);
  const byName = new Map(views.map((view) => [view.name, view]));
  // Of a household without a view nothing is kept.
  const rows = await readHouseholds(
    db,
    ward,
    far.filter((id) => byName.has(householdName(id))),
  );
  const found = far.map(
    (id) => [id, { view: byName.get(householdName(id)), rows: rows.get(id) ?? [] }] as const,
  );
  return { ...near, households: new Map([...near.households, ...found]) };
}

// Who takes something back may become known after the word itself: only then it works.
async function spokenBy(
  db: PhoneDatabase,
  ward: string,
  kids: readonly string[],
  now: readonly StatementRow[],
): Promise<string[]> {
  if (kids.length === 0) return [];
  const links = kids.map((kid) => speakerKey(ward, kid));
  const before = await db.statements.where("links").anyOf(links).toArray();
  const here = now.filter((row) => row.links.some((link) => links.includes(link)));
  return [...before, ...here].flatMap((row) => householdsIn(ward, row.places));
}

function isSameAuthor(old: WardFacts, now: WardFacts, kid: string): boolean {
  const [was, is] = [old.devices[kid], now.devices[kid]];
  return was?.person === is?.person && was?.role === is?.role;
}
