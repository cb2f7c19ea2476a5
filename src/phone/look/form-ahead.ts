import type { Live, Watch, WardView } from "../api/phone.ts";
import { pledgeDraftKey } from "../drafts/pledge-draft-key.ts";
import { ask, openExisting } from "../store/bare-database.ts";
import { membershipsOf } from "../store/membership-of.ts";
import { placeKey } from "../store/place-key.ts";
import type { MembershipRow, SettingsRow, ViewPackRow, ViewRow } from "../store/rows.ts";
import { open, type Sealed } from "../store/seal.ts";
import { settingsOf } from "../store/settings-of.ts";
import { householdName } from "../views/household-name.ts";
import { readRow } from "../views/read-row.ts";
import { unpackViews } from "../views/view-packs.ts";

/** What one live query tells first. */
export type Answer = {
  readonly [Name in keyof Watch]: {
    readonly name: Name;
    readonly args: Parameters<Watch[Name]>;
    readonly value: ReturnType<Watch[Name]> extends Live<infer T> ? T : never;
  };
}[keyof Watch];

/** What live queries would tell, and what the clocks of this phone's wards are behind, in seconds. */
export interface Ahead {
  readonly answers: readonly Answer[];
  readonly clockOffsets: readonly (readonly [ward: string, seconds: number])[];
}

/**
 * Reads what a household's pledge form shows first: bare, while the scripts of its screen are still fetched, and before
 * those of the database are. Null where this phone has no such household, or the browser tells nothing.
 */
export async function readFormAhead(indexedDB: IDBFactory, household: string): Promise<Ahead | null> {
  const db = await openExisting(indexedDB).catch(() => null);
  if (!db) return null;
  try {
    return await readAll(db, household);
  } catch {
    // The phone reads it itself, only later.
    return null;
  } finally {
    db.close();
  }
}

async function readAll(db: IDBDatabase, household: string): Promise<Ahead | null> {
  const reading = db.transaction(["memberships", "settings", "views", "viewPacks", "drafts"]);
  const get = <T>(store: string, key: IDBValidKey) => ask<T | undefined>(reading.objectStore(store).get(key));
  const [rows, setting] = await Promise.all([
    ask<MembershipRow[]>(reading.objectStore("memberships").getAll()),
    get<SettingsRow>("settings", "settings"),
  ]);
  const memberships = membershipsOf(rows);
  const ward = memberships[0]?.ward;
  if (ward === undefined) return null;
  const key = pledgeDraftKey(ward, household);
  const [view, row, draft] = await Promise.all([
    get<ViewRow>("views", [ward, "ward"]),
    readRow((id) => readView(reading, ward, id), household),
    get<{ readonly sealed: Sealed<unknown> }>("drafts", key),
  ]);
  if (!view || !row) return null;
  return {
    answers: [
      { name: "memberships", args: [], value: memberships },
      { name: "settings", args: [], value: settingsOf(setting) },
      { name: "ward", args: [ward], value: open(view.sealed as Sealed<WardView>) },
      { name: "row", args: [ward, household], value: row },
      { name: "draft", args: [key], value: draft ? open(draft.sealed) : null },
    ],
    clockOffsets: rows.map((one) => [one.ward, one.clockOffset]),
  };
}

async function readView(
  reading: IDBTransaction,
  ward: string,
  id: string,
): Promise<Pick<ViewRow, "sealed"> | undefined> {
  const name = householdName(id);
  const [views, packs] = [reading.objectStore("views"), reading.objectStore("viewPacks")];
  const [alone, pack] = await Promise.all([
    ask<ViewRow | undefined>(views.get([ward, name])),
    ask<ViewPackRow | undefined>(packs.index("places").get(placeKey(ward, id))),
  ]);
  return alone ?? (pack && unpackViews(pack).find((view) => view.name === name));
}
