import { isHouseholdId } from "../domain/ids.ts";
import type { Statement } from "../domain/statement.ts";
import type { Verdict } from "../wire/answers.ts";
import type { Facts } from "./facts.ts";
import { storedDisclosures, type DeviceFact, type LogRow } from "./rows.ts";
import { sightOf, type Reader } from "./sight.ts";

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
  const reader = readerOf(facts, device);
  return accepted.every(({ statement }) => {
    const row = facts.log.get(statement.claims.jti);
    return row !== undefined && isWhole(row, statement) && isInSight(facts, reader, row);
  });
}

/** Whether the log keeps what was sent: an erasure may have taken some of it, an earlier copy added some. */
function isWhole({ disclosures }: LogRow, statement: Statement): boolean {
  return disclosures === storedDisclosures(statement.disclosures);
}

function isInSight(facts: Facts, reader: Reader, row: LogRow): boolean {
  const household = isHouseholdId(row.place) ? facts.households.get(row.place) : undefined;
  const heir = household && facts.households.get(household.heir);
  const { type, topic, place, kid } = row;
  const shown = {
    type,
    topic,
    place,
    kid,
    heir: household?.heir ?? null,
    area: heir?.area ?? household?.area ?? null,
    author: facts.devices.get(row.kid)?.household ?? null,
    // Neither lets anybody see more than a part.
    public: false,
    ofOwn: false,
  };
  return sightOf(reader, shown) === "whole";
}

function readerOf({ households }: Facts, device: DeviceFact): Reader {
  const { household } = device;
  const own = household === null ? [] : [household, households.get(household)?.heir ?? household];
  return { ...device, own };
}
