import {
  decodeBase64url,
  decodeText,
  encodeBase64url,
  encodeText,
  type DecodeBase64url,
} from "./base64url.ts";

/** What signs: the P-256 key of one device, and its name. */
export interface Signer {
  /** RFC 7638 thumbprint of the public key. */
  readonly kid: string;
  /** ECDSA over SHA-256, as the 64 bytes r ‖ s (RFC 7518 §3.4). */
  readonly sign: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;
}

/** The parts of a compact JWS (RFC 7515 §7.1). */
export interface Jws {
  /** As sent. */
  readonly jws: string;
  /** `<header>.<payload>`, the bytes that are signed. */
  readonly signed: string;
  readonly header: Readonly<Record<string, unknown>>;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Canonical base64url of 64 bytes: whoever checks it decodes it. */
  readonly signature: string;
}

/**
 * Signs a payload. Only these ten lines of JOSE are left in the phone's bundle: a library would bring every algorithm's
 * key handling along, and the exact bytes of header and payload are the identity of a statement.
 */
export async function signJws(header: object, payload: object, signer: Signer): Promise<string> {
  const signed = `${encodeText(JSON.stringify(header))}.${encodeText(JSON.stringify(payload))}`;
  const signature = await signer.sign(new TextEncoder().encode(signed));
  return `${signed}.${encodeBase64url(signature)}`;
}

/** Whether a text is canonical base64url of 64 bytes: 86 letters, of which the last has four bits to spare. */
export function isSignature(text: unknown): text is string {
  return typeof text === "string" && /^[\w-]{85}[AQgw]$/.test(text);
}

/** Reads a compact JWS whose three parts are canonical base64url of two JSON objects and 64 bytes; null for anything else. Checks no signature. */
export function readJws(text: string, decode: DecodeBase64url = decodeBase64url): Jws | null {
  const parts = text.split(".");
  const [head, body, signature] = parts;
  if (parts.length !== 3 || head === undefined || body === undefined || !isSignature(signature)) return null;
  const header = readHeader(head, decode);
  const payload = readObject(body, decode);
  if (!header || !payload) return null;
  return { jws: text, signed: `${head}.${body}`, header, payload, signature };
}

/** True for a plain JSON object: no array, no null. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whatever one device signs has the same header: the last ones that were read are kept. */
const headers = new Map<string, Readonly<Record<string, unknown>>>();
const MOST_HEADERS = 2000;
const LONGEST_HEADER = 400;

function readHeader(segment: string, decode: DecodeBase64url): Readonly<Record<string, unknown>> | null {
  const known = headers.get(segment);
  if (known) return known;
  const header = readObject(segment, decode);
  if (header && segment.length <= LONGEST_HEADER) {
    if (headers.size >= MOST_HEADERS) headers.clear();
    headers.set(segment, header);
  }
  return header;
}

function readObject(segment: string, decode: DecodeBase64url): Record<string, unknown> | null {
  const text = decodeText(segment, decode);
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}
