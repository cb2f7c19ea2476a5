import { findKind } from "../../domain/kinds/all.ts";
import type { Statement } from "../../domain/statement.ts";
import type { Db, HouseholdFact, LogRow } from "../store/rows.ts";
import { findDevices, type FoundDevices } from "./find-devices.ts";
import { findHouseholds } from "./find-households.ts";
import { findRows } from "./log-rows.ts";

/** What the store says of the names that a batch itself holds. */
export interface Around extends FoundDevices {
  /** The batch's own and what they speak of, where the log has that. */
  readonly rows: readonly LogRow[];
  /** Kids that were looked for. */
  readonly kids: ReadonlySet<string>;
  readonly households: ReadonlyMap<string, HouseholdFact>;
  /** What speaks of the batch's own, or of devices that it enrols. */
  readonly about: readonly LogRow[];
  /** What the log holds of households that the batch registers. */
  readonly earlier: readonly LogRow[];
}

/** Asks for all of that at once. */
export async function lookAround(
  db: Db,
  ward: string,
  batch: readonly Statement[],
  pushers: readonly string[],
): Promise<Around> {
  const ids = unique(batch.map(({ claims }) => claims.jti));
  const subs = unique(batch.filter(isAboutOther).map(({ claims }) => claims.sub));
  const kids = unique([...batch.map(({ kid }) => kid), ...subs, ...pushers]);
  const [rows, found, households, about, earlier] = await Promise.all([
    findRows(db, ward, "jti", unique([...ids, ...subs])),
    findDevices(db, ward, kids),
    findHouseholds(db, ward, unique(batch.flatMap(({ claims }) => [claims.sub, claims.in ?? claims.sub]))),
    findRows(db, ward, "sub", unique([...ids, ...enrolledBy(batch)])),
    findRows(db, ward, "place", registeredBy(batch)),
  ]);
  return { ...found, rows, kids: new Set(kids), households, about, earlier };
}

/** The devices that were found, and those that said what stands in these rows, or are enrolled by it. */
export async function alsoDevices(
  db: Db,
  ward: string,
  { devices, highest, kids }: Around,
  rows: readonly LogRow[],
): Promise<FoundDevices> {
  const named = rows.flatMap(({ kid, type, sub }) => (type === "device.enrolled" ? [kid, sub] : [kid]));
  const others = unique(named).filter((kid) => !kids.has(kid));
  if (others.length === 0) return { devices, highest };
  const more = await findDevices(db, ward, others);
  return {
    devices: new Map([...devices, ...more.devices]),
    highest: new Map([...highest, ...more.highest]),
  };
}

/** The households that were found, and those where these rows stand. */
export async function alsoHouseholds(
  db: Db,
  ward: string,
  { households }: Around,
  rows: readonly LogRow[],
): Promise<Map<string, HouseholdFact>> {
  const others = unique(rows.map(({ place }) => place)).filter((place) => !households.has(place));
  return new Map([...households, ...(others.length > 0 ? await findHouseholds(db, ward, others) : [])]);
}

/** Whether it may speak of a statement or a device; what is known to be about households or areas does not. */
function isAboutOther({ claims }: Statement): boolean {
  const about = findKind(claims.type, claims.v)?.about;
  return about !== "household" && about !== "household-or-area" && about !== "area";
}

/** Devices that a batch enrols. */
export function enrolledBy(batch: readonly Statement[]): string[] {
  return unique(batch.flatMap(({ claims }) => (claims.type === "device.enrolled" ? [claims.sub] : [])));
}

/** Households that a batch registers. */
export function registeredBy(batch: readonly Statement[]): string[] {
  return unique(batch.flatMap(({ claims }) => (claims.type === "household.registered" ? [claims.sub] : [])));
}

/** Each of them once. */
export function unique<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}
