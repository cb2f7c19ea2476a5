import { joinDisclosures } from "../domain/said.ts";
import { formatStatement, type Disclosure, type Statement } from "../domain/statement.ts";
import type { Verdict } from "../wire/answers.ts";
import type { Arrival, Switching } from "./change.ts";
import type { MembershipRow, StatementRow } from "./database.ts";
import { unheardKey, type Standpoint } from "./places.ts";
import { seal } from "./seal.ts";
import { statementOf } from "./stored.ts";

/** A statement that a change touches: what was kept of it, and what will be. */
export interface Item {
  readonly before: StatementRow | undefined;
  readonly statement: Statement;
  readonly row: Facts;
}

/** What a record keeps besides what follows from the statement itself. */
export type Facts = Pick<StatementRow, "seq" | "at" | "standing" | "own" | "reason" | "formerSeq">;

/** What a change does to the records. */
export interface Items {
  /** By id: what is put. */
  readonly kept: Map<string, Item>;
  readonly gone: readonly StatementRow[];
  /** What is put and shows nowhere: this phone's own that is out of its sight by now, and in no backup yet. */
  readonly unseen: ReadonlySet<string>;
}

/** Which of the records that are kept already a change leaves as they are. */
export function staying({ kept, gone }: Items): (row: StatementRow) => boolean {
  const left = new Set(gone.map(({ jti }) => jti));
  return ({ jti }) => !kept.has(jti) && !left.has(jti);
}

/** Takes up a kept record. */
export function itemOf(before: StatementRow): Item {
  const { seq, at, standing, own, reason, formerSeq } = before;
  const facts = { seq, at, standing, own, reason, ...(formerSeq === undefined ? {} : { formerSeq }) };
  return { before, statement: statementOf(before), row: facts };
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
      statement: { ...known.statement, disclosures },
    };
  const isNews =
    seq !== null && (row.seq !== seq || row.at !== at || row.standing !== "log" || row.reason !== null);
  // One that was out of sight shows again.
  const isUnseen = seq !== null && before?.places.length === 0;
  if (!isNews && !isUnseen && hasSame(old, disclosures)) return null;
  const facts: Facts = seq === null ? row : { ...row, seq, at, standing: "log", reason: null };
  return { before, row: facts, statement: { ...known.statement, disclosures } };
}

/** Applies what the ward answered, and when it received it, where it told. */
export function judge(item: Item, verdict: Verdict, told: number | null = null): Item {
  if (verdict.status === "accepted" || verdict.status === "duplicate") {
    const { seq } = verdict;
    const before = item.row.standing === "unsent" || item.row.seq === seq ? item.row.at : null;
    const at = (verdict.status === "accepted" ? told : null) ?? before;
    return { ...item, row: { ...item.row, seq, at, standing: "log", reason: null } };
  }
  // Another tab has it from the log already.
  if (item.row.standing === "log") return item;
  return { ...item, row: { ...item.row, standing: verdict.status, reason: verdict.reason } };
}

/** A statement with these personal fields only. */
export function withDisclosures(item: Item, disclosures: readonly Disclosure[]): Item {
  return { ...item, statement: { ...item.statement, disclosures } };
}

/** The record to be kept. */
export function rowOf({ statement, row: facts }: Item, { places, links }: Standpoint): StatementRow {
  const { ward, jti, type, sub, n, iat } = statement.claims;
  const { formerSeq, ...row } = facts;
  const isUnheard = row.standing === "log" && row.at === null;
  return {
    ward,
    jti,
    kid: statement.kid,
    type,
    sub,
    n,
    iat,
    places,
    links: [...links.filter((link) => link !== unheardKey(ward)), ...(isUnheard ? [unheardKey(ward)] : [])],
    ...row,
    ...(row.standing === "unsent" && formerSeq !== undefined ? { formerSeq } : {}),
    ...(row.standing === "log" ? {} : { pending: row.standing }),
    ...(row.own === 1 ? { mine: iat } : {}),
    sealed: seal(formatStatement(statement.jws, statement.disclosures)),
  };
}

function hasSame(old: readonly Disclosure[], now: readonly Disclosure[]): boolean {
  return old.length === now.length && old.every(({ text }) => now.some((one) => one.text === text));
}
