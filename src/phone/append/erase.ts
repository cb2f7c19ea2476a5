import { isHouseholdId } from "../../domain/ids.ts";
import { erases, erasureOf, isCovered, isErasure, keptDisclosures, type Erasure } from "../../domain/said.ts";
import { photoNamedIn } from "../../domain/signed/photo.ts";
import { linkDraftKey } from "../drafts/link-draft-key.ts";
import { readPlaces, readStatements } from "../log/records.ts";
import type { PhoneDatabase } from "../store/database.ts";
import { placeKey } from "../store/place-key.ts";
import type { StatementRow, ViewRow } from "../store/rows.ts";
import { open, seal, type Sealed } from "../store/seal.ts";
import { isUnseen, unseenKey, waitingKey } from "../views/places.ts";
import { itemOf, staying, typeOf, keepOnly, type Item, type Items } from "./items.ts";

/** What goes with what is erased, beside the statements' own fields. */
export interface Erased {
  /** Keys of photos. */
  readonly photos: readonly [string, string][];
  /** Keys of drafts. */
  readonly drafts: readonly string[];
  /** The view `erasures`, where it grows. */
  readonly views: readonly ViewRow[];
}

/**
 * Drops for good what the ward erased: from what is kept, and from all that comes in, now and later. An erasure works once
 * it is in the log; until then the fold alone hides what it covers. Changes the items, and tells what else is to go. `again`:
 * also of what was erased before, of which an earlier version may have left something.
 */
export async function erase(
  db: PhoneDatabase,
  ward: string,
  changed: Items,
  old: readonly Erasure[],
  again = false,
): Promise<Erased> {
  const items = changed.kept;
  const fresh = freshErasures(items, old);
  const rows = (await Promise.all(fresh.map((erasure) => coveredRows(db, ward, erasure)))).flat();
  // What leaves with this very change leaves whole.
  for (const row of rows.filter(staying(changed))) {
    items.set(row.jti, itemOf(row));
    if (isUnseen(row)) changed.unseen.add(row.jti);
  }
  const erasures = [...old, ...fresh];
  if (erasures.length === 0) return { photos: [], drafts: [], views: [] };
  const photos: [string, string][] = [];
  for (const [jti, item] of items) {
    const { disclosures } = item.statement;
    const kept = keptDisclosures(item.statement, erasures);
    if (kept.length < disclosures.length) items.set(jti, keepOnly(item, kept));
    if (photoNamedIn(disclosures) !== photoNamedIn(kept)) photos.push([ward, jti]);
  }
  return {
    photos,
    drafts: await coveredDrafts(db, ward, items, again ? erasures : fresh),
    views: fresh.length > 0 ? [{ ward, name: "erasures", sealed: seal(erasures) }] : [],
  };
}

/**
 * Drafts of what is half filled in about a household, or about a statement: each names it in its key, and goes with all of
 * it, or with its photos; a phone number alone is no reason to lose it. One that names a household inside goes with all of
 * that alone: it has more in it. So does the link that a household was given: as long as the ward lets somebody in by it, by
 * it alone can that be called back.
 */
async function coveredDrafts(
  db: PhoneDatabase,
  ward: string,
  items: ReadonlyMap<string, Item>,
  fresh: readonly Erasure[],
): Promise<string[]> {
  const covering = fresh.filter((erasure) => erases(erasure, "photo"));
  if (covering.length === 0) return [];
  const gone = new Set(covering.flatMap(({ sub, statements }) => statements ?? [sub]));
  for (const [jti, { statement }] of items)
    if (covering.some((one) => isCovered(statement, one))) gone.add(jti);
  const all = covering.filter(({ statements, names }) => !statements && !names);
  const whole = new Set<unknown>(all.map(({ sub }) => sub));
  const drafts = await db.drafts.toArray();
  return drafts
    .filter(({ key, sealed }) => {
      const ids = key.split("/");
      const isGone = (id: string) => (key === linkDraftKey(ward, id) ? whole.has(id) : gone.has(id));
      return (
        ids.includes(ward) && (ids.some(isGone) || householdsIn(open(sealed)).some((id) => whole.has(id)))
      );
    })
    .map(({ key }) => key);
}

/** Whom a draft names inside: a form whose household is chosen while it is filled in. */
function householdsIn(value: unknown): unknown[] {
  const form = value as (Naming & { readonly proposal?: Naming | null }) | null;
  return [form?.household, form?.proposal?.household];
}

interface Naming {
  readonly household?: unknown;
}

/** What the ward has erased, as far as this phone has heard, in its view `erasures`. */
export function erasuresIn(row: ViewRow | undefined): readonly Erasure[] {
  return row ? open(row.sealed as Sealed<Erasure[]>) : [];
}

function freshErasures(items: ReadonlyMap<string, Item>, old: readonly Erasure[]): Erasure[] {
  const known = new Set(old.map((erasure) => JSON.stringify(erasure)));
  return [...items.values()]
    .filter((item) => typeOf(item) === "data.erased" && item.row.seq !== null && isErasure(item))
    .map(erasureOf)
    .filter((erasure) => !known.has(JSON.stringify(erasure)));
}

async function coveredRows(db: PhoneDatabase, ward: string, erasure: Erasure): Promise<StatementRow[]> {
  const { sub, statements } = erasure;
  const found = await readStatements(db, ward, statements ?? [sub]);
  // A device's own lines stand with the ward.
  const place = placeKey(ward, isHouseholdId(sub) ? sub : "");
  // What speaks of a statement stands where that one does, or waits for it.
  const places = [place, ...found.flatMap((row) => row.places)];
  const links = [waitingKey(ward, sub), unseenKey(ward)];
  const [around, waiting] = await Promise.all([
    statements ? [] : readPlaces(db, places),
    statements ? [] : db.statements.where("links").anyOf(links).toArray(),
  ]);
  const rows = [...found, ...around, ...waiting];
  return rows.filter((row) => isCovered(itemOf(row).statement, erasure));
}
