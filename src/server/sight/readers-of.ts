import type { Changes } from "../log/changes.ts";
import { toDevice, type Db, type DeviceFact, type LogRow } from "../store/rows.ts";
import { sightOf, type Reader, type Shown } from "./sight.ts";

/** Devices that read the whole of any of these statements, personal fields included. */
export async function readersOf(db: Db, ward: string, rows: readonly LogRow[]): Promise<string[]> {
  const devices = await db.selectFrom("devices").selectAll().where("ward", "=", ward).execute();
  const shown = await Promise.all(rows.map((row) => showRow(db, row)));
  return devices
    .map(toDevice)
    .filter((device) => shown.some((one) => sightOf(readerOf(device, one), one) === "whole"))
    .map(({ kid }) => kid);
}

/** Devices that see one of these statements, and did not see the erasure that lists it where that stands. */
export async function newReadersOfErasures(
  db: Db,
  ward: string,
  listed: Changes["listed"],
): Promise<string[]> {
  const devices = await db.selectFrom("devices").selectAll().where("ward", "=", ward).execute();
  const pairs = await Promise.all(
    listed.map(async ({ row, erasedAt }) => ({
      target: { ...(await showRow(db, row)), public: row.public === 1 },
      erasure: await showRow(db, { ...row, type: "data.erased", topic: "", place: erasedAt }),
    })),
  );
  const sees = (device: DeviceFact, shown: Standing) => sightOf(readerOf(device, shown), shown) !== "none";
  return devices
    .map(toDevice)
    .filter((device) => pairs.some(({ target, erasure }) => sees(device, target) && !sees(device, erasure)))
    .map(({ kid }) => kid);
}

/** A statement where it stands now, and the households that stand there with it. */
interface Standing extends Shown {
  readonly households: readonly string[];
}

async function showRow(db: Db, { ward, type, topic, place, kid }: LogRow): Promise<Standing> {
  const all = db.selectFrom("households").where("ward", "=", ward);
  const own = await all.select(["heir", "area"]).where("household", "=", place).executeTakeFirst();
  const heir = own
    ? await all.select("area").where("household", "=", own.heir).executeTakeFirst()
    : undefined;
  const merged = await all.select("household").where("heir", "=", place).execute();
  const author = await db
    .selectFrom("devices")
    .select("household")
    .where("ward", "=", ward)
    .where("kid", "=", kid)
    .executeTakeFirst();
  return {
    type,
    topic,
    place,
    kid,
    heir: own?.heir ?? null,
    area: heir?.area ?? own?.area ?? null,
    author: author?.household ?? null,
    // Who reads it bare has read all there is for them.
    public: false,
    reaches: false,
    households: merged.map(({ household }) => household),
  };
}

function readerOf({ kid, role, areas, households, household }: DeviceFact, shown: Standing): Reader {
  const isOwn = household === shown.place || (household !== null && shown.households.includes(household));
  return { kid, role, areas, households, own: isOwn ? [shown.place, household ?? ""] : [] };
}
