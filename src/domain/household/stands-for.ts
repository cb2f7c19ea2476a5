import type { Household } from "../household-facts.ts";

/** The households whose statements count for this one: itself, and all that were merged into it. Each was registered. */
export function standsFor({ id, diary }: Pick<Household, "id" | "diary">): readonly string[] {
  const registered = diary.filter(({ type }) => type === "household.registered");
  return [...new Set([id, ...registered.map(({ sub }) => sub)])];
}
