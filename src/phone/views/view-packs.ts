import { placeKey } from "../store/place-key.ts";
import type { ViewPackRow, ViewRow } from "../store/rows.ts";
import { open, seal } from "../store/seal.ts";
import { householdIn, householdName } from "./household-name.ts";

/** Views a pack: few enough that one household's change, or showing it, costs little more than its own view. */
const SIZE = 40;

/** Packs views of households that one change puts, those next to each other by their ids together. */
export function packViews(rows: readonly ViewRow[]): ViewPackRow[] {
  const sorted = rows.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const count = Math.ceil(sorted.length / SIZE);
  return Array.from({ length: count }, (_, at) => toPack(sorted.slice(at * SIZE, (at + 1) * SIZE)));
}

/** The views in a pack. */
export function unpackViews(pack: ViewPackRow): ViewRow[] {
  const { ward, rev, places, sealed } = pack;
  const views = JSON.parse(open(sealed)) as readonly unknown[];
  const prefix = placeKey(ward, "").length;
  return places.map((place, at) => ({
    ward,
    name: householdName(place.slice(prefix)),
    rev,
    sealed: seal(views[at]),
    pack,
  }));
}

/** A pack without some of its views; null where nothing is left. */
export function withoutViews(pack: ViewPackRow, leaving: readonly ViewRow[]): ViewPackRow | null {
  if (leaving.length >= pack.places.length) return null;
  const names = new Set(leaving.map(({ name }) => name));
  const left = unpackViews(pack).filter(({ name }) => !names.has(name));
  return { ...toPack(left), ...(pack.id === undefined ? {} : { id: pack.id }) };
}

function toPack(rows: readonly ViewRow[]): ViewPackRow {
  const { ward = "", rev = 0 } = rows[0] ?? {};
  return {
    ward,
    rev,
    places: rows.map(({ name }) => placeKey(ward, householdIn(name))),
    sealed: seal(JSON.stringify(rows.map((row) => open(row.sealed)))),
  };
}
