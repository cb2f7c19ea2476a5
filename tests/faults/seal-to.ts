import { CompactEncrypt, importJWK, type JWK } from "jose";

/** Seals to a ward as any phone does, by `jose` alone. */
export async function sealTo(
  content: string | Uint8Array,
  key: JWK | undefined,
  header: object = {},
): Promise<string> {
  if (!key) throw new Error("the ward has no key to seal to");
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return new CompactEncrypt(bytes)
    .setProtectedHeader({ alg: "ECDH-ES", enc: "A256GCM", ...header })
    .encrypt(await importJWK({ ...key }, "ECDH-ES"));
}
