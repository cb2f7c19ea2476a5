import type { Kysely } from "kysely";
import { encodeBase64url } from "../domain/base64url.ts";
import { err, ok, type Result } from "../domain/result.ts";
import { MOST_PHOTO_BYTES, photoType } from "../domain/signed/photo.ts";
import { sha256 } from "./check/digest.ts";
import { sightOfNumber } from "./read.ts";
import type { AttachmentStore } from "./store/attachments.ts";
import type { DeviceFact } from "./store/rows.ts";
import type { Schema } from "./store/schema.ts";
import { storeFailure } from "./store/store-failure.ts";

/** Where photos lie, and the log that names them. */
export interface Attachments {
  readonly db: Kysely<Schema>;
  readonly attachments: AttachmentStore;
}

/** `not-a-photo`: neither JPEG nor WebP. `not-named`: no statement of the ward names it, or none any more. */
export type AttachmentError = "too-large" | "not-a-photo" | "not-named" | "store-full";

/** The name that bytes have as an attachment. */
export function attachmentName(bytes: Uint8Array): string {
  return encodeBase64url(sha256(bytes));
}

/**
 * Keeps a photo that a statement of the ward names, one of the log or one that is held: the office is to see what it
 * decides about, and its phone may be lost tomorrow. Durable when it resolves; doing it again changes nothing.
 */
export async function keepAttachment(
  { db, attachments }: Attachments,
  ward: string,
  bytes: Uint8Array,
): Promise<Result<"kept" | "there", AttachmentError>> {
  if (bytes.length > MOST_PHOTO_BYTES) return err("too-large");
  if (photoType(bytes) === null) return err("not-a-photo");
  const name = attachmentName(bytes);
  if ((await namedBy(db, ward, name)).length === 0) return err("not-named");
  if (await attachments.has(ward, name)) return ok("there");
  try {
    await attachments.put(ward, name, bytes);
  } catch (error) {
    if (storeFailure(error) === "full") return err("store-full");
    throw error;
  }
  // Erased while it was being written: whoever erased it may have swept before it lay there.
  if ((await namedBy(db, ward, name)).length > 0) return ok("kept");
  await attachments.drop(ward, name);
  return err("not-named");
}

/** A photo, for a device that may read a statement that names it, whole; null where there is none, or none for it. What is held only the office reads. */
export async function readAttachment(
  { db, attachments }: Attachments,
  device: DeviceFact,
  name: string,
): Promise<Uint8Array | null> {
  const ids = await namedBy(db, device.ward, name);
  if (ids.length === 0) return null;
  const isSeen = device.role === "office" || (await seesOneOf(db, device, ids));
  return isSeen ? await attachments.get(device.ward, name) : null;
}

/**
 * Drops for good what no statement of a ward names any more: what an erasure has reached. What is awaited stays for a while
 * after the ward's epoch began.
 */
export async function sweepAttachments(
  { db, attachments }: Attachments,
  ward: string,
  now: number,
): Promise<void> {
  await stopWaiting(db, ward, now);
  const [names, awaited] = await Promise.all([namesIn(db, ward), awaitedIn(db, ward)]);
  for (const name of await attachments.list(ward)) {
    if (names.has(name) || awaited.has(name)) continue;
    // Asked once more: one that came since the names were read must stay.
    if ((await namedBy(db, ward, name)).length === 0) await attachments.drop(ward, name);
  }
}

/**
 * Has the photos stay that no statement of a ward names, where its epoch was renewed: those that named them are about to come
 * back from phones, which may have let go of the photos themselves.
 */
export async function awaitUnnamed({ db, attachments }: Attachments, ward: string): Promise<void> {
  const names = await namesIn(db, ward);
  for (const name of await attachments.list(ward)) {
    if (names.has(name)) continue;
    await db
      .insertInto("awaited_photos")
      .values({ ward, sha256: name })
      .onConflict((conflict) => conflict.columns(["ward", "sha256"]).doNothing())
      .execute();
  }
}

/** A phone that was silent for so long must not keep longer what may have been erased meanwhile. */
async function stopWaiting(db: Kysely<Schema>, ward: string, now: number): Promise<void> {
  const renewed = db
    .selectFrom("wards")
    .select("ward")
    .where("ward", "=", ward)
    .where("epoch_began", ">", now - WAITING_MILLISECONDS);
  await db.deleteFrom("awaited_photos").where("ward", "=", ward).where("ward", "not in", renewed).execute();
}

const WAITING_MILLISECONDS = 30 * 86_400_000;

/** What is wrong with the photos that lie here of a ward; one that was named and has not come yet is none. */
export async function* flawedAttachments(
  { db, attachments }: Attachments,
  ward: string,
): AsyncGenerator<{ readonly name: string; readonly what: "altered" | "unnamed" }> {
  const [names, awaited] = await Promise.all([namesIn(db, ward), awaitedIn(db, ward)]);
  for (const name of await attachments.list(ward)) {
    const bytes = await attachments.get(ward, name);
    if (bytes && (photoType(bytes) === null || attachmentName(bytes) !== name))
      yield { name, what: "altered" };
    if (!names.has(name) && !awaited.has(name)) yield { name, what: "unnamed" };
  }
}

async function namedBy(db: Kysely<Schema>, ward: string, name: string): Promise<string[]> {
  const rows = db.selectFrom("attachment_names").select("jti").where("ward", "=", ward);
  return (await rows.where("sha256", "=", name).execute()).map(({ jti }) => jti);
}

async function namesIn(db: Kysely<Schema>, ward: string): Promise<Set<string>> {
  const rows = db.selectFrom("attachment_names").select("sha256").where("ward", "=", ward);
  return new Set((await rows.execute()).map(({ sha256: name }) => name));
}

async function awaitedIn(db: Kysely<Schema>, ward: string): Promise<Set<string>> {
  const rows = await db.selectFrom("awaited_photos").select("sha256").where("ward", "=", ward).execute();
  return new Set(rows.map(({ sha256: name }) => name));
}

async function seesOneOf(db: Kysely<Schema>, device: DeviceFact, ids: readonly string[]): Promise<boolean> {
  const rows = db.selectFrom("statements").select("seq").where("ward", "=", device.ward);
  for (const { seq } of await rows.where("jti", "in", ids).execute()) {
    if ((await sightOfNumber(db, device, seq)) === "whole") return true;
  }
  return false;
}
