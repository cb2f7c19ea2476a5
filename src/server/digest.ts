import { createHash } from "node:crypto";

/** SHA-256 of bytes. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return createHash("sha256").update(bytes).digest();
}

/** SHA-256 of a text's UTF-8 as base64url: what is kept of an invite's code. */
export function digestOfText(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}
