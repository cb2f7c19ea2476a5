import { placeKey } from "../store/place-key.ts";
import type { PackRow, StatementRow } from "../store/rows.ts";
import { open, seal } from "../store/seal.ts";

/** Statements a pack: few enough that showing one household reads little besides it. */
const SIZE = 50;

/** Whether a statement may lie in a pack: it is in the log as far as this phone has read, and nothing but its household asks for it. */
export function isPackable({ ward, standing, places, links }: StatementRow): boolean {
  const isOfHousehold = places.length === 1 && places[0] !== placeKey(ward, "");
  return standing === "log" && isOfHousehold && links.length === 0;
}

/** Packs statements of one ward: those of a household together, but this phone's own as it said them. */
export function pack(rows: readonly StatementRow[]): PackRow[] {
  const others = rows.filter(({ own }) => own === 0).sort((a, b) => compare(a.places[0], b.places[0]));
  const own = rows.filter((row) => row.own === 1).sort((a, b) => a.n - b.n);
  return [...slices(others), ...slices(own)].map(toPack);
}

function slices(rows: readonly StatementRow[]): (readonly StatementRow[])[] {
  const count = Math.ceil(rows.length / SIZE);
  return Array.from({ length: count }, (_, at) => rows.slice(at * SIZE, (at + 1) * SIZE));
}

/** The statements in a pack. */
export function unpack(from: PackRow): StatementRow[] {
  const { ward, jtis, places, rows, sealed, mine } = from;
  const texts = open(sealed);
  return rows.map(({ place, ...row }, at) => ({
    ...row,
    ward,
    jti: jtis[at] ?? "",
    standing: "log",
    ...(mine === undefined ? { own: 0 } : { own: 1, mine: row.iat }),
    reason: null,
    places: places.slice(place, place + 1),
    links: [],
    sealed: seal(texts[at] ?? ""),
    pack: from,
  }));
}

/** A pack without some of its statements; null where nothing is left. */
export function without(from: PackRow, jtis: ReadonlySet<string>): PackRow | null {
  const left = unpack(from).filter(({ jti }) => !jtis.has(jti));
  if (left.length === 0) return null;
  return { ...toPack(left), ...(from.id === undefined ? {} : { id: from.id }) };
}

function toPack(rows: readonly StatementRow[]): PackRow {
  const places = [...new Set(rows.flatMap((row) => row.places))];
  const at = new Map(places.map((place, index) => [place, index]));
  return {
    ward: rows[0]?.ward ?? "",
    ...(rows[0]?.own === 1 ? { mine: Math.max(...rows.map(({ iat }) => iat)) } : {}),
    jtis: rows.map(({ jti }) => jti),
    places,
    rows: rows.map((row) => {
      const { kid, type, sub, n, iat, seq, at: time } = row;
      return { kid, type, sub, n, iat, seq, at: time, place: at.get(row.places[0] ?? "") ?? 0 };
    }),
    sealed: seal(rows.map(({ sealed }) => open(sealed))),
  };
}

function compare(a = "", b = ""): number {
  return a < b ? -1 : Number(a > b);
}
