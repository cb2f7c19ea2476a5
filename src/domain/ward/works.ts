import { dateOf, dayAt } from "../days/campaign-days.ts";
import type { HouseholdRecord } from "../household-facts.ts";
import type { Draft } from "../statement.ts";
import type { WardRecord } from "../ward-facts.ts";
import { measured } from "../words/measured.ts";
import { formatDong } from "../words/money.ts";
import type { Numbers } from "../words/number-format.ts";

export const GIFT_KINDS = ["land", "cash", "labour", "lampPost", "other"] as const;
export type GiftKind = (typeof GIFT_KINDS)[number];

/** What somebody gave (`contribution.recorded`). */
export interface Gift {
  readonly jti: string;
  readonly kid: string;
  /** Area code, ward slug, or household id. */
  readonly place: string;
  /** Date `2026-11-28`. */
  readonly on: string;
  readonly kind: GiftKind;
  readonly quantity: number;
  readonly unit: string;
  /** Whole đồng, where it was said. */
  readonly worth: number | undefined;
  readonly work: string;
  /** Who gave it, where they are named and this phone may read it. */
  readonly by: string | undefined;
  readonly note: string | undefined;
  /** Id of the household's gift for which it stands on the public board. */
  readonly of?: string | undefined;
}

/** What was spent (`spending.recorded`). */
export interface Expense {
  readonly jti: string;
  readonly kid: string;
  readonly place: string;
  readonly on: string;
  /** Whole đồng. */
  readonly amount: number;
  readonly work: string;
}

/** What is about to be recorded. */
export type NewGift = Omit<Gift, "jti" | "kid" | "of">;
export type NewExpense = Omit<Expense, "jti" | "kid">;

/** Gifts of one kind in one unit, added up. */
export interface KindSum {
  readonly kind: GiftKind;
  readonly unit: string;
  readonly quantity: number;
  /** Whole đồng of those whose worth was said; 0 where none was. */
  readonly worth: number;
}

/** One work: what was collected for it and what was spent. Money in whole đồng. */
export interface Work {
  readonly name: string;
  /** Cash. */
  readonly collected: number;
  readonly spent: number;
  /** Worth of all else, as far as it was said. */
  readonly worth: number;
  readonly kinds: readonly KindSum[];
  /** Dates of the first and the last word about it. */
  readonly from: string;
  readonly to: string;
}

/**
 * The gifts among records: of the ward (`sub` an area), and of households by their ids. What stands on the board for a
 * household's gift is left out where that one is among them, so that nothing counts twice.
 */
export function giftsIn(
  ward: readonly WardRecord[],
  households: readonly { readonly id: string; readonly records?: readonly HouseholdRecord[] | undefined }[],
): Gift[] {
  const ofAreas = ward.map((record) => giftOf(record.sub, record));
  const ofHouseholds = households.flatMap(({ id, records = [] }) =>
    records.map((record) => giftOf(id, record)),
  );
  const known = new Set(ofHouseholds.map((gift) => gift?.jti));
  return [...ofAreas, ...ofHouseholds]
    .filter((gift) => gift !== null)
    .filter(({ of }) => of === undefined || !known.has(of));
}

/** The gifts of areas that stand on the public board for households' own. */
export function boardGiftsIn(ward: readonly WardRecord[]): Gift[] {
  return ward
    .map((record) => giftOf(record.sub, record))
    .filter((gift) => gift !== null)
    .filter(({ of }) => of !== undefined);
}

/** The expenses among a ward's records. */
export function expensesIn(ward: readonly WardRecord[]): Expense[] {
  return ward.flatMap(({ type, jti, kid, at, sub, body }) => {
    const { amount, for: work, on } = body;
    if (type !== "spending.recorded" || typeof amount !== "number" || typeof work !== "string") return [];
    return [{ jti, kid, place: sub, on: dayOfRecord(on, at), amount, work: tidy(work) }];
  });
}

/** What is said to record a gift. */
export function giftDraft({ place, on, kind, quantity, unit, worth, work, by, note }: NewGift): Draft {
  const value = worth === undefined ? {} : { worth };
  return {
    type: "contribution.recorded",
    sub: place,
    body: { kind, quantity, unit, for: work, on, ...value },
    personal: { by, note },
  };
}

/**
 * What is said in the same act as a household's gift: the same about its khu phố, for the public board, where it counts without
 * anybody's name or house. `jti` is that gift's id, `area` where the household lives.
 */
export function boardDraft(gift: NewGift, jti: string, area: string): Draft {
  const { type, body } = giftDraft(gift);
  return { type, sub: area.split("/")[0] ?? area, body: { ...body, of: jti } };
}

/** What is said to record an expense. */
export function expenseDraft({ place, on, amount, work }: NewExpense): Draft {
  return { type: "spending.recorded", sub: place, body: { for: work, amount, on } };
}

