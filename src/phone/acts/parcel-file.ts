import { err, ok, type Result } from "../../domain/result.ts";
import { sentText } from "../../domain/signed/plain-form.ts";
import type { PublicKey } from "../../domain/ward-facts.ts";
import { countFitting, formatParcelFile } from "../../wire/parcel-file.ts";
import type { FileError, SharedFile } from "../api/carried.ts";
import { readStatement } from "../log/records.ts";
import { statementOf } from "../log/stored.ts";
import { unsentPhotos } from "../log/unsent-photos.ts";
import type { PhoneDatabase } from "../store/database.ts";
import type { Parts } from "../store/parts.ts";
import type { StatementRow } from "../store/rows.ts";
import { open } from "../store/seal.ts";

/**
 * What the ward has not got, or only holds, of this phone, or of that one statement alone, with its photos: sealed to the ward, each by
 * itself, in one file that anybody may carry. Photos that would make it larger than any phone takes along are left out.
 */
export async function makeParcelFile(
  { env, clock }: Parts,
  ward: string,
  jti?: string,
): Promise<Result<SharedFile, FileError>> {
  const { db } = env;
  const key = await sealKey(db, ward);
  if (!key) return err("no-key");
  const rows = await rowsToSend(db, ward, jti);
  const texts = rows.map((row) => new TextEncoder().encode(sentText(open(row.sealed))));
  const photos = await photosToSend(db, ward, jti);
  if (texts.length + photos.length === 0) return err("nothing");
  const sealed = await sealAll([...texts, ...photos], key);
  const parcels = sealed.slice(0, Math.max(texts.length, countFitting(sealed)));
  const name = `so-gui-${stamp(clock.seconds(ward))}.stq`;
  return ok({ name, text: formatParcelFile(ward, parcels), left: sealed.length - parcels.length });
}

/** The latest word of the ward's own on how to seal to it; the phone has checked who said it. */
async function sealKey(db: PhoneDatabase, ward: string): Promise<PublicKey | null> {
  const rows = await db.statements.where("places").equals(`${ward}|`).toArray();
  const described = rows
    .filter(({ type, seq }) => type === "ward.described" && seq !== null)
    .sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0))
    .at(-1);
  if (!described) return null;
  const { keys } = statementOf(described).claims.body as { readonly keys: { readonly seal: PublicKey } };
  return keys.seal;
}

async function rowsToSend(db: PhoneDatabase, ward: string, jti?: string): Promise<StatementRow[]> {
  if (jti !== undefined) {
    const row = await readStatement(db, ward, jti);
    return row ? [row] : [];
  }
  const pending = ["unsent", "held"].map((standing) => [ward, standing]);
  const rows = await db.statements.where("[ward+pending]").anyOf(pending).toArray();
  return rows.sort((a, b) => a.n - b.n);
}

async function photosToSend(
  db: PhoneDatabase,
  ward: string,
  jti?: string,
): Promise<Uint8Array<ArrayBuffer>[]> {
  const ids = jti === undefined ? await unsentPhotos(db, ward) : [jti];
  const rows = await db.attachments.bulkGet([...ids].map((id): [string, string] => [ward, id]));
  return rows.flatMap((row) => (row ? [open(row.sealed).bytes] : []));
}

async function sealAll(contents: readonly Uint8Array<ArrayBuffer>[], key: PublicKey): Promise<string[]> {
  // Fetched only when somebody hands something over; the worker keeps it for when there is no coverage.
  const { CompactEncrypt, importJWK } = await import("jose");
  const { kty, crv, x, y } = key;
  const to = await importJWK({ kty, crv, x, y }, "ECDH-ES");
  return Promise.all(
    contents.map((bytes) =>
      new CompactEncrypt(bytes).setProtectedHeader({ alg: "ECDH-ES", enc: "A256GCM" }).encrypt(to),
    ),
  );
}

/** `2026-11-23-1030`: the hour in Việt Nam, without what a file's name must not hold. */
function stamp(seconds: number): string {
  const there = new Date((seconds + 7 * 3600) * 1000).toISOString();
  return `${there.slice(0, 10)}-${there.slice(11, 16).replace(":", "")}`;
}
