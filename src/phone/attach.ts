import { photoType } from "../domain/photo.ts";
import type { Draft } from "../domain/statement.ts";
import { encodeBase64url } from "../domain/base64url.ts";
import type { Attached } from "./change.ts";
import { sha256 } from "./keys.ts";
import type { Photo } from "./phone.ts";

/** Bytes that a photo may have before it is kept: a full phone and thin coverage take no more. */
export const MOST_KEPT_BYTES = 300_000;

/** A photo under the name that its bytes give it. */
export async function attach(subtle: SubtleCrypto, { of, bytes }: Photo): Promise<Attached> {
  return { jti: of, bytes, sha256: encodeBase64url(await sha256(subtle)(bytes)) };
}

/** Whether a photo was shrunk, and is one that the ward takes. */
export function isFit({ bytes }: Photo): boolean {
  return bytes.length <= MOST_KEPT_BYTES && photoType(bytes) !== null;
}

/** The drafts, each naming its photo. */
export function naming<Named extends Draft & { readonly jti: string }>(
  drafts: readonly Named[],
  attachments: readonly Attached[],
): readonly Named[] {
  return drafts.map((draft) => {
    const photo = attachments.find(({ jti }) => jti === draft.jti)?.sha256;
    return photo === undefined ? draft : { ...draft, personal: { ...draft.personal, photo } };
  });
}
