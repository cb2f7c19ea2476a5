import { createHash } from "node:crypto";

/** RFC 7638 thumbprint of a P-256 public key: SHA-256 of its required members in lexical order, base64url. */
export function thumbprint({ x, y }: { readonly x: string; readonly y: string }): string {
  return createHash("sha256")
    .update(JSON.stringify({ crv: "P-256", kty: "EC", x, y }))
    .digest("base64url");
}
