import { createHash, hash } from "node:crypto";

/** SHA-256 of bytes. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return createHash("sha256").update(bytes).digest();
}

/** SHA-256 of a text's UTF-8 as base64url: of a disclosure, and what is kept of an invite's code. */
export function digestOfText(text: string): string {
  return hash("sha256", text, "base64url");
}
