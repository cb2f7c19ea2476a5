import { isStatementId } from "../../domain/ids.ts";
import { err, ok, type Result } from "../../domain/result.ts";
import type { Leaving } from "../api/leave-acts.ts";
import { readOwn } from "../log/own-rows.ts";
import { unsentPhotos } from "../log/unsent-photos.ts";
import type { PhoneDatabase } from "../store/database.ts";
import type { Parts } from "../store/parts.ts";
import type { StatementRow } from "../store/rows.ts";
import { removeLock } from "./lock.ts";

/** Counts what would go with this phone. */
export function leaving({ env: { db } }: Parts, ward: string): Promise<Leaving> {
  return db.transaction("r", db.tables, () => count(db, ward));
}

/** Gives this phone's place in a ward up, if no more is lost by it than somebody was told. */
export async function leave(
  { env: { db } }: Parts,
  ward: string,
  said: Leaving,
): Promise<Result<null, "more" | "storage">> {
  try {
    return await db.transaction("rw", db.tables, async () => {
      const now = await count(db, ward);
      if (COUNTED.some((name) => now[name] > said[name])) return err("more");
      await forget(db, ward);
      return ok(null);
    });
  } catch {
    return err("storage");
  }
}

const COUNTED = ["unsent", "photos", "rejected", "unsaved", "drafts"] as const satisfies (keyof Leaving)[];

async function count(db: PhoneDatabase, ward: string): Promise<Leaving> {
  const [membership, own, pending, photos, drafts] = await Promise.all([
    db.memberships.get(ward),
    readOwn(db, ward, Infinity),
    // Whoever said it: of what a log has lost this phone may have the only copy.
    db.statements.where("[ward+pending]").between([ward, ""], [ward, LAST]).toArray(),
    unsentPhotos(db, ward),
    draftsOf(db, ward),
  ]);
  const { epoch = null, saved = 0 } = membership ?? {};
  const logged = own.filter(({ standing, seq }) => standing === "log" && (seq ?? Infinity) > saved);
  // Held, it has no number by which a backup would be known to have it.
  const held = pending.filter((row) => row.standing === "held" && !isStranger(row));
  const sent = await db.attachments
    .where("[ward+epoch+head]")
    .between([ward, epoch ?? LAST, saved], [ward, epoch ?? LAST, Infinity])
    .count();
  return {
    unsent: pending.filter((row) => row.standing === "unsent" || isStranger(row)).length,
    photos: photos.size,
    rejected: pending.filter(({ standing }) => standing === "rejected").length,
    unsaved: logged.length + held.length + sent,
    drafts: formsIn(drafts).size,
  };
}

/** Kept to be asked again, as if held: the ward knows nobody who could have said it, and keeps no copy. */
function isStranger({ standing, reason }: StatementRow): boolean {
  return standing === "held" && reason === "unknown-signer";
}

/** Drafts that nobody wrote: where somebody was, what was fetched, what was given away. */
const UNWRITTEN: ReadonlySet<string> = new Set([
  "addresses",
  "decision",
  "editions",
  "link",
  "meeting",
  "not-same",
  "paper",
  "reading",
  // Whose it is: its words are a form of their own.
  "request",
  "round",
  "totals",
]);

function formsIn(keys: readonly string[]): ReadonlySet<string> {
  const written = keys.filter((key) => !UNWRITTEN.has(kindOf(key)));
  // A list that is being taken in lies there in pieces.
  return new Set(written.map((key) => (kindOf(key) === "import" ? "import" : key)));
}

function kindOf(key: string): string {
  return key.slice(0, key.indexOf("/"));
}

/** Every key that names the ward behind what it is a draft of; one about a statement names that before. */
async function draftsOf(db: PhoneDatabase, ward: string): Promise<string[]> {
  const keys = (await db.drafts.toCollection().primaryKeys()) as string[];
  return keys.filter((key) => {
    const [, first = "", second] = key.split("/");
    return (isStatementId(first) ? second : first) === ward;
  });
}

async function forget(db: PhoneDatabase, ward: string): Promise<void> {
  const { memberships, keys, statements, packs, views, viewPacks, incoming } = db;
  const { attachments, parcels, drafts, progress } = db;
  const [from, to] = [
    [ward, ""],
    [ward, LAST],
  ];
  await Promise.all([
    keys.where("ward").equals(ward).delete(),
    memberships.delete(ward),
    statements.where("[ward+jti]").between(from, to).delete(),
    packs.where("ward").equals(ward).delete(),
    views.where("[ward+name]").between(from, to).delete(),
    viewPacks.where("ward").equals(ward).delete(),
    incoming.where("[ward+seq]").between([ward, 0], [ward, Infinity]).delete(),
    attachments.where("[ward+jti]").between(from, to).delete(),
    parcels.where("[ward+id]").between(from, to).delete(),
    drafts.bulkDelete(await draftsOf(db, ward)),
    progress.delete(ward),
  ]);
  // A phone that is no ward's device has nothing to lock.
  const others = await memberships.toArray();
  if (others.every(({ device }) => device === null)) await removeLock(db);
}

/** After every text of a key. */
const LAST = "\uffff";
