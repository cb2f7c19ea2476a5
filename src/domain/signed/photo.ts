import { isDigest } from "../ids.ts";
import type { Disclosure } from "../statement.ts";

/** What a photo may be, by its bytes (PROTOCOL.md §3). */
export type PhotoType = "image/jpeg" | "image/webp";

/** Bytes that the ward takes of one photo. */
export const MOST_PHOTO_BYTES = 2 * 1024 * 1024;

/** What a file says of itself in its first bytes; null for what is neither JPEG nor WebP. */
export function photoType(bytes: Uint8Array): PhotoType | null {
  // SOI and the beginning of the next marker (ITU-T T.81, table B.1).
  if (hasAt(bytes, 0, [0xff, 0xd8, 0xff])) return "image/jpeg";
  // 'RIFF', a size, 'WEBP' (RFC 9649 §2.4).
  const isWebp = hasAt(bytes, 0, [0x52, 0x49, 0x46, 0x46]) && hasAt(bytes, 8, [0x57, 0x45, 0x42, 0x50]);
  return isWebp ? "image/webp" : null;
}

/** The attachment that a statement names, by SHA-256: in whatever type, for one that only an update knows may name one, too. */
export function photoNamedIn(disclosures: readonly Disclosure[]): string | null {
  const value = disclosures.find(({ name }) => name === "photo")?.value;
  return isDigest(value) ? value : null;
}

function hasAt(bytes: Uint8Array, at: number, wanted: readonly number[]): boolean {
  return wanted.every((byte, index) => bytes[at + index] === byte);
}
