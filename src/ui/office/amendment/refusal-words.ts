import type { TFunction } from "i18next";
import type { Refusal } from "../../../domain/amendment/amendment-case.ts";
import type { Numbers } from "../../../domain/words/number-format.ts";
import { formatDate } from "../../../domain/words/vietnamese-format.ts";
import type { amendment as words } from "../../text/vi/amendment.ts";

/** A sentence that says where something is wrong, and what to do. */
export function refusalWords(
  t: TFunction<"amendment">,
  numbers: Numbers,
  { code, field, values }: Refusal,
): string {
  const shown = Object.entries(values).map(
    ([name, value]) => [name, shownOf(t, numbers, name, value)] as const,
  );
  return t(`refusals.${code}`, { ...NONE, ...Object.fromEntries(shown), field: fieldName(t, field) });
}

/** What the sentences may name; each has what it needs. */
const NONE = {
  date: "",
  days: "",
  needed: "",
  households: "",
  supporters: "",
  present: "",
  votes: "",
  agreed: "",
  team: "",
  least: "",
  most: "",
  witnesses: "",
  handedOut: "",
  returned: "",
  ballots: "",
};

function shownOf(t: TFunction<"amendment">, numbers: Numbers, name: string, value: string | number): string {
  if (typeof value === "number") return numbers.integer(value);
  // A step that is needed is named; how many are needed is a number.
  return name === "needed" ? t(`steps.${value as keyof (typeof words)["steps"]}`) : formatDate(value);
}

function fieldName(t: TFunction<"amendment">, field: string): string {
  return t(`fields.${field as keyof (typeof words)["fields"]}`);
}
