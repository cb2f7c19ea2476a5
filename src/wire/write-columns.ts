import { decodeText } from "../domain/base64url.ts";
import { isRecord } from "../domain/jws.ts";
import type { Columns } from "./columns.ts";
import { packRecords, toDifferences, type NamedValues } from "./pack-records.ts";
import type { Page, PageLine } from "./page.ts";

/** The text behind canonical base64url of valid UTF-8, or null. */
type DecodeText = (segment: string) => string | null;

/** Writes a page in columns: smaller than as NDJSON by far once it is compressed, and decoded for whoever reads it. */
export function writeColumns({ lines, end }: Page, decode: DecodeText = decodeText): string {
  const split = lines.map(({ s }) => splitStatement(s, decode));
  const packed = split.filter((one) => one !== null);
  const headers = [...new Set(packed.map(({ header }) => header))];
  const places = new Map(headers.map((header, at) => [header, at]));
  const columns: Columns = {
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
  return JSON.stringify({ columns, end });
}

interface Split {
  readonly header: string;
  readonly payload: NamedValues;
  readonly signature: string;
  readonly disclosures: NamedValues;
  readonly salts: string;
}

/** Null for a statement of which some part would not come back byte for byte. */
function splitStatement(s: PageLine["s"], decode: DecodeText): Split | null {
  const [jws = "", ...disclosures] = s.split("~");
  const [head = "", body = "", signature = "", ...more] = jws.split(".");
  if (disclosures.pop() !== "" || more.length > 0 || !SIGNATURE.test(signature)) return null;
  const header = decode(head);
  const payload = readExactly(decode(body));
  // A name that objects have of their own cannot be set.
  if (header === null || !isRecord(payload) || Object.hasOwn(payload, "__proto__")) return null;
  if (!isRecord(readExactly(header))) return null;
  const triples = disclosures.map((text) => readExactly(decode(text)));
  if (!triples.every(isTriple)) return null;
  const named = triples.map(([, name, value]) => [name, value] as const);
  const salts = triples.map(([salt]) => salt).join("");
  return { header, payload: Object.entries(payload), signature, disclosures: named, salts };
}

// Canonical: the last letter has four bits to spare.
const SIGNATURE = /^[\w-]{85}[AQgw]$/;
const SALT = /^[\w-]{22}$/;

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

function isTriple(triple: unknown): triple is [string, string, unknown] {
  if (!Array.isArray(triple) || triple.length !== 3) return false;
  const [salt, name] = triple as unknown[];
  return typeof salt === "string" && SALT.test(salt) && typeof name === "string";
}
