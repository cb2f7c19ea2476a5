import { joinDisclosures } from "../../domain/said.ts";
import { keptOf } from "../../domain/signed/plain-form.ts";
import { withDisclosures, type Disclosure, type Statement } from "../../domain/statement.ts";
import type { Verdict } from "../../wire/answers.ts";
import type { Arrival, Switching } from "../log/change.ts";
import { statementOf } from "../log/stored.ts";
import type { MembershipRow, StatementRow } from "../store/rows.ts";
import { seal } from "../store/seal.ts";
import { unheardKey, type Standpoint } from "../views/places.ts";

/** A statement that a change touches: what was kept of it, and what will be. */
export interface Item {
  readonly before: StatementRow | undefined;
  readonly statement: Statement;
  readonly row: Facts;
  /** Its words stay as they were kept, and may not have been read at all. */
  readonly isAsKept?: boolean;
}

/** What a record keeps besides what follows from the statement itself. */
export type Facts = Pick<StatementRow, "seq" | "at" | "standing" | "own" | "reason" | "formerSeq">;

/** What a change does to the records. */
export interface Items {
  /** By id: what is put. */
  readonly kept: Map<string, Item>;
  readonly gone: readonly StatementRow[];
  /** What is put and shows nowhere: this phone's own that is out of its sight by now, and in no backup yet. */
  readonly unseen: Set<string>;
}

/** Which of the records that are kept already a change leaves as they are. */
export function staying({ kept, gone }: Items): (row: StatementRow) => boolean {
  const left = new Set(gone.map(({ jti }) => jti));
  return ({ jti }) => !kept.has(jti) && !left.has(jti);
}

/** Takes up a kept record. Its words are read when somebody asks for them: what becomes of it mostly asks for none. */
export function itemOf(before: StatementRow, row: Facts = factsOf(before)): Item {
  let read: Statement | null = null;
  return {
    before,
    row,
    isAsKept: true,
    get statement() {
      return (read ??= statementOf(before));
    },
  };
}

function factsOf({ seq, at, standing, own, reason, formerSeq }: StatementRow): Facts {
  return { seq, at, standing, own, reason, ...(formerSeq === undefined ? {} : { formerSeq }) };
}

/** The same words, of which something else has become. */
export function withFacts(item: Item, row: Facts): Item {
  return item.isAsKept && item.before ? itemOf(item.before, row) : { ...item, row };
}

/** The type of its statement. */
export function typeOf(item: Item): string {
  return (item.before ?? item.statement.claims).type;
}

/** Joins what comes in with what is kept; null where that changes nothing. Of what was `narrowed` to another sight, what does not come again goes; of a log that `lost` something, what it lacks is sent again. */
export function arrive(
  known: Item | undefined,
  arrival: Arrival,
  membership: MembershipRow,
  { narrowed, lost }: Switching,
): Item | null {
  const { statement, seq, at, standing } = arrival;
  if (!known) {
    const own = statement.kid === membership.device ? 1 : 0;
    return { before: undefined, statement, row: { seq, at, standing, own, reason: null } };
  }
  // Another statement under the same id: the ward takes only one of them, and this phone loses none of its own.
  if (known.statement.signed !== statement.signed) return null;
  const { row, before } = known;
  const old = known.statement.disclosures;
  const disclosures =
    narrowed && row.own === 0 ? statement.disclosures : joinDisclosures(old, statement.disclosures);
  // The log has a copy that lost something on its way, and nobody else may have the whole: sent all the same, it is joined there.
  const isFuller = row.own === 1 && disclosures.length > statement.disclosures.length;
  if (seq !== null && isFuller && (row.standing !== "log" || lost))
    return {
      before,
      // Its time stays: a page has brought it, so that it is in sight.
      row: { ...row, seq: null, at, standing: "unsent", reason: null },
      statement: withDisclosures(known.statement, disclosures),
    };
  const isNews =
    seq !== null && (row.seq !== seq || row.at !== at || row.standing !== "log" || row.reason !== null);
  // One that was out of sight shows again.
  const isUnseen = seq !== null && before?.places.length === 0;
  if (!isNews && !isUnseen && hasSame(old, disclosures)) return null;
  const facts: Facts = seq === null ? row : { ...row, seq, at, standing: "log", reason: null };
  return { before, row: facts, statement: withDisclosures(known.statement, disclosures) };
}

/** Applies what the ward answered, and when it received it, where it told. */
export function judge(item: Item, verdict: Verdict, told: number | null = null): Item {
  if (verdict.status === "accepted" || verdict.status === "duplicate") {
    const { seq } = verdict;
    const before = item.row.standing === "unsent" || item.row.seq === seq ? item.row.at : null;
    const at = (verdict.status === "accepted" ? told : null) ?? before;
    return withFacts(item, { ...item.row, seq, at, standing: "log", reason: null });
  }
  // Another tab has it from the log already.
  if (item.row.standing === "log") return item;
  const { status, reason } = verdict;
  // A log that was put back may hear of another's device later, and this copy may be the last: asked again, as what is held.
  const isEarly = reason === "unknown-signer" && item.row.own === 0;
  return withFacts(item, { ...item.row, standing: isEarly ? "held" : status, reason });
}

/** A statement with these personal fields only. */
export function keepOnly({ before, row, statement }: Item, disclosures: readonly Disclosure[]): Item {
  return { before, row, statement: withDisclosures(statement, disclosures) };
}

/** The record to be kept. */
export function rowOf(item: Item, { places, links }: Standpoint): StatementRow {
  const words = wordsOf(item);
  const { ward, iat } = words;
  const { formerSeq, ...row } = item.row;
  const isUnheard = row.standing === "log" && row.at === null;
  return {
    ...words,
    places,
    links: [...links.filter((link) => link !== unheardKey(ward)), ...(isUnheard ? [unheardKey(ward)] : [])],
    ...row,
    ...(row.standing === "unsent" && formerSeq !== undefined ? { formerSeq } : {}),
    ...(row.standing === "log" ? {} : { pending: row.standing }),
    ...(row.own === 1 ? { mine: iat } : {}),
  };
}

type Words = Pick<StatementRow, "ward" | "jti" | "kid" | "type" | "sub" | "n" | "iat" | "sealed">;

function wordsOf(item: Item): Words {
  if (item.isAsKept && item.before) {
    const { ward, jti, kid, type, sub, n, iat, sealed } = item.before;
    return { ward, jti, kid, type, sub, n, iat, sealed };
  }
  const { kid, claims } = item.statement;
  const { ward, jti, type, sub, n, iat } = claims;
  return { ward, jti, kid, type, sub, n, iat, sealed: seal(keptOf(item.statement)) };
}

function hasSame(old: readonly Disclosure[], now: readonly Disclosure[]): boolean {
  return old.length === now.length && old.every(({ text }) => now.some((one) => one.text === text));
}
