/** Bytes as base64url without padding (RFC 4648 §5). */
export function encodeBase64url(bytes: Uint8Array): string {
  const { toBase64 } = bytes as Uint8Array & Partial<ToBase64>;
  // Not in every browser yet (ES2026).
  if (toBase64) return toBase64.call(bytes, { alphabet: "base64url", omitPadding: true });
  let binary = "";
  // In pieces: a call takes only so many arguments.
  for (let i = 0; i < bytes.length; i += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

interface ToBase64 {
  readonly toBase64: (
    this: Uint8Array,
    how: { readonly alphabet: "base64url"; readonly omitPadding: true },
  ) => string;
}

interface FromBase64 {
  readonly fromBase64: (
    this: Uint8ArrayConstructor,
    text: string,
    how: { readonly alphabet: "base64url" },
  ) => Uint8Array<ArrayBuffer>;
}

/** The bytes behind canonical base64url, or null. Padding, other letters and stray last bits are refused: two texts never mean the same bytes. */
export type DecodeBase64url = (text: string) => Uint8Array<ArrayBuffer> | null;

/** `DecodeBase64url` for any platform. One that reads thousands a second may have its own. */
export function decodeBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1 || hasStrayBits(text)) return null;
  const { fromBase64 } = Uint8Array as Partial<FromBase64>;
  if (fromBase64) return fromBase64.call(Uint8Array, text, { alphabet: "base64url" });
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** Text as base64url of its UTF-8. */
export function encodeText(text: string): string {
  return encodeBase64url(new TextEncoder().encode(text));
}

/** The text behind base64url of valid UTF-8, or null. */
export function decodeText(text: string, decode: DecodeBase64url = decodeBase64url): string | null {
  const bytes = decode(text);
  if (!bytes) return null;
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

// Between two calls it remembers nothing; a new one for each would cost more than the decoding.
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Whether the last letter of base64url has bits that stand for no byte. */
export function hasStrayBits(text: string): boolean {
  const unused = [0, 0, 15, 3][text.length % 4] ?? 0;
  return (LETTERS.indexOf(text.at(-1) ?? "A") & unused) !== 0;
}
