import { decodeText } from "../domain/base64url.ts";
import { isRecord, isSignature } from "../domain/jws.ts";
import { RECORD, type Columns } from "./columns.ts";
import { packRecords, toDifferences, type NamedValues } from "./pack-records.ts";
import type { Page, PageEnd, PageLine } from "./page.ts";

/** The text behind canonical base64url of valid UTF-8, or null. */
type DecodeText = (segment: string) => string | null;

/** Writes a page in columns: smaller than as NDJSON by far once it is compressed, and decoded for whoever reads it. */
export function writeColumns({ lines, end }: Page, decode: DecodeText = decodeText): string {
  return JSON.stringify({ columns: toColumns(lines, decode), end });
}

/**
 * Writes the same as a JSON text sequence of pages that follow each other, of so many lines each. Each is made when it is
 * asked for, so that it may be on its way, and be read, while the next one is made.
 */
export function writePieces(
  { lines, end }: Page,
  size: number,
  decode: DecodeText = decodeText,
): Generator<string, void> {
  return writeEach([...lines], end, size, decode);
}

// What is written is let go: whoever reads slowly must not keep a whole page in the server's memory.
function* writeEach(
  rest: PageLine[],
  end: PageEnd,
  size: number,
  decode: DecodeText,
): Generator<string, void> {
  do {
    const some = rest.splice(0, size);
    const next = rest.length > 0 ? (some.at(-1)?.seq ?? end.next) : end.next;
    yield `${RECORD}${writeColumns({ lines: some, end: { ...end, next } }, decode)}\n`;
  } while (rest.length > 0);
}

function toColumns(lines: readonly PageLine[], decode: DecodeText): Columns {
  const readHead = remembering((segment: string) => readHeader(decode(segment)));
  const split = lines.map(({ s }) => splitStatement(s, decode, readHead));
  const packed = split.filter((one) => one !== null);
  const headers = [...new Set(packed.map(({ header }) => header))];
  const places = new Map(headers.map((header, at) => [header, at]));
  return {
    seq: toDifferences(lines.map(({ seq }) => seq)),
    at: toDifferences(lines.map(({ at }) => at)),
    asSent: lines.flatMap(({ s }, at) => (split[at] === null ? [[at, s] as const] : [])),
    headers,
    header: packed.map(({ header }) => places.get(header) ?? 0),
    payload: packRecords(packed.map(({ payload }) => payload)),
    signatures: packed.map(({ signature }) => signature).join(""),
    disclosures: packRecords(packed.map(({ disclosures }) => disclosures)),
    salts: packed.map(({ salts }) => salts).join(""),
  };
}

interface Split {
  readonly header: string;
  readonly payload: NamedValues;
  readonly signature: string;
  readonly disclosures: NamedValues;
  readonly salts: string;
}

/** Null for a statement of which some part would not come back byte for byte. */
function splitStatement(
  s: PageLine["s"],
  decode: DecodeText,
  readHead: (segment: string) => string | null,
): Split | null {
  const [jws = "", ...disclosures] = s.split("~");
  const [head = "", body = "", signature = "", ...more] = jws.split(".");
  if (disclosures.pop() !== "" || more.length > 0 || !isSignature(signature)) return null;
  const header = readHead(head);
  const payload = readExactly(decode(body));
  // A name that objects have of their own cannot be set.
  if (header === null || !isRecord(payload) || Object.hasOwn(payload, "__proto__")) return null;
  const triples = disclosures.map((text) => readTriple(decode(text)));
  if (!triples.every((triple) => triple !== null)) return null;
  const named = triples.map(([, name, value]) => [name, value] as const);
  const salts = triples.map(([salt]) => salt).join("");
  return { header, payload: Object.entries(payload), signature, disclosures: named, salts };
}

const SALT = /^[\w-]{22}$/;

/** A header that is an object and comes back byte for byte. */
function readHeader(text: string | null): string | null {
  return isRecord(readExactly(text)) ? text : null;
}

/** A disclosure that comes back byte for byte, or null. */
function readTriple(text: string | null): Triple | null {
  const [, salt, name, value] = (text !== null && PLAIN.exec(text)) || [];
  if (salt !== undefined && name !== undefined && value !== undefined) return [salt, name, value];
  const triple = readExactly(text);
  return isTriple(triple) ? triple : null;
}

type Triple = readonly [salt: string, name: string, value: unknown];

// A text with nothing to escape, as most are, need not be taken apart and written again to be sure.
const PLAIN = /^\["([\w-]{22})","(\w+)","([^"\\\p{Cc}]*)"\]$/u;

/** What JSON says, if it is written as JSON.stringify would write it; undefined otherwise. */
function readExactly(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return JSON.stringify(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}

function isTriple(triple: unknown): triple is Triple {
  if (!Array.isArray(triple) || triple.length !== 3) return false;
  const [salt, name] = triple as unknown[];
  return typeof salt === "string" && SALT.test(salt) && typeof name === "string";
}

/** The same, each asked only once: a ward has as many headers as devices. */
function remembering<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as T;
    const value = read(text);
    known.set(text, value);
    return value;
  };
}
