import type { Statement } from "../../domain/statement.ts";
import type { LogRow } from "../store/rows.ts";
import { unique } from "./around.ts";

/**
 * The households whose place a batch may change: by saying so, by what speaks of a word that said so, or by a registration
 * of which the log holds something already. `log` by id; `early` is what came before the batch's own.
 */
export function structural(
  batch: readonly Statement[],
  log: ReadonlyMap<string, LogRow>,
  early: readonly LogRow[],
): string[] {
  const own = new Map(batch.map(({ claims }) => [claims.jti, claims]));
  const awaited = new Set(early.flatMap(({ sub, place }) => [sub, place]));

  // From word to word of the batch, to what the last of them speaks of.
  function householdOf(claims: Statement["claims"], seen: readonly string[] = []): string | null {
    const { type, sub, jti } = claims;
    if (type === "household.registered" && seen.length === 0)
      return awaited.has(jti) || awaited.has(sub) ? sub : null;
    if (STRUCTURE.test(type)) return sub;
    if (!type.startsWith("statement.") || seen.includes(jti)) return null;
    const known = log.get(sub);
    if (known) return STRUCTURE.test(known.topic) ? known.place : null;
    const target = own.get(sub);
    return target ? householdOf(target, [...seen, jti]) : null;
  }

  return unique(batch.flatMap(({ claims }) => householdOf(claims) ?? []));
}

/** The types that change where a household stands. */
const STRUCTURE = /^household\.(registered|moved|merged|split|closed)$/;
