import type { Entry } from "../../src/domain/said.ts";
import type { Statement } from "../../src/domain/statement.ts";

export const WARD = "phuong-3";

/** A UUIDv7 that a reader of a failed test can tell from the next. */
export function id(number: number): string {
  return `019aaf10-5c00-7000-8000-${number.toString(16).padStart(12, "0")}`;
}

/** The name of a device: 43 letters that look like a thumbprint. */
export function kid(number: number): string {
  return `${number}`.padStart(42, "k").concat("A");
}

export interface Said {
  readonly jti: string;
  readonly type: string;
  readonly v?: number;
  readonly sub?: string;
  readonly in?: string;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly personal?: Readonly<Record<string, unknown>>;
  readonly iat?: number;
  readonly n?: number;
  readonly kid?: string;
}

/** A statement as `parseStatement` would read it, with a signature that nobody checks here. */
export function said({
  jti,
  type,
  v = 1,
  sub = id(1),
  body = {},
  personal = {},
  iat = 1000,
  ...more
}: Said): Statement {
  const disclosures = Object.entries(personal).map(([name, value]) => ({
    text: `${jti}.${name}.${JSON.stringify(value)}`,
    name,
    value,
  }));
  const inside = more.in === undefined ? {} : { in: more.in };
  const digests = disclosures.length === 0 ? {} : { _sd: disclosures.map(({ text }) => text) };
  const claims = { jti, n: more.n ?? 1, iat, ward: WARD, type, v, sub, ...inside, body, ...digests };
  const device = more.kid ?? kid(1);
  const signed = JSON.stringify([device, claims]);
  return { signed, jws: `${signed}.sig`, signature: "A".repeat(86), kid: device, claims, disclosures };
}

/** That statement in the log. Received a second after it was made unless told. */
export function logged(seq: number, statement: Statement, at = (statement.claims.iat + 1) * 1000): Entry {
  return { seq, at, standing: "log", statement };
}

/** That statement as this phone holds it. */
export function unsent(statement: Statement, standing: "unsent" | "held" = "unsent"): Entry {
  return { seq: null, at: null, standing, statement };
}

/** A copy without some of its disclosures. */
export function without(statement: Statement, ...names: readonly string[]): Statement {
  return { ...statement, disclosures: statement.disclosures.filter(({ name }) => !names.includes(name)) };
}