/** The works of gifts and expenses, those of most money and worth first. The same name in other letters or spaces is the same work. */
export function worksOf(gifts: readonly Gift[], expenses: readonly Expense[]): Work[] {
  const byName = new Map<string, { name: string; gifts: Gift[]; expenses: Expense[] }>();
  const find = (name: string) => {
    const known = byName.get(keyOf(name)) ?? { name, gifts: [], expenses: [] };
    byName.set(keyOf(name), known);
    return known;
  };
  for (const gift of gifts) find(gift.work).gifts.push(gift);
  for (const expense of expenses) find(expense.work).expenses.push(expense);
  return [...byName.values()]
    .map(workOf)
    .sort((a, b) => b.collected + b.worth + b.spent - (a.collected + a.worth + a.spent));
}

/** The works of what was said about areas, as the public board has them: a household's gift by what stands there for it. */
export function worksIn(records: readonly WardRecord[]): Work[] {
  return worksOf(giftsIn(records, []), expensesIn(records));
}

/** Gifts added up by kind and unit, in the order of the kinds. */
export function sumsOf(gifts: readonly Gift[]): KindSum[] {
  const sums = new Map<string, KindSum>();
  for (const { kind, unit, quantity, worth = 0 } of gifts) {
    const key = `${kind} ${keyOf(unit)}`;
    const known = sums.get(key) ?? { kind, unit, quantity: 0, worth: 0 };
    sums.set(key, { ...known, quantity: known.quantity + quantity, worth: known.worth + worth });
  }
  return [...sums.values()].sort((a, b) => GIFT_KINDS.indexOf(a.kind) - GIFT_KINDS.indexOf(b.kind));
}

/** Cash of gifts in whole đồng: its worth, or its quantity where that is counted in đồng. */
export function cashOf(gifts: readonly Gift[]): number {
  return sum(
    gifts
      .filter(({ kind }) => kind === "cash")
      .map(({ worth, quantity, unit }) => worth ?? (isDong(unit) ? Math.round(quantity) : 0)),
  );
}

/** Worth in whole đồng of gifts that are no cash, as far as it was said. */
export function worthOf(gifts: readonly Gift[]): number {
  return sum(gifts.filter(({ kind }) => kind !== "cash").map(({ worth }) => worth ?? 0));
}

/** '15.600 m²', '2,5 ngày công', and money as it is said: '6 triệu đồng'. */
export function quantityWords(
  { quantity, unit }: Pick<KindSum, "quantity" | "unit">,
  numbers: Numbers,
): string {
  return isDong(unit) ? formatDong(quantity, numbers) : measured(quantity, unit, numbers);
}

/** The years in which something was given or spent, the latest first: `2026`. */
export function yearsOf(dated: readonly { readonly on: string }[]): string[] {
  return [...new Set(dated.map(({ on }) => on.slice(0, 4)))].sort().toReversed();
}

function workOf({ name, gifts, expenses }: { name: string; gifts: Gift[]; expenses: Expense[] }): Work {
  const days = [...gifts, ...expenses].map(({ on }) => on).sort();
  return {
    name,
    collected: cashOf(gifts),
    spent: sum(expenses.map(({ amount }) => amount)),
    worth: worthOf(gifts),
    kinds: sumsOf(gifts),
    from: days[0] ?? "",
    to: days.at(-1) ?? "",
  };
}

function giftOf(
  place: string,
  { type, jti, kid, at, body, personal }: Omit<HouseholdRecord, "seq">,
): Gift | null {
  const { kind: said, quantity, unit, worth, for: work, on, of } = body;
  const kind = GIFT_KINDS.find((one) => one === said);
  if (type !== "contribution.recorded" || !kind) return null;
  if (typeof quantity !== "number" || typeof unit !== "string" || typeof work !== "string") return null;
  return {
    jti,
    kid,
    place,
    on: dayOfRecord(on, at),
    kind,
    quantity,
    unit,
    worth: typeof worth === "number" ? worth : undefined,
    work: tidy(work),
    by: textOf(personal["by"]),
    note: textOf(personal["note"]),
    of: textOf(of),
  };
}

/** The day that it says; otherwise the day on which it was recorded. */
function dayOfRecord(on: unknown, at: number): string {
  return typeof on === "string" ? on : dateOf(dayAt(at));
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function tidy(name: string): string {
  return name.normalize("NFC").trim().replaceAll(/\s+/g, " ");
}

function keyOf(name: string): string {
  return tidy(name).toLocaleLowerCase("vi");
}

/** Whether a unit is money, as it is written. */
export function isDong(unit: string): boolean {
  return /^(đồng|đ|vnđ|vnd)$/.test(keyOf(unit));
}

function sum(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0);
}
