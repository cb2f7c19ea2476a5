import type { Household } from "./household-facts.ts";

/** Whether nothing is left by which somebody could find the door: what was known of it was erased. */
export function isNameless({ number, head, address }: Partial<Pick<Household, Known>>): boolean {
  return number === undefined && head === undefined && address === undefined;
}

type Known = "number" | "head" | "address";
