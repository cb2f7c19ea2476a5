import { countingPledge, type Household } from "../../../domain/household-facts.ts";
import type { HeldLine } from "../../../phone/api/phone.ts";

/** What a record says under one name; `strokes` are a drawing, `photo` the name of one. */
export interface Field {
  readonly name: FieldName;
  readonly value: string | number;
}

/** One field as the ward has it and as the held record says it; null where one of them says nothing. */
export interface FieldPair {
  readonly name: FieldName;
  readonly log: string | number | null;
  readonly held: string | number | null;
}

/** Fields that the office is shown, in the order in which it reads them. */
const FIELDS = [
  "number",
  "head",
  "address",
  "phone",
  "area",
  "members",
  "signer",
  "relation",
  "agreed",
  "declined",
  "text",
  "by",
  "note",
  "strokes",
  "photo",
] as const;
export type FieldName = (typeof FIELDS)[number];

type Words = Readonly<Record<string, unknown>>;

/** What a held record says, field by field. */
export function fieldsOf({ body, personal }: Pick<HeldLine, "body" | "personal">): Field[] {
  const said: Words = { ...body, ...personal };
  return FIELDS.flatMap((name) => {
    const value = shownOf(said[name]);
    return value === null ? [] : [{ name, value }];
  });
}

/**
 * The same beside what the ward has already: a household's facts anew, a second pledge of one campaign. Null where there
 * is nothing to compare.
 */
export function pairsOf(line: HeldLine, household: Household | null): FieldPair[] | null {
  const log = household && rivalOf(line, household);
  if (!log) return null;
  const held: Words = { ...line.body, ...line.personal };
  return FIELDS.flatMap((name) => {
    const pair = { name, log: shownOf(log[name]), held: shownOf(held[name]) };
    return pair.log === null && pair.held === null ? [] : [pair];
  });
}

function rivalOf({ type, body, personal }: HeldLine, household: Household): Words | null {
  if (type === "pledge.signed") {
    const pledge = countingPledge(household, String(body["campaign"]));
    return pledge ? { ...pledge } : null;
  }
  if (!/^household\.(registered|changed|moved)$/.test(type) || household.area === null) return null;
  // What the record does not speak of stays as it is.
  const spoken = new Set([...Object.keys(body), ...Object.keys(personal)]);
  return Object.fromEntries(Object.entries(household).filter(([name]) => spoken.has(name)));
}

function shownOf(value: unknown): string | number | null {
  if (Array.isArray(value)) return value.length;
  return (typeof value === "string" && value !== "") || typeof value === "number" ? value : null;
}
