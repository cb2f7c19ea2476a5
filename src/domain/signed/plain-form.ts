import { encodeText } from "../base64url.ts";
import type { Jws } from "../jws.ts";
import { ok, type Result } from "../result.ts";
import {
  formatStatement,
  parseStatement,
  readParts,
  type Claims,
  type Disclosure,
  type Read,
  type Statement,
} from "../statement.ts";

/**
 * A statement decoded: its header, its payload, its signature and each of its disclosures, all but the signature as the JSON
 * that was signed. Base64url is longer by a third, and costs more to write and to read than the JSON in it; one text of all
 * would take two bytes a letter where somebody's name does.
 */
export type PlainForm = readonly [
  header: string,
  payload: string,
  signature: string,
  ...disclosures: string[],
];

/** A statement as it is kept: as sent, or in plain form. */
export type Kept = string | PlainForm;

/** A plain form, and what the JSON in it says. */
export interface PlainParts extends Pick<Jws, "header" | "payload"> {
  readonly form: PlainForm;
  /** Of its disclosures, in their order. */
  readonly triples: readonly unknown[];
}

/** As `parseStatement`, of parts that came decoded. The error is a short code. */
export function readPlain({ form, header, payload, triples }: PlainParts): Result<Statement, string> {
  const [, , , ...texts] = form;
  const read = readParts(header, payload, triples, (at, name, value) => {
    return new PlainDisclosure(texts[at] ?? "", name, value);
  });
  return read.ok ? ok(new PlainStatement(form, read.value)) : read;
}

/** What to keep of a statement. */
export function keptOf(statement: Statement): Kept {
  if (statement instanceof PlainStatement) return statement.form;
  return formatStatement(statement.jws, statement.disclosures);
}

/** What was sent of what is kept, byte for byte. */
export function sentText(kept: Kept): string {
  if (typeof kept === "string") return kept;
  const [, , , ...texts] = kept;
  return formatStatement(
    jwsOf(kept),
    texts.map((text) => ({ text: encodeText(text) })),
  );
}

/** Reads what is kept as `parseStatement` reads what was sent. The error is a short code. */
export function readKept(kept: Kept): Result<Statement, string> {
  if (typeof kept === "string") return parseStatement(kept);
  const [header, payload, , ...triples] = kept;
  return readPlain({
    form: kept,
    header: JSON.parse(header) as Jws["header"],
    payload: JSON.parse(payload) as Jws["payload"],
    triples: triples.map((text): unknown => JSON.parse(text)),
  });
}

function signedOf([header, payload]: PlainForm): string {
  return `${encodeText(header)}.${encodeText(payload)}`;
}

function jwsOf(form: PlainForm): string {
  return `${signedOf(form)}.${form[2]}`;
}

/** Writes what was sent when somebody asks for it; most never do. */
class PlainStatement implements Statement {
  readonly form: PlainForm;
  readonly signature: string;
  readonly kid: string;
  readonly claims: Claims;
  readonly disclosures: readonly Disclosure[];

  constructor(form: PlainForm, { kid, claims, disclosures }: Read<Disclosure>) {
    this.form = form;
    this.signature = form[2];
    this.kid = kid;
    this.claims = claims;
    this.disclosures = disclosures;
  }

  get signed(): string {
    return signedOf(this.form);
  }

  get jws(): string {
    return jwsOf(this.form);
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
