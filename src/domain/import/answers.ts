import { rowKey, type Examined } from "./examine.ts";
import type { ExistingHousehold, HouseholdRow, RefusedRow } from "./household-list.ts";
import { changesOf, type ImportPlan } from "./plan-import.ts";

/** What somebody says of one row: it is a household of its own, it is one that the ward has, or it is left out. */
export type Answer = "new" | "leave" | { readonly household: string };

/** By `rowKey`. */
export type Answers = Readonly<Record<string, Answer>>;

/** Carries out what was said of single rows; a plan without any answer is what the command line would do. */
export function answered(
  plan: ImportPlan,
  { doubts }: Pick<Examined, "doubts">,
  answers: Answers,
): ImportPlan {
  const add: HouseholdRow[] = [];
  const change = [...plan.change];
  const same = [...plan.same];
  const refused: RefusedRow[] = [];
  const met = new Set<string>();
  const doubtful = new Map(doubts.map(({ row, household }) => [rowKey(row), [household]]));

  function settle(row: HouseholdRow, answer: Answer, like: readonly ExistingHousehold[]): boolean {
    if (answer === "new") add.push(row);
    if (typeof answer === "string") return answer === "new";
    const household = like.find(({ id }) => id === answer.household);
    // Two rows cannot both be one household: the first one holds.
    if (!household || met.has(household.id)) return false;
    met.add(household.id);
    const fields = changesOf(row, household);
    if (Object.keys(fields).length === 0) same.push({ id: household.id, row });
    else change.push({ id: household.id, household, row, fields });
    return true;
  }

  for (const row of plan.add) {
    const like = doubtful.get(rowKey(row)) ?? [];
    settle(row, answers[rowKey(row)] ?? "new", like);
  }
  for (const one of plan.refused) {
    const answer = answers[rowKey(one)];
    if (!one.whole || answer === undefined || !settle(one.whole, answer, one.like)) refused.push(one);
  }
  return { ...plan, add, change, same, refused, missing: plan.missing.filter(({ id }) => !met.has(id)) };
}
