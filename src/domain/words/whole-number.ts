import * as v from "valibot";

/** A whole number from 0 on: of a log, of seconds, of milliseconds. */
export const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));
