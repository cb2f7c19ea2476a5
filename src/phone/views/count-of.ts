import { isNameless } from "../../domain/household/nameless.ts";
import type { CountedRow, HouseholdRow } from "../api/phone.ts";

/** What is counted of a household's line in the round; null where it has none. */
export function countOf(row: Omit<HouseholdRow, "search"> | null): CountedRow | null {
  if (!row) return null;
  const { id, area, members, delivered, days } = row;
  const { word, at, appointment, conflict } = row.status;
  const status = { word, at, appointment, conflict };
  const counted = { id, area, members, delivered, status };
  return { ...counted, ...(isNameless(row) ? { nameless: true } : {}), ...(days ? { days } : {}) };
}
