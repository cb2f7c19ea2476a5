import type { DiaryLine, Household } from "../household-facts.ts";

/**
 * What was said of where a household stands that the office has yet to decide: the latest first. It is shown as done on the
 * phone that said it, and nowhere else. What a volunteer has not sent yet will wait for the office, too (PROTOCOL.md §5).
 */
export function waitingChanges({ diary }: Pick<Household, "diary">, role: string): readonly DiaryLine[] {
  return diary.filter(
    ({ type, standing, retracted }) =>
      CHANGES.has(type) &&
      !retracted &&
      (standing === "held" || (standing === "unsent" && role !== "office")),
  );
}

const CHANGES: ReadonlySet<string> = new Set([
  "household.merged",
  "household.moved",
  "household.split",
  "household.closed",
]);
