import type { Statement } from "../../domain/statement.ts";
import type { Verdict } from "../../wire/answers.ts";
import type { Facts } from "../log/facts.ts";
import { readerOf, shownBy } from "../sight/shown.ts";
import { sightOf } from "../sight/sight.ts";
import { storedDisclosures, type LogRow } from "../store/rows.ts";

/** A statement that was pushed, and what became of it. */
export interface Judged {
  readonly statement: Statement;
  readonly verdict: Verdict;
}

/**
 * Whether a pull by the device that pushed would show it each statement that was accepted just as it was sent, so that it
 * need not be told again. Unsure is no. The facts are those after the judgement.
 */
export function isShownAsSent(facts: Facts, by: string, judged: readonly Judged[]): boolean {
  const device = facts.devices.get(by);
  const accepted = judged.filter(({ verdict }) => verdict.status === "accepted");
  if (!device || device.revoked_seq !== null || accepted.length === 0) return false;
  const reader = readerOf(device, facts.households.get(device.household ?? "")?.heir);
  return accepted.every(({ statement }) => {
    const row = facts.log.get(statement.claims.jti);
    return row !== undefined && isWhole(row, statement) && sightOf(reader, shownBy(facts, row)) === "whole";
  });
}

/** Whether the log keeps what was sent: an erasure may have taken some of it, an earlier copy added some. */
function isWhole({ disclosures }: LogRow, statement: Statement): boolean {
  return disclosures === storedDisclosures(statement.disclosures);
}
