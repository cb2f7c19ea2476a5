import * as v from "valibot";
import { isHouseholdId } from "../../domain/ids.ts";
import type { HouseholdRow } from "../../phone/api/phone.ts";

/** A household while it is being written down. */
export interface ListingDraft {
  /** Drawn once: however often it is said, it is kept once. */
  readonly id: string;
  readonly area: string;
  readonly number: string;
  readonly head: string;
  readonly address: string;
  readonly members: string;
  readonly phone: string;
  readonly note: string;
}

/** Where what was written down of a new household is kept; of one that parts from another by itself. */
export function listingDraftKey(ward: string, from: string | null): string {
  return `listing/${ward}/${from ?? ""}`;
}

/** Reads a kept draft, or begins one. */
export function readListingDraft(kept: unknown, begin: () => ListingDraft): ListingDraft {
  const read = v.safeParse(schema, kept);
  return read.success ? read.output : begin();
}

/** Where corrections of what the list says of a household are kept until they are said. */
export function correctionDraftKey(ward: string, household: string): string {
  return `listed/${ward}/${household}`;
}

/** Reads kept corrections: only what was written. */
export function readCorrections(kept: unknown): Partial<ListingDraft> {
  const read = v.safeParse(v.partial(schema), kept);
  return read.success ? (read.output as Partial<ListingDraft>) : {};
}

/** What a new household still lacks. */
export function lackingIn({ area, head, members }: ListingDraft): "area" | "head" | "members" | null {
  if (area === "") return "area";
  if (head.trim() === "") return "head";
  return countOf(members) === null ? "members" : null;
}

/** What was written of a household that the list cannot take: emptied, or no count. What it lacked before it may go on lacking. */
export function emptiedIn(
  written: Partial<ListingDraft>,
  listed: Pick<ListingDraft, "head" | "members" | "number">,
): "head" | "members" | "number" | null {
  const isEmptied = (name: "head" | "members" | "number") =>
    written[name]?.trim() === "" && listed[name] !== "";
  if (isEmptied("head")) return "head";
  const members = written.members?.trim() ?? "";
  if (isEmptied("members") || (members !== "" && countOf(members) === null)) return "members";
  return isEmptied("number") ? "number" : null;
}

/** People as a number from 1; null where that is none. */
export function countOf(members: string): number | null {
  const count = /^\s*\d{1,3}\s*$/.test(members) ? Number(members) : 0;
  return count >= 1 ? count : null;
}

/** A number in the list as lists have it: 18, '18A'. */
export function numberOf(typed: string): number | string {
  const text = typed.trim();
  return /^\d{1,9}$/.test(text) ? Number(text) : text.slice(0, 40);
}

/** The number after the last one of a tổ. */
export function nextNumber(rows: readonly HouseholdRow[], area: string): number {
  const numbers = rows.filter((row) => row.area === area).map(({ number }) => number);
  return numbers.reduce<number>((most, one) => Math.max(most, typeof one === "number" ? one : 0), 0) + 1;
}

const text = v.pipe(v.string(), v.maxLength(2000));
const schema = v.object({
  id: v.custom<string>(isHouseholdId),
  area: text,
  number: text,
  head: text,
  address: text,
  members: text,
  phone: text,
  note: text,
});
