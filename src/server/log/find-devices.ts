import { sql } from "kysely";
import { isOneOf, prepared } from "../store/prepared.ts";
import { toDevice, type Db, type DeviceFact } from "../store/rows.ts";

/** Devices, and of each the highest number that has arrived. */
export interface FoundDevices {
  readonly devices: Map<string, DeviceFact>;
  readonly highest: Map<string, number>;
}

/** Finds devices by their names, and their highest numbers, which an index tells at once. */
export async function findDevices(db: Db, ward: string, kids: readonly string[]): Promise<FoundDevices> {
  const rows = await devicesWithHighest(db, ward, kids);
  const devices = new Map<string, DeviceFact>();
  const highest = new Map<string, number>();
  for (const { logged, waiting, rejected, ...row } of rows) {
    devices.set(row.kid, toDevice(row));
    highest.set(row.kid, Math.max(Number(logged), Number(waiting), Number(rejected)));
  }
  return { devices, highest };
}

const devicesWithHighest = prepared((db, ward: string, kids: readonly string[]) =>
  db
    .selectFrom("devices as d")
    .selectAll("d")
    .select([
      highestIn("statements").as("logged"),
      highestIn("held").as("waiting"),
      highestIn("rejects").as("rejected"),
    ])
    .where("d.ward", "=", ward)
    .where(isOneOf(db, "d.kid", kids)),
);

function highestIn(table: "statements" | "held" | "rejects") {
  return sql<
    number | null
  >`(select max(n) from ${sql.table(table)} as one where one.ward = d.ward and one.kid = d.kid)`;
}
