import { isRecord } from "../../domain/jws.ts";
import type { Covenant } from "../../domain/ward-facts.ts";

/** Key of the draft that holds every edition of a ward's covenants. */
export function editionsKey(ward: string): string {
  return `editions/${ward}`;
}

/** The editions of one area that a draft holds, the oldest first. One published again with the same number stands once, as it was said last. */
export function readEditions(draft: unknown, area: string): readonly Covenant[] {
  if (!Array.isArray(draft)) return [];
  const all = draft.filter((one): one is Covenant => isRecord(one) && one["area"] === area);
  const byEdition = new Map(all.map((covenant) => [String(covenant.edition), covenant]));
  return [...byEdition.values()];
}

/**
 * Editions that another device published under the number of the one that stands, with other words: two offices may do so
 * without hearing of each other. The one said last stands; what the same device said once more is its own correction.
 */
export function readTwins(draft: unknown, standing: Covenant): readonly Covenant[] {
  if (!Array.isArray(draft)) return [];
  return draft
    .filter((one): one is Covenant => isRecord(one) && one["area"] === standing.area)
    .filter(({ edition, kid, chapters }) => {
      const isOther = kid !== standing.kid && String(edition) === String(standing.edition);
      return isOther && JSON.stringify(chapters) !== JSON.stringify(standing.chapters);
    });
}
