import { encodeBase64url } from "../../domain/base64url.ts";
import { photoType } from "../../domain/signed/photo.ts";
import type { NamedDraft } from "../../domain/statement.ts";
import type { Photo } from "../api/phone.ts";
import type { Attached } from "../log/change.ts";
import { sha256 } from "../store/keys.ts";

/** Bytes that a photo may have before it is kept: a full phone and thin coverage take no more. */
export const MOST_KEPT_BYTES = 300_000;

/** Drafts that name their photos, and these under the names that their bytes give them; null where one is not fit to be kept. */
export async function attach<Named extends NamedDraft>(
  subtle: SubtleCrypto,
  drafts: readonly Named[],
  photos: readonly Photo[],
): Promise<{ readonly drafts: readonly Named[]; readonly attachments: readonly Attached[] } | null> {
  if (!photos.every(isFit)) return null;
  const attachments = await Promise.all(photos.map((photo) => named(subtle, photo)));
  return { drafts: naming(drafts, attachments), attachments };
}

/** Whether a photo was shrunk, and is one that the ward takes. */
function isFit({ bytes }: Photo): boolean {
  return bytes.length <= MOST_KEPT_BYTES && photoType(bytes) !== null;
}

async function named(subtle: SubtleCrypto, { of, bytes }: Photo): Promise<Attached> {
  return { jti: of, bytes, sha256: encodeBase64url(await sha256(subtle)(bytes)) };
}

function naming<Named extends NamedDraft>(
  drafts: readonly Named[],
  attachments: readonly Attached[],
): readonly Named[] {
  return drafts.map((draft) => {
    const photo = attachments.find(({ jti }) => jti === draft.jti)?.sha256;
    return photo === undefined ? draft : { ...draft, personal: { ...draft.personal, photo } };
  });
}
