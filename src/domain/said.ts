import {
  missingDisclosures,
  personalOf,
  withDisclosures,
  type Disclosure,
  type Statement,
} from "./statement.ts";

/** Where a statement stands: numbered in the ward's log, held for the office, or not yet sent by this phone. */
export type Standing = "log" | "held" | "unsent";

/** One member of the set that the fold takes. Rejected and refused statements are no members. */
export interface Entry {
  /** Number in the log; null while the ward has not got it. */
  readonly seq: number | null;
  /** Time of receipt in milliseconds; null while the ward has not got it. */
  readonly at: number | null;
  readonly standing: Standing;
  readonly statement: Statement;
}

/** A statement in its place in the fold, ready to be read. */
export interface Said {
  readonly jti: string;
  readonly kid: string;
  readonly n: number;
  readonly type: string;
  readonly v: number;
  readonly sub: string;
  readonly in: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
  readonly personal: Readonly<Record<string, unknown>>;
  readonly iat: number;
  readonly seq: number | null;
  readonly standing: Standing;
  /** The time to show, in seconds: the device's, or that of receipt where the device's lies too far after it. */
  readonly at: number;
  /** Whether `at` is only about right. */
  readonly approximate: boolean;
  /** min(time made, time of receipt) in seconds: the later weight holds where two say one field. */
  readonly weight: number;
  /** Personal fields that were signed and are gone. */
  readonly erased: number;
  /** When an erasure known here took its words (`text`), in seconds; undefined where none did. */
  readonly erasedAt: number | undefined;
}

/**
 * The set in the order of the fold: the log's by number, then this phone's own. Doubles are joined, so that no copy with
 * fewer disclosures takes anything from a fuller one; what an erasure covers is dropped, whichever came first.
 */
export function inOrder(entries: readonly Entry[]): Said[] {
  const joined = join(entries);
  const erasures = byTarget(
    joined.filter(isErasure).map((entry) => ({ ...erasureOf(entry), at: entry.statement.claims.iat })),
  );
  return joined.sort(compareEntries).map((entry) => toSaid(entry, erasures));
}

/**
 * When a statement was made, as screens show it (PROTOCOL.md §2): its own time in seconds, or about that of receipt where its
 * own lies too far after it. `receivedAt` in milliseconds; null while nothing is known of it.
 */
export function timeShown(iat: number, receivedAt: number | null): Pick<Said, "at" | "approximate"> {
  const received = secondsOf(receivedAt);
  const approximate = iat > received + TEN_MINUTES;
  return { at: approximate ? received : iat, approximate };
}

/** What an erasure covers (PROTOCOL.md §2, `data.erased`). */
export interface Erasure {
  readonly sub: string;
  readonly statements: readonly string[] | null;
  readonly names: readonly string[] | null;
}

/** An erasure that this version can read: one of a later version, or of another shape, must not erase more than it says. */
export function isErasure({ statement: { claims } }: { readonly statement: Statement }): boolean {
  const { statements, names } = claims.body;
  const lists = [statements, names].every((list) => list === undefined || Array.isArray(list));
  return claims.type === "data.erased" && claims.v === 1 && lists;
}

/** Reads a `data.erased`; see `isErasure`. */
export function erasureOf({ statement }: { readonly statement: Statement }): Erasure {
  const { sub, body } = statement.claims;
  return { sub, statements: textsIn(body["statements"]), names: textsIn(body["names"]) };
}

/** Whether an erasure reaches a statement at all. */
export function isCovered({ claims }: Statement, { sub, statements }: Erasure): boolean {
  if (claims.type === "data.erased") return false;
  if (statements) return statements.includes(claims.jti);
  return claims.sub === sub || claims.in === sub || claims.jti === sub;
}

/** Whether an erasure drops fields of this name from what it reaches. */
export function erases({ names }: Erasure, name: string): boolean {
  return names === null || names.includes(name);
}

/** The disclosures that the erasures leave. */
export function keptDisclosures(statement: Statement, erasures: readonly Erasure[]): readonly Disclosure[] {
  const covering = erasures.filter((erasure) => isCovered(statement, erasure));
  if (covering.length === 0) return statement.disclosures;
  return statement.disclosures.filter(({ name }) => !covering.some((erasure) => erases(erasure, name)));
}

/**
 * The disclosures of two copies of one statement together. A name stands for one field: should a signer have put two under
 * one name, each in a copy of its own, the same one is kept whichever copy came first.
 */
