import { personalOf, type NamedDraft } from "../../domain/statement.ts";
import { readStatements } from "../log/records.ts";
import { statementOf } from "../log/stored.ts";
import type { PhoneDatabase } from "../store/database.ts";

/**
 * Whether all of an act is kept already, word for word: a second tap, or a draft that outlived its record and goes now. Other
 * words under the same ids, as of another tab that had the same half-filled form, are kept nowhere, and their draft stays.
 */
export function wasSaid(
  db: PhoneDatabase,
  ward: string,
  drafts: readonly NamedDraft[],
  key: string | undefined,
): Promise<boolean> {
  return db.transaction("rw", db.statements, db.packs, db.drafts, async () => {
    const ids = drafts.map(({ jti }) => jti);
    const rows = await readStatements(db, ward, ids);
    const kept = new Map(rows.map((row) => [row.jti, statementOf(row)]));
    const isSaid = drafts.every((draft) => {
      const statement = kept.get(draft.jti);
      return (
        statement && wordsOf({ ...statement.claims, personal: personalOf(statement) }) === wordsOf(draft)
      );
    });
    if (isSaid && key !== undefined) await db.drafts.delete(key);
    return isSaid;
  });
}

/** In an order that does not hang on which form has filled it in. */
function wordsOf({ type, sub, body, personal = {} }: Omit<NamedDraft, "jti">): string {
  return JSON.stringify([type, sub, inOrder(body), inOrder(personal)]);
}

function inOrder(fields: Readonly<Record<string, unknown>>) {
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
