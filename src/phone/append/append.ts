import type { Table } from "dexie";
import { err, ok, type Result } from "../../domain/result.ts";
import { photoNamedIn } from "../../domain/signed/photo.ts";
import type { AppendError, Change } from "../log/change.ts";
import { write, type Writing } from "../log/records.ts";
import { turnOf } from "../log/turn.ts";
import type { PhoneDatabase } from "../store/database.ts";
import { FOLD } from "../store/fold-version.ts";
import type { AttachmentRow, MembershipRow, ViewRow } from "../store/rows.ts";
import { seal } from "../store/seal.ts";
import { writeViews } from "../views/household-views.ts";
import type { Item } from "./items.ts";
import { planChange, type Plan, type Planned } from "./plan.ts";

/**
 * The one door: what this phone says and what it hears enter here alone, in one durable transaction that keeps the
 * statements, their way to the ward, the counters, and the views they change. Throws where the storage fails; then nothing
 * of the change is kept. Answers with the views of households that it put. `ahead` is this very change as `planAhead`
 * worked it out; worth nothing once anything else was kept.
 */
export async function append(
  db: PhoneDatabase,
  change: Change,
  ahead: Plan | null = null,
): Promise<Result<readonly ViewRow[], AppendError>> {
  return db.transaction("rw", appendTables(db), async () => {
    let writing: Promise<unknown> | null = null;
    const begin = (some: Writing) => {
      writing = write(db, change.ward, some);
      // Whatever fails fails the transaction, and is told below.
      writing.catch(() => undefined);
    };
    const planned = ahead ? await planNow(db, change, ahead, begin) : await planChange(db, change, begin);
    if (planned.ok) await carryOut(db, change, planned.value, writing);
    return planned.ok ? ok(planned.value.plan.households.put) : planned;
  });
}

/**
 * Works a change out before it is made, as long as nobody waits for it: `append` then reads next to nothing. Keeps nothing;
 * null where the change could not be made now.
 */
export async function planAhead(db: PhoneDatabase, change: Change): Promise<Plan | null> {
  const { memberships, statements, packs, views, viewPacks } = db;
  const planned = await db.transaction("r", [memberships, statements, packs, views, viewPacks], () =>
    planChange(db, change),
  );
  return planned.ok ? planned.value.plan : null;
}

/** The tables that `append` works on, for whoever does more in the same transaction. */
export function appendTables(db: PhoneDatabase): Table[] {
  const { memberships, statements, packs, attachments, views, viewPacks, incoming, drafts } = db;
  return [memberships, statements, packs, attachments, views, viewPacks, incoming, drafts];
}

async function planNow(
  db: PhoneDatabase,
  change: Change,
  ahead: Plan,
  begin: (writing: Writing) => void,
): Promise<Result<Planned, AppendError>> {
  const before = await db.memberships.get(change.ward);
  if (ahead.turn !== turnOf(before)) return planChange(db, change, begin);
  const membership = change.membership(before);
  return membership ? ok({ membership, plan: ahead }) : err("stale");
}

async function carryOut(
  db: PhoneDatabase,
  change: Change,
  { membership, plan }: Planned,
  begun: Promise<unknown> | null,
): Promise<void> {
  const { ward, draft, switching } = change;
  const { attachments, views, incoming, drafts } = db;
  const { writing, erased } = plan;
  const photos = attachmentRows(change, plan.kept);
  const goneDrafts = draft === undefined ? erased.drafts : [...erased.drafts, draft];
  // All are asked for at once: the store carries them out in this order.
  await Promise.all([
    begun ?? write(db, ward, writing),
    erased.photos.length > 0 ? attachments.bulkDelete([...erased.photos]) : null,
    photos.length > 0 ? attachments.bulkPut(photos) : null,
    goneDrafts.length > 0 ? drafts.bulkDelete([...goneDrafts]) : null,
    plan.goneViews.length > 0 ? views.bulkDelete(plan.goneViews.map((name) => [ward, name])) : null,
    switching ? incoming.where("[ward+seq]").between([ward, 0], [ward, Infinity]).delete() : null,
    plan.views.length > 0 ? views.bulkPut(plan.views) : null,
    writeViews(db, ward, plan.households),
    keepMembership(db, membershipAfter(membership, plan)),
  ]);
}

// Whatever fails fails together with the rest, never before it.
async function keepMembership(db: PhoneDatabase, row: MembershipRow): Promise<void> {
  await db.memberships.put(row);
}

/** With what the ward's own statements tell of it. */
function membershipAfter(membership: MembershipRow, { facts, rev, turn }: Plan): MembershipRow {
  const device = membership.device === null ? undefined : facts.devices[membership.device];
  return {
    ...membership,
    name: facts.name,
    rev,
    turn: turn + 1,
    // What another version has computed has now views of this one among it: both compute all anew at their next start.
    fold: membership.fold === FOLD ? FOLD : "",
    ...(device ? { role: device.role, areas: device.areas } : {}),
    revoked: membership.revoked || typeof device?.revokedSeq === "number",
  };
}

/** What an erasure took from a statement, its photo does not bring back. */
function attachmentRows(
  { ward, attachments = [] }: Change,
  kept: ReadonlyMap<string, Item>,
): AttachmentRow[] {
  return attachments
    .filter(({ jti, sha256 }) => photoNamedIn(kept.get(jti)?.statement.disclosures ?? []) === sha256)
    .map(({ jti, sha256, bytes }) => ({ ward, jti, epoch: "", head: 0, sealed: seal({ sha256, bytes }) }));
}
