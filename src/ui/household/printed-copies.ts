import type { Delivery, Household } from "../../domain/household-facts.ts";

/** The handing-overs of printed copies of an edition, in their order: a link is none. */
export function printedCopies(
  { deliveries }: Household,
  edition: Delivery["edition"] | undefined,
): readonly Delivery[] {
  return deliveries.filter((one) => one.how !== "link" && String(one.edition) === String(edition));
}
