import { Dexie, type DexieOptions, type Table } from "dexie";
import type { HouseholdRow } from "../api/phone.ts";
import { DATABASE } from "./database-name.ts";
import type {
  MembershipRow,
  StatementRow,
  PackRow,
  ViewRow,
  ViewPackRow,
  KeyRow,
  IncomingRow,
  AttachmentRow,
  ParcelRow,
  DraftRow,
  SettingsRow,
  ProgressRow,
} from "./rows.ts";

/** See `change-counts.ts`. */
export type CountChange = (
  ward: string,
  rev: number,
  views: ReadonlyMap<string, Countable>,
) => readonly ViewRow[];

/** What is counted of a household's view. */
export interface Countable {
  readonly row: Omit<HouseholdRow, "search"> | null;
  readonly matters?: unknown;
}

/** The one database of the app. */
export class PhoneDatabase extends Dexie {
  declare readonly memberships: Table<MembershipRow, string>;
  declare readonly keys: Table<KeyRow, string>;
  declare readonly statements: Table<StatementRow, [string, string]>;
  declare readonly packs: Table<PackRow, number>;
  declare readonly views: Table<ViewRow, [string, string]>;
  declare readonly viewPacks: Table<ViewPackRow, number>;
  declare readonly incoming: Table<IncomingRow, [string, number]>;
  declare readonly attachments: Table<AttachmentRow, [string, string]>;
  declare readonly parcels: Table<ParcelRow, [string, string]>;
  declare readonly drafts: Table<DraftRow, string>;
  declare readonly settings: Table<SettingsRow, string>;
  declare readonly progress: Table<ProgressRow, string>;
  /** So many statements, or views of households, that come together are kept in packs, fewer each by itself. */
  packFrom = 50;
  /** Milliseconds: by it much work is parted, so that the page has its turn. Where no page is, it stands still. */
  now: () => number = () => 0;
  /** Counts households that change together; null on phones that count none, which fetch no script for it. */
  countChange: CountChange | null = null;
}

/**
 * Opens nothing yet: Dexie opens at the first use. Every commit is durable before it is told of, so that 'Đã giữ trong
 * máy' holds when the battery dies in the next moment. Dexie's own copies in memory are switched off, since they would
 * show what is not committed.
 */
export function phoneDatabase(
  idb: Pick<DexieOptions, "indexedDB" | "IDBKeyRange"> = {},
  name = DATABASE,
): PhoneDatabase {
  const db = new PhoneDatabase(name, {
    chromeTransactionDurability: "strict",
    cache: "disabled",
    ...idb,
  });
  db.version(1).stores({
    memberships: "ward",
    keys: "kid, ward",
    statements: "[ward+jti], *places, *links, [ward+pending], [ward+mine]",
    views: "[ward+name], [ward+rev]",
    incoming: "[ward+seq]",
    drafts: "key",
    settings: "name",
    progress: "ward",
  });
  db.version(2).stores({
    attachments: "[ward+jti], [ward+epoch+head]",
    parcels: "[ward+id], [ward+size], [ward+notBefore]",
  });
  // What older versions kept stays as it is, each by itself.
  db.version(3).stores({ packs: "++id, ward, *jtis, *places" });
  db.version(4).stores({ viewPacks: "++id, ward, *places, [ward+rev]" });
  db.version(5).stores({ packs: "++id, ward, *jtis, *places, [ward+mine]" });
  return db;
}
