import { encodeText } from "./base64url.ts";
import { ok, type Result } from "./result.ts";
import {
  formatStatement,
  parseStatement,
  readParts,
  type Claims,
  type Disclosure,
  type Read,
  type Statement,
} from "./statement.ts";

/** JSON as it was signed, and what it says. */
export interface Written<T> {
  readonly text: string;
  readonly json: T;
}

/** A statement whose parts came decoded; what was sent is base64url of these texts. */
export interface PlainParts {
  readonly header: Written<Readonly<Record<string, unknown>>>;
  readonly payload: Written<Readonly<Record<string, unknown>>>;
  /** Canonical base64url of 64 bytes. */
  readonly signature: string;
  readonly disclosures: readonly Written<unknown>[];
}

/**
 * A statement as it is kept: as sent, or in plain form, which is its header, its payload, its signature and each of its
 * disclosures, all but the signature as JSON. Base64url is longer by a third, and costs more to write and to read than the
 * JSON in it; one text of all would take two bytes a letter where somebody's name does.
 */
export type Kept = string | PlainForm;

type PlainForm = readonly [header: string, payload: string, signature: string, ...disclosures: string[]];

/** As `parseStatement`, of parts that came decoded. The error is a short code. */
export function readPlain({
  header,
  payload,
  signature,
  disclosures,
}: PlainParts): Result<Statement, string> {
  const triples = disclosures.map(({ json }) => json);
  const read = readParts(header.json, payload.json, triples, (at, name, value) => {
    return new PlainDisclosure(disclosures[at]?.text ?? "", name, value);
  });
  if (!read.ok) return read;
  return ok(new PlainStatement(header.text, payload.text, signature, read.value));
}

/** What was sent, byte for byte. */
export function sentForm({ header, payload, signature, disclosures }: PlainParts): string {
  const jws = `${encodeText(header.text)}.${encodeText(payload.text)}.${signature}`;
  return formatStatement(
    jws,
    disclosures.map(({ text }) => ({ text: encodeText(text) })),
  );
}

/** What to keep of a statement: its plain form where all of it came so. */
export function keptOf(statement: Statement): Kept {
  const { disclosures } = statement;
  if (statement instanceof PlainStatement && disclosures.every((one) => one instanceof PlainDisclosure)) {
    const { header, payload, signature } = statement;
    return [header, payload, signature, ...disclosures.map(({ plain }) => plain)];
  }
  return formatStatement(statement.jws, disclosures);
}

/** What was sent of what is kept, byte for byte. */
export function sentText(kept: Kept): string {
  return typeof kept === "string" ? kept : sentForm(partsOf(kept));
}

/** Reads what is kept as `parseStatement` reads what was sent. The error is a short code. */
export function readKept(kept: Kept): Result<Statement, string> {
  return typeof kept === "string" ? parseStatement(kept) : readPlain(partsOf(kept));
}

function partsOf([header, payload, signature, ...disclosures]: PlainForm): PlainParts {
  return {
    header: written(header) as PlainParts["header"],
    payload: written(payload) as PlainParts["payload"],
    signature,
    disclosures: disclosures.map(written),
  };
}

function written(text: string): Written<unknown> {
  return { text, json: JSON.parse(text) };
}

/** Writes what was sent when somebody asks for it; most never do. */
class PlainStatement implements Statement {
  readonly signature: string;
  readonly kid: string;
  readonly claims: Claims;
  readonly disclosures: readonly Disclosure[];
  readonly header: string;
  readonly payload: string;

  constructor(
    header: string,
    payload: string,
    signature: string,
    { kid, claims, disclosures }: Read<Disclosure>,
  ) {
    this.header = header;
    this.payload = payload;
    this.signature = signature;
    this.kid = kid;
    this.claims = claims;
    this.disclosures = disclosures;
  }

  get signed(): string {
    return `${encodeText(this.header)}.${encodeText(this.payload)}`;
  }

  get jws(): string {
    return `${this.signed}.${this.signature}`;
  }
}

class PlainDisclosure implements Disclosure {
  readonly plain: string;
  readonly name: string;
  readonly value: unknown;

  constructor(plain: string, name: string, value: unknown) {
    this.plain = plain;
    this.name = name;
    this.value = value;
  }

  get text(): string {
    return encodeText(this.plain);
  }
}
