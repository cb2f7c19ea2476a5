import type { TFunction } from "i18next";
import { measureOf, type ReportFigure } from "../../../domain/report/figure.ts";
import type { Numbers } from "../../../domain/words/number-format.ts";

/**
 * What a figure is called in the reader's language. What the ward named itself (indicators, units of gifts) has no other
 * name: `own` where the name is the ward's.
 */
export function figureName(
  t: TFunction<"report">,
  { key, name }: Pick<ReportFigure, "key" | "name">,
): { readonly name: string; readonly own: boolean } {
  const measure = measureOf(key);
  const known = nameKey(measure);
  return known ? { name: t(`figures.${known}`), own: false } : { name, own: true };
}

/** The unit of so many: 'household', 'households'; where it is the ward's own, as `numbers` say it. */
export function unitOf(
  t: TFunction<"report">,
  unit: string,
  count: number,
  numbers: Pick<Numbers, "unit"> = {},
): string {
  return isOne(UNITS, unit) ? t(`units.${UNITS[unit]}`, { count }) : (numbers.unit?.(unit, count) ?? unit);
}

function nameKey(measure: string): (typeof NAMES)[keyof typeof NAMES] | null {
  // Of gifts in kind each unit is a measure of its own: `gift.land.m²`.
  const [whole, kind] = [measure, measure.split(".").slice(0, 2).join(".")];
  if (isOne(NAMES, whole)) return NAMES[whole];
  return isOne(NAMES, kind) ? NAMES[kind] : null;
}

function isOne<Table extends object>(table: Table, key: string): key is Extract<keyof Table, string> {
  return Object.hasOwn(table, key);
}

const NAMES = {
  "area.neighbourhoods": "neighbourhoods",
  "area.groups": "groups",
  "people.households": "households",
  "people.members": "people",
  "reach.visited": "visited",
  "reach.met": "met",
  "reach.delivered": "delivered",
  "reach.pledged": "pledged",
  "reach.unmet": "unmet",
  "covenant.inForce": "inForce",
  "covenant.new": "newCovenants",
  "covenant.amended": "amended",
  "covenant.replaced": "replaced",
  "covenant.recognised": "recognised",
  "covenant.suspended": "suspended",
  "covenant.abolished": "abolished",
  "meeting.held": "meetings",
  "meeting.present": "present",
  "gift.land": "land",
  "gift.labour": "labour",
  "gift.lampPost": "lampPosts",
  "gift.other": "otherGifts",
  "gift.cash": "cash",
  "gift.worth": "worth",
  spent: "spent",
  "opinion.given": "opinions",
  "opinion.settled": "settled",
  "opinion.forwarded": "forwarded",
  "opinion.open": "unanswered",
  "opinion.late": "late",
  "opinion.erased": "erasedOpinions",
  "praise.households": "praisedHouseholds",
  "praise.groups": "praisedGroups",
} as const;

/** By what a paper writes. */
const UNITS = {
  hộ: "household",
  người: "person",
  "khu phố": "neighbourhood",
  tổ: "group",
  bản: "covenant",
  "quyết định": "decision",
  cuộc: "meeting",
  "lượt hộ": "attendance",
  "ý kiến": "opinion",
  "tập thể": "collective",
} as const;
