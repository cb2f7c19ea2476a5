import { encodeBase64url } from "../../domain/base64url.ts";
import { isDigest } from "../../domain/ids.ts";
import { err, ok, type Result } from "../../domain/result.ts";
import { photoNamedIn } from "../../domain/signed/photo.ts";
import type { CallError } from "../api/phone.ts";
import { ask } from "../call/ask.ts";
import { LONG } from "../call/call.ts";
import { readStatement } from "../log/records.ts";
import { statementOf } from "../log/stored.ts";
import { sha256 } from "../store/keys.ts";
import type { Parts } from "../store/parts.ts";

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
