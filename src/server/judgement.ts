import { parseStatement, type Disclosure, type Statement } from "../domain/statement.ts";
import type { Changes } from "./changes.ts";
import type { Facts, HeldRow, LogRow } from "./facts.ts";

/** The state of a judgement: the facts, brought forward by every verdict, and what is to be written. */
export interface Judgement {
  readonly facts: Facts;
  readonly changes: Changes;
  /** Milliseconds: the time of receipt of all that is judged here. */
  readonly at: number;
}

/** What the device of a ward key has in place of an invite. */
export const WARD_KEY_INVITE = "";

/** Reads a stored row; it was checked before it was stored. */
export function readRow(row: Pick<LogRow | HeldRow, "jws" | "disclosures">): Statement {
  const read = parseStatement(`${row.jws}~${row.disclosures}`);
  if (!read.ok) throw new Error(`a stored statement cannot be read: ${read.error}`);
  return read.value;
}

/** Disclosures as they are stored: each with its tilde. */
export function storedDisclosures(disclosures: readonly Disclosure[]): string {
  return disclosures.map(({ text }) => `${text}~`).join("");
}
