import { formatDate } from "../../domain/words/vietnamese-format.ts";
import type { Drawn, Settings } from "../api/phone.ts";
import { ask, openExisting } from "../store/bare-database.ts";
import type { MembershipRow, ProgressRow, SettingsRow, ViewRow } from "../store/rows.ts";
import { open, type Sealed } from "../store/seal.ts";
import { settingsOf } from "../store/settings-of.ts";

/** What the round, or the office's overview, looked like when it stood last, kept until something that it shows has changed. */
export interface FirstLook {
  /** What it depends on besides the ward's statements, by `lookStamp`. */
  readonly stamp: string;
  /** The same for the line that tells how the sending stands, by `sendingStamp`. */
  readonly sending: string;
  /** As the screens drew it; opaque here. */
  readonly picture: unknown;
}

/** Of which page a look is kept: one of each. */
export type LookOf = Drawn["of"];

/** Names of their views. Every `append` drops them in the same transaction, so that what is found is true. */
export const LOOKS: Readonly<Record<LookOf, string>> = { round: "look", office: "look/office" };

/** What decides beside the ward's statements what they show as they open. */
export interface LookFacts {
  readonly membership: MembershipRow;
  readonly progress: ProgressRow | undefined;
  readonly settings: SettingsRow | undefined;
  /** The draft that remembers the chosen tổ. */
  readonly area: unknown;
}

/** A look that is true. */
export interface FoundLook {
  /** Of the page that it shows: where the start page leads on. */
  readonly address: string;
  readonly picture: unknown;
  /** Whether the line that tells how the sending stands is true as well: another exchange may have ended since. */
  readonly isSendingSame: boolean;
}

/**
 * Reads the kept look of the ward used last: bare, so that it stands on the screen before the database's library is even
 * fetched. Null where there is none of this path, where what it shows may be true no longer, or where the app asks for a PIN.
 * `now` in seconds.
 */
export async function readFirstLook(
  indexedDB: IDBFactory,
  path: string,
  now: number,
  version: string,
): Promise<FoundLook | null> {
  const db = await openExisting(indexedDB).catch(() => null);
  if (!db) return null;
  try {
    const store = storesOf(db);
    const [memberships, settings] = await Promise.all([
      ask<MembershipRow[]>(store("memberships").getAll()),
      ask<SettingsRow | undefined>(store("settings").get("settings")),
    ]);
    const membership = memberships.sort((a, b) => b.lastUsed - a.lastUsed)[0];
    if (!membership || settings?.lock) return null;
    const { ward, role } = membership;
    const of = lookOf(path, role);
    if (of === null) return null;
    const [view, progress, draft] = await Promise.all([
      ask<ViewRow | undefined>(store("views").get([ward, LOOKS[of]])),
      ask<ProgressRow | undefined>(store("progress").get(ward)),
      ask<{ readonly sealed: Sealed<unknown> } | undefined>(store("drafts").get(areaKey(ward))),
    ]);
    const look = view && open(view.sealed as Sealed<FirstLook>);
    const area = draft && open(draft.sealed);
    const stamp = lookStamp({ membership, progress, settings, area }, now, version);
    if (look?.stamp !== stamp) return null;
    return {
      address: ADDRESSES[of],
      picture: look.picture,
      isSendingSame: look.sending === sendingStamp({ membership, progress }),
    };
  } catch {
    // Without it the app opens as well, only later.
    return null;
  } finally {
    db.close();
  }
}

const ADDRESSES: Readonly<Record<LookOf, string>> = { round: "/di-ho", office: "/phuong" };

/** What an address shows: the start page leads a volunteer to the round, and an office to its overview. */
function lookOf(path: string, role: MembershipRow["role"]): LookOf | null {
  if (path === "/di-ho") return "round";
  if (path === "/phuong") return "office";
  if (role === "volunteer") return "round";
  return role === "office" ? "office" : null;
}

/** What was chosen for all pages, read the same way. Where it cannot be read (`isUnread`) a PIN may be set: `locked`. */
export async function readKeptSettings(
  indexedDB: IDBFactory,
): Promise<Settings & { readonly isUnread?: true }> {
  let db: IDBDatabase | null = null;
  try {
    db = await openExisting(indexedDB);
    return settingsOf(
      db ? await ask(db.transaction("settings").objectStore("settings").get("settings")) : undefined,
    );
  } catch {
    return { ...settingsOf(undefined), locked: true, isUnread: true };
  } finally {
    db?.close();
  }
}

/** Changes with each of these facts, with the version of the app, and with the day, since 'hôm nay' is another tomorrow. */
export function lookStamp({ membership, settings, area }: LookFacts, now: number, version: string): string {
  const { ward, name, device, role, areas, revoked, clockOffset } = membership;
  const place = { ward, name, device, role, areas, revoked };
  return JSON.stringify([
    version,
    formatDate(now + clockOffset),
    place,
    settings?.language ?? null,
    area ?? null,
  ]);
}

/** Changes with what the screens say of the sending. */
export function sendingStamp({ membership, progress }: Pick<LookFacts, "membership" | "progress">): string {
  return JSON.stringify([membership.lastSuccess, progress?.reached ?? null, progress?.problem ?? null]);
}

/** Key of the draft that remembers which tổ of a ward was looked at last. */
export function areaKey(ward: string): string {
  return `round/${ward}`;
}

function storesOf(db: IDBDatabase): (name: string) => IDBObjectStore {
  const reading = db.transaction(["memberships", "settings", "views", "progress", "drafts"]);
  return (name) => reading.objectStore(name);
}