export function joinDisclosures(
  one: readonly Disclosure[],
  other: readonly Disclosure[],
): readonly Disclosure[] {
  const byName = new Map(one.map((disclosure) => [disclosure.name, disclosure]));
  for (const disclosure of other) {
    const known = byName.get(disclosure.name);
    if (!known || disclosure.text < known.text) byName.set(disclosure.name, disclosure);
  }
  return [...byName.values()];
}

const TEN_MINUTES = 600;

function secondsOf(receivedAt: number | null): number {
  return receivedAt === null ? Infinity : Math.floor(receivedAt / 1000);
}

function textsIn(value: unknown): readonly string[] | null {
  return Array.isArray(value) ? value.filter((text) => typeof text === "string") : null;
}

function join(entries: readonly Entry[]): Entry[] {
  // Mostly each came once: two copies of one statement have one id.
  if (new Set(entries.map(({ statement }) => statement.claims.jti)).size === entries.length)
    return [...entries];
  // First the copies of each statement, then the statements of each id: in this order no arrival order shows.
  const copies = reduceBy(entries, ({ statement }) => statement.signed, joinTwo);
  return reduceBy(copies, ({ statement }) => statement.claims.jti, leading);
}

function reduceBy(
  entries: readonly Entry[],
  key: (entry: Entry) => string,
  merge: (a: Entry, b: Entry) => Entry,
): Entry[] {
  const found = new Map<string, Entry>();
  for (const entry of entries) {
    const known = found.get(key(entry));
    found.set(key(entry), known ? merge(known, entry) : entry);
  }
  return [...found.values()];
}

function joinTwo(one: Entry, other: Entry): Entry {
  const first = leading(one, other);
  const disclosures = joinDisclosures(one.statement.disclosures, other.statement.disclosures);
  return { ...first, statement: withDisclosures(first.statement, disclosures) };
}

/** The log's copy leads; two with one id and other bytes cannot both be in it. */
function leading(one: Entry, other: Entry): Entry {
  return compareEntries(one, other) <= 0 ? one : other;
}

function compareEntries(a: Entry, b: Entry): number {
  if (a.seq !== b.seq) return (a.seq ?? Infinity) - (b.seq ?? Infinity);
  const [one, other] = [a.statement, b.statement];
  if (a.seq === null && one.claims.n !== other.claims.n) return one.claims.n - other.claims.n;
  if (a.standing !== b.standing) return a.standing < b.standing ? -1 : 1;
  if (a.at !== b.at) return (a.at ?? Infinity) - (b.at ?? Infinity);
  return one.jws < other.jws ? -1 : one.jws > other.jws ? 1 : 0;
}

/** Seconds: when it was said. */
type DatedErasure = Erasure & { readonly at: number };
type Erasures = ReadonlyMap<string, readonly DatedErasure[]>;

/** Erasures by what they speak of, so that a long history with many of them is not looked through for each statement. */
function byTarget(erasures: readonly DatedErasure[]): Erasures {
  const found = new Map<string, DatedErasure[]>();
  for (const erasure of erasures) {
    for (const target of erasure.statements ?? [erasure.sub]) {
      const known = found.get(target);
      if (known) known.push(erasure);
      else found.set(target, [erasure]);
    }
  }
  return found;
}

function toSaid(entry: Entry, erasures: Erasures): Said {
  const covering = erasures.size === 0 ? [] : covers(entry.statement, erasures);
  const statement = withDisclosures(entry.statement, keptDisclosures(entry.statement, covering));
  const { jti, n, type, v, sub, body, iat } = statement.claims;
  const { at, approximate } = timeShown(iat, entry.at);
  return {
    jti,
    kid: statement.kid,
    n,
    type,
    v,
    sub,
    in: statement.claims.in,
    body,
    iat,
    personal: personalOf(statement),
    seq: entry.seq,
    standing: entry.standing,
    at,
    approximate,
    weight: Math.min(iat, secondsOf(entry.at)),
    erased: missingDisclosures(statement),
    erasedAt: latest(covering.filter((erasure) => erases(erasure, "text"))),
  };
}

function latest(erasures: readonly DatedErasure[]): number | undefined {
  return erasures.map(({ at }) => at).sort((a, b) => b - a)[0];
}

function covers(statement: Statement, erasures: Erasures): readonly DatedErasure[] {
  const { jti, sub, in: place = "" } = statement.claims;
  return [jti, sub, place]
    .flatMap((target) => erasures.get(target) ?? [])
    .filter((erasure) => isCovered(statement, erasure));
}
