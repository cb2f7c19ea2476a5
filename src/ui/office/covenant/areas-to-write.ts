import type { WardView } from "../../../phone/phone.ts";

/** The khu phố, and whatever else has a covenant of its own; also those that have ended. */
export function areasToWrite({ areas, books }: Pick<WardView, "areas" | "books">): string[] {
  const whole = areas.map(({ code }) => code).filter((code) => !code.includes("/"));
  return [...new Set([...whole, ...books.map(({ area }) => area)])];
}
