import { toDevice, type Db, type DeviceFact } from "../store/rows.ts";
import type { Shift } from "./shift.ts";
import { readerOf } from "./shown.ts";
import { sightOf } from "./sight.ts";

/** Counts on for every device that reads more or less of what was there before, and for nobody else (PROTOCOL.md §4). */
export async function changeScopes(db: Db, ward: string, shift: Shift): Promise<void> {
  if (shift.moves.length + shift.heirs.size === 0) return;
  const rows = await db
    .selectFrom("devices as d")
    .leftJoin("households as h", (join) =>
      join.onRef("h.ward", "=", "d.ward").onRef("h.household", "=", "d.household"),
    )
    .selectAll("d")
    .select("h.heir")
    .where("d.ward", "=", ward)
    .where("d.role", "<>", "office")
    .execute();
  const changed = rows.filter((row) => readsAnew(toDevice(row), row.heir ?? undefined, shift));
  await raiseScopes(
    db,
    ward,
    changed.map(({ kid }) => kid),
  );
}

/** Makes devices read again from 0. */
export async function raiseScopes(db: Db, ward: string, kids: readonly string[]): Promise<void> {
  for (let i = 0; i < kids.length; i += 200) {
    const some = db
      .updateTable("devices")
      .where("ward", "=", ward)
      .where("kid", "in", kids.slice(i, i + 200));
    await some.set(({ eb }) => ({ scope: eb("scope", "+", 1) })).execute();
  }
}

function readsAnew(device: DeviceFact, heir: string | undefined, { moves, heirs }: Shift): boolean {
  // A household's phone reads what was said of the heir, too, though that moved nowhere.
  if (device.role === "household" && heirs.has(device.household ?? "")) return true;
  const reader = readerOf(device, heir);
  return moves.some(({ from, to }) => sightOf(reader, from) !== sightOf(reader, to));
}
