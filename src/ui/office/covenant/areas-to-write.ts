import { hasEnded } from "../../../domain/ward/open-areas.ts";
import type { WardView } from "../../../phone/api/phone.ts";

/** The khu phố, and whatever else has a covenant of its own; also those that have ended. */
export function areasToWrite({ areas, books }: Pick<WardView, "areas" | "books">): string[] {
  const whole = areas.map(({ code }) => code).filter((code) => !code.includes("/"));
  return [...new Set([...whole, ...books.map(({ area }) => area)])];
}

/** Those for which a new edition, or a change of one, may be begun on a date: whoever still stands in one that has ended goes to its heir. */
export function areasToBegin(ward: Pick<WardView, "areas" | "books">, date: string): string[] {
  return areasToWrite(ward).filter((area) => !hasEnded(ward.areas, area, date));
}
