import * as v from "valibot";
import { isAreaCode, isDigest, isHouseholdId, isStatementId } from "../ids.ts";

// The shapes that many types share. Limits are generous: they keep nonsense out, not people. They count UTF-16 units: what is
// published is not changed, and whatever a form or a call takes by its letters fits several times over.

export const areaCode = v.custom<string>(isAreaCode);
export const householdId = v.custom<string>(isHouseholdId);
export const statementId = v.custom<string>(isStatementId);
export const digest = v.custom<string>(isDigest);
/** A UUIDv7, of a person for instance. */
export const uuid = householdId;
/** Whole seconds since 1970. */
export const seconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e11));
export const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e9));
/** Money in whole đồng. */
export const dong = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e15));
export const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
/** A day that is in the calendar: `2026-02-30` is none. */
export const date = v.pipe(v.string(), v.isoDate(), v.check(isRealDate));
/** A code: of an item, an edition's campaign, an indicator. */
export const code = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
export const line = v.pipe(v.string(), v.minLength(1), v.maxLength(500));
/** A line that may be empty: an address that nobody knows. */
export const openLine = v.pipe(v.string(), v.maxLength(500));
export const text = v.pipe(v.string(), v.minLength(1), v.maxLength(20_000));
/** An edition, an article, a number in the list: an integer or a short string. */
export const number = v.union([count, v.pipe(v.string(), v.minLength(1), v.maxLength(40))]);
export const reason = v.picklist(["mistake", "duplicate", "wish", "other"]);
export const areas = v.pipe(v.array(areaCode), v.maxLength(500));
export const publicKey = v.looseObject({
  kty: v.literal("EC"),
  crv: v.literal("P-256"),
  x: digest,
  y: digest,
});
/** Bytes of the strokes of one name. */
const MOST_STROKES = 8192;
/** An SVG path in a 340 × 200 box. */
export const strokes = v.pipe(
  v.string(),
  v.check((path) => fitsBytes(path, MOST_STROKES)),
  v.regex(/^[Mm][\d\s.,A-Za-z+-]+$/),
);

/** A list of ids of one kind, without repeats beyond need. */
export function list<Item extends v.GenericSchema>(item: Item, most = 2000) {
  return v.pipe(v.array(item), v.maxLength(most));
}

// No letter takes more than three bytes: those of a text that is short all the same are never counted.
function fitsBytes(path: string, most: number): boolean {
  return path.length * 3 <= most || new TextEncoder().encode(path).length <= most;
}

function isRealDate(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
