import { encodeBase64url } from "../domain/base64url.ts";
import { isDigest } from "../domain/ids.ts";
import { photoNamedIn } from "../domain/photo.ts";
import { err, ok, type Result } from "../domain/result.ts";
import { ask } from "./ask.ts";
import { LONG } from "./call.ts";
import type { PhoneDatabase } from "./database.ts";
import { sha256 } from "./keys.ts";
import { live } from "./live.ts";
import type { Parts } from "./parts.ts";
import type { CallError, Live } from "./phone.ts";
import { readStatement } from "./records.ts";
import { open } from "./seal.ts";
import { statementOf } from "./stored.ts";

/** The photo that a statement names, where it is in this phone; null otherwise. */
export function watchPhoto(
  db: PhoneDatabase,
  ward: string,
  jti: string,
): Live<Uint8Array<ArrayBuffer> | null> {
  return live(async () => {
    const row = await db.attachments.get([ward, jti]);
    return row ? open(row.sealed).bytes : null;
  });
}

/** Fetches the photo that a statement names from the ward, for looking at: it is kept nowhere. `not-found`: the ward has not got it yet. */
export async function fetchPhoto(
  parts: Parts,
  ward: string,
  jti: string,
): Promise<Result<Uint8Array<ArrayBuffer>, CallError>> {
  const row = await readStatement(parts.env.db, ward, jti);
  const name = row && photoNamedIn(statementOf(row).disclosures);
  return name ? fetchNamedPhoto(parts, ward, name) : err("not-found");
}

/** The same by the photo's own name, which is its SHA-256: of a statement that this phone has not got. */
export async function fetchNamedPhoto(
  parts: Parts,
  ward: string,
  name: string,
): Promise<Result<Uint8Array<ArrayBuffer>, CallError>> {
  const { subtle } = parts.env;
  if (!isDigest(name)) return err("not-found");
  const answer = await ask(parts, { ward, path: `/attachments/${name}`, timeout: LONG });
  if (!answer.ok) return err(answer.error.error);
  const { bytes } = answer.value;
  return encodeBase64url(await sha256(subtle)(bytes)) === name ? ok(bytes) : err("bad-answer");
}

/** Statements of this phone whose photo the ward has not got. No photo is read for it. */
export async function unsentPhotos(db: PhoneDatabase, ward: string): Promise<ReadonlySet<string>> {
  const keys = await db.attachments.where("[ward+epoch+head]").equals([ward, "", 0]).primaryKeys();
  return new Set(keys.map(([, jti]) => jti));
}
