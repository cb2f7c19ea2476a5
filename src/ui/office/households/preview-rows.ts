import type { Answers } from "../../../domain/import/answers.ts";
import { rowKey, type Doubt, type Examined } from "../../../domain/import/examine.ts";
import type {
  ExistingHousehold,
  HouseholdRow,
  Place,
  RefusedRow,
} from "../../../domain/import/household-list.ts";
import type { ChangedFields, ImportPlan } from "../../../domain/import/plan-import.ts";

/** What becomes of a row of the file, or of a household that no row is about. */
export type PreviewRow = { readonly key: string } & (
  | { readonly kind: "new" | "noArea"; readonly row: HouseholdRow }
  | { readonly kind: "doubt"; readonly row: HouseholdRow; readonly doubt: Doubt }
  | {
      readonly kind: "changed";
      readonly row: HouseholdRow;
      readonly household: ExistingHousehold;
      readonly fields: ChangedFields;
    }
  | { readonly kind: "same"; readonly row: HouseholdRow }
  | { readonly kind: "refused"; readonly refused: RefusedRow }
  | { readonly kind: "missing"; readonly household: ExistingHousehold }
);

export type PreviewKind = PreviewRow["kind"];

/** The kinds in the order of what needs somebody's eye most. */
export const PREVIEW_KINDS: readonly PreviewKind[] = [
  "doubt",
  "refused",
  "noArea",
  "changed",
  "new",
  "missing",
  "same",
];

/** A plan as rows, kind by kind; `isKnown` tells the areas that the ward has. */
export function previewRows(
  plan: ImportPlan,
  { doubts }: Pick<Examined, "doubts">,
  isKnown: (area: string) => boolean,
): readonly PreviewRow[] {
  const doubtOf = new Map(doubts.map((doubt) => [rowKey(doubt.row), doubt]));
  const rows: PreviewRow[] = [
    ...plan.add.map((row): PreviewRow => {
      const key = rowKey(row);
      const doubt = doubtOf.get(key);
      if (!isKnown(row.area)) return { key, kind: "noArea", row };
      return doubt ? { key, kind: "doubt", row, doubt } : { key, kind: "new", row };
    }),
    ...plan.change.map(({ household, row, fields }): PreviewRow => ({
      key: rowKey(row),
      kind: "changed",
      row,
      household,
      fields,
    })),
    ...plan.same.map(({ row }): PreviewRow => ({ key: rowKey(row), kind: "same", row })),
    ...plan.refused.map((refused): PreviewRow => ({ key: rowKey(refused), kind: "refused", refused })),
    ...plan.missing.map((household): PreviewRow => ({
      key: `missing ${household.id}`,
      kind: "missing",
      household,
    })),
  ];
  return PREVIEW_KINDS.flatMap((kind) => rows.filter((row) => row.kind === kind));
}

/** How many there are of each kind. */
export function countKinds(rows: readonly PreviewRow[]): Readonly<Record<PreviewKind, number>> {
  const counts = { new: 0, noArea: 0, doubt: 0, changed: 0, same: 0, refused: 0, missing: 0 };
  for (const { kind } of rows) counts[kind]++;
  return counts;
}

/** Households that a row may be said to be: of one that is new in doubt, and of one that was not taken for that. */
export function candidatesOf(row: PreviewRow): readonly ExistingHousehold[] {
  if (row.kind === "doubt") return [row.doubt.household];
  return row.kind === "refused" && row.refused.whole ? row.refused.like : [];
}

/** Where a row stands in the file; null of a household that no row is about. */
export function placeOfRow(row: PreviewRow): Place | null {
  if (row.kind === "missing") return null;
  return row.kind === "refused" ? row.refused : row.row;
}

/** What is chosen of a row in the list of choices: 'new', 'leave' or a household's id. */
export function chosenIn(row: PreviewRow, answers: Answers): string {
  const answer = answers[row.key];
  if (answer === undefined) return row.kind === "refused" ? "leave" : "new";
  return typeof answer === "string" ? answer : answer.household;
}
