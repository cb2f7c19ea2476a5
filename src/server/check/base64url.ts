import { hasStrayBits } from "../../domain/base64url.ts";

/**
 * `DecodeBase64url` by Node's own decoder, several times as fast as the portable one. It forgives much: what is none of the
 * letters it leaves out, so that bytes are missing, but for those of the other alphabet.
 */
export function decodeByBuffer(text: string): Uint8Array<ArrayBuffer> | null {
  const { length } = text;
  // A letter beyond ASCII it may take for the one whose number ends alike.
  if (length % 4 === 1 || Buffer.byteLength(text) !== length || hasStrayBits(text)) return null;
  if (text.includes("+") || text.includes("/")) return null;
  const bytes = Buffer.from(text, "base64url");
  return bytes.length === (length * 3) >> 2 ? bytes : null;
}
