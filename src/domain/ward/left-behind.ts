import { isWithin } from "../ids.ts";
import type { Area } from "../ward-facts.ts";
import { heirArea } from "./heir-area.ts";
import { hasEnded } from "./open-areas.ts";

/** An area that has ended, and the households that stand in it still. */
export interface LeftBehind<Row> {
  readonly area: string;
  readonly rows: readonly Row[];
  /** The area that goes on with it; undefined where none does. */
  readonly heir: string | undefined;
}

/** Households that stand in areas which have ended before a date, in the order in which these first come. */
export function leftBehind<Row extends { readonly area: string }>(
  areas: readonly Area[],
  rows: readonly Row[],
  date: string,
): readonly LeftBehind<Row>[] {
  if (!areas.some(({ to }) => to !== undefined)) return [];
  const places = [...new Set(rows.map(({ area }) => area))].filter((area) => hasEnded(areas, area, date));
  return places.map((area) => ({
    area,
    rows: rows.filter((row) => row.area === area),
    heir: heirArea(areas, area, date),
  }));
}

/** Where households may go on a date: areas that are there and hold no other that is. */
export function openGroups(areas: readonly Area[], date: string): readonly string[] {
  const open = areas.map(({ code }) => code).filter((code) => !hasEnded(areas, code, date));
  return open.filter((code) => !open.some((other) => other !== code && isWithin(other, code)));
}
