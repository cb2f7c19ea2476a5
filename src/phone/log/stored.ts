import type { Entry } from "../../domain/said.ts";
import { readKept } from "../../domain/signed/plain-form.ts";
import type { Statement } from "../../domain/statement.ts";
import type { StatementRow } from "../store/rows.ts";
import { open } from "../store/seal.ts";

/** The statement in a record. It was read before it was kept, so that it can be read now. */
export function statementOf(row: StatementRow): Statement {
  const read = readKept(open(row.sealed));
  if (!read.ok) throw new Error(`a kept statement cannot be read: ${read.error}`);
  return read.value;
}

/** A record as a member of the fold; null for what the ward refused or rejected, which counts for nothing. `known` is its statement where that was read already. */
export function entryOf(row: StatementRow, known?: Statement): Entry | null {
  const { seq, at, standing } = row;
  if (standing === "refused" || standing === "rejected") return null;
  return { seq, at, standing, statement: known ?? statementOf(row) };
}

/** The records of a place as members of the fold. */
export function entriesOf(rows: Iterable<StatementRow>): Entry[] {
  return Array.from(rows, (row) => entryOf(row)).filter((entry) => entry !== null);
}
