/** `DecodeBase64url` by Node's own decoder, several times as fast as the portable one. It forgives much; what it gives back does not. */
export function decodeByBuffer(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes = Buffer.from(text, "base64url");
  return bytes.toString("base64url") === text ? bytes : null;
}
