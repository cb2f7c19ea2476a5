import * as v from "valibot";

/** One line of text, such as a title. */
export const line = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500));
/** Words of any length that a covenant may need. */
export const text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(20_000));
/** A day, as `2026-11-18`. */
export const date = v.pipe(v.string(), v.trim(), v.isoDate());
/** An edition or a number of an article: an integer where it is one, else a short text. */
export const number = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40), v.transform(toNumber));

/** '13' → 13; '13a' stays. */
export function toNumber(written: string): number | string {
  return /^(0|[1-9]\d{0,8})$/.test(written) ? Number(written) : written;
}
