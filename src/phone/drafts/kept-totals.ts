import * as v from "valibot";
import type { Totals } from "../../domain/ward/totals.ts";
import { totalsAnswer } from "../../wire/answers.ts";

/** Sums of a ward's areas as the ward counted them. */
export interface KeptTotals {
  /** Seconds: when they were counted. */
  readonly at: number;
  readonly whole: Totals;
  readonly areas: readonly {
    readonly area: string;
    readonly totals: Totals;
    readonly parts: readonly { readonly area: string; readonly totals: Totals }[];
  }[];
}

/** Key of the draft that holds the sums of a ward. */
export function totalsKey(ward: string): string {
  return `totals/${ward}`;
}

/** The sums that a draft holds; null where there are none. */
export function readTotals(draft: unknown): KeptTotals | null {
  const read = v.safeParse(totalsAnswer, draft);
  return read.success ? read.output : null;
}
