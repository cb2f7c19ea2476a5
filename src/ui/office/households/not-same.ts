import * as v from "valibot";

/** Where this device remembers which households are not one, though they look it. */
export function notSameKey(ward: string): string {
  return `not-same/${ward}`;
}

/** What is remembered: a key for each group that was looked at. */
export function readNotSame(kept: unknown): readonly string[] {
  const read = v.safeParse(v.array(v.string()), kept);
  return read.success ? read.output : [];
}

/** A group by its households, whatever their order: one more in it is another group. */
export function groupKey(rows: readonly { readonly id: string }[]): string {
  return rows
    .map(({ id }) => id)
    .toSorted()
    .join(" ");
}
