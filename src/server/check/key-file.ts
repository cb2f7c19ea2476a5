import { readFile } from "node:fs/promises";
import { isRecord } from "../../domain/jws.ts";
import { parseStatement } from "../../domain/statement.ts";
import type { PublicKey } from "../../domain/ward-facts.ts";
import { isPublicKey } from "./check.ts";
import { thumbprint } from "./thumbprint.ts";

/** What lies in the key file of a ward. Keys are private JWKs, statements are as the log has them. */
export interface KeyFile {
  readonly sign: JsonWebKey;
  readonly seal: JsonWebKey;
  /** Made by `rekey`, and in the place of the two above as soon as the log names them. */
  readonly next?: { readonly sign: JsonWebKey; readonly seal: JsonWebKey };
  /** The newest first: what was sealed to them still opens. */
  readonly formerSeals?: readonly JsonWebKey[];
  /** What the log says of each change of the key, the first one first: a log put back from before a change hears it again. */
  readonly succession?: readonly string[];
}

/** A key file is there, and nobody lets this program read it: it belongs to another account, say. */
export class KeyUnreadable extends Error {
  readonly code = "KEY_UNREADABLE";
  readonly path: string;

  constructor(path: string, cause: unknown) {
    super(`the key file '${path}' cannot be read`, { cause });
    this.path = path;
  }
}

/** What stands in a key file; null where there is none. */
export async function readKeyText(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw new KeyUnreadable(path, error);
  }
}

/** Reads a key file. */
export function readKeyFile(text: string): KeyFile {
  const file: unknown = JSON.parse(text);
  if (!isRecord(file) || !isRecord(file["sign"]) || !isRecord(file["seal"]))
    throw new Error("the ward's key file holds no keys");
  return file as unknown as KeyFile;
}

/** The signing keys that a file has or tells of: the present one, the next one and all before. */
export function namedKeys({ sign, next, succession = [] }: KeyFile): ReadonlySet<string> {
  const kids = [sign, ...(next ? [next.sign] : [])].map((key) => thumbprint(publicHalf(key)));
  return new Set([...kids, ...succession.flatMap(keysIn)]);
}

/** Whether the keys of one file came after those of another, which it therefore knows. */
export function isNewer(one: string, other: string): boolean {
  try {
    const [mine, theirs] = [readKeyFile(one), readKeyFile(other)];
    const [kid, before] = [mine, theirs].map(({ sign }) => thumbprint(publicHalf(sign)));
    if (kid === before) return mine.next !== undefined && theirs.next === undefined;
    return before !== undefined && (mine.succession ?? []).flatMap(keysIn).includes(before);
  } catch {
    return false;
  }
}

/** The public half of a private key. */
export function publicHalf({ x, y }: JsonWebKey): PublicKey {
  if (x === undefined || y === undefined) throw new Error("the ward's key file holds no P-256 key");
  return { kty: "EC", crv: "P-256", x, y };
}

/** Who signed it, and whom it names. */
function keysIn(text: string): string[] {
  const read = parseStatement(text);
  if (!read.ok) return [];
  const { kid, claims } = read.value;
  const named = namedKey(claims);
  return named === null ? [kid] : [kid, named];
}

/** The key that speaks for the ward from this statement on; null of what is no `ward.described` or names none. */
export function namedKey({
  type,
  body,
}: {
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
}): string | null {
  const keys = type === "ward.described" ? body["keys"] : undefined;
  return isRecord(keys) && isPublicKey(keys["sign"]) ? thumbprint(keys["sign"]) : null;
}
