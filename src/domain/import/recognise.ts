import { spelling } from "../vietnamese.ts";
import { groupBy } from "./group-by.ts";
import type { ExistingHousehold, HouseholdRow } from "./household-list.ts";

/** A row that may be one of several households, or that is one the ward has closed. */
export interface Unclear {
  readonly row: HouseholdRow;
  readonly reason: "ambiguous" | "closed";
  readonly like: readonly ExistingHousehold[];
}

export interface Recognised {
  readonly known: readonly Pair[];
  /** Rows about households that the ward has not got. */
  readonly unknown: readonly HouseholdRow[];
  readonly unclear: readonly Unclear[];
  /** Open households that no row was recognised as. */
  readonly left: readonly ExistingHousehold[];
}

interface Pair {
  readonly row: HouseholdRow;
  readonly household: ExistingHousehold;
}

/**
 * Tells which row of one tổ is which of its households: by head and address together; of those that are left, by either
 * alone if nobody else left has it and the number agrees; never by number alone. Rows that share a head or an address with
 * a household left over, and no more, are unclear. Each step looks at all rows at once, so that order makes no difference.
 */
export function recognise(rows: readonly HouseholdRow[], existing: readonly ExistingHousehold[]): Recognised {
  const open = existing.filter((household) => household.open);
  const exact = byHeadAndAddress(rows, open);
  const unmatched = rows.filter((row) => !exact.known.some((pair) => pair.row === row));
  const closed = closedOnes(unmatched, existing);
  const settled = new Set([...exact.unclear, ...closed].map(({ row }) => row));
  const rest = unmatched.filter((row) => !settled.has(row));
  const loose = byOneAndNumber(rest, unmatched, leftOf(open, exact.known));
  const known = [...exact.known, ...loose];
  const left = leftOf(open, known);
  const unclear = [...exact.unclear, ...closed];
  const unknown: HouseholdRow[] = [];
  for (const row of rest) {
    if (loose.some((pair) => pair.row === row)) continue;
    const like = left.filter((one) => sameText(row.head, one.head) || sameText(row.address, one.address));
    if (like.length > 0) unclear.push({ row, reason: "ambiguous", like });
    else unknown.push(row);
  }
  return { known, unknown, unclear, left };
}

function byHeadAndAddress(
  rows: readonly HouseholdRow[],
  open: readonly ExistingHousehold[],
): Pick<Recognised, "known" | "unclear"> {
  const known: Pair[] = [];
  const unclear: Unclear[] = [];
  const households = groupBy(open, bothOf);
  for (const [key, group] of groupBy(rows, bothOf)) {
    const same = households.get(key) ?? [];
    const [row, household] = [group[0], same[0]];
    if (row === undefined || household === undefined) continue;
    // Without an address a common name proves little: then the number has to agree even where there is only one.
    if (group.length === 1 && same.length === 1 && row.address !== "") {
      known.push({ row, household });
      continue;
    }
    const pairs = oneToOne(group, same, () => true);
    // Where the numbers agree in full on neither side the list was renumbered, and one that agrees may do so by chance.
    if (pairs.length === group.length || pairs.length === same.length) known.push(...pairs);
    else unclear.push(...group.map((one) => ({ row: one, reason: "ambiguous" as const, like: same })));
  }
  return { known, unclear };
}

// A list that lags behind must not bring back what the ward has closed or merged.
function closedOnes(rows: readonly HouseholdRow[], existing: readonly ExistingHousehold[]): Unclear[] {
  const open = new Set(existing.filter((one) => one.open).map(bothOf));
  const closed = groupBy(
    existing.filter((one) => !one.open),
    bothOf,
  );
  return rows.flatMap((row) => {
    const like = open.has(bothOf(row)) ? undefined : closed.get(bothOf(row));
    return like === undefined ? [] : [{ row, reason: "closed" as const, like }];
  });
}

// Whoever is recognised leaves the others less to be mistaken for, so it goes on until nobody more is: a second import of
// the same list would recognise them anyway.
function byOneAndNumber(
  rows: readonly HouseholdRow[],
  unmatched: readonly HouseholdRow[],
  open: readonly ExistingHousehold[],
): Pair[] {
  const known: Pair[] = [];
  let more: readonly Pair[];
  do {
    const taken = new Set(known.map(({ row }) => row));
    const isLeft = (row: HouseholdRow) => !taken.has(row);
    const left = leftOf(open, known);
    const heads = onlyOnce(unmatched.filter(isLeft), left, ({ head }) => head);
    const addresses = onlyOnce(unmatched.filter(isLeft), left, ({ address }) => address);
    more = oneToOne(
      rows.filter(isLeft),
      left,
      (row, household) =>
        (heads.has(spelling(row.head)) && sameText(row.head, household.head)) ||
        (addresses.has(spelling(row.address)) && sameText(row.address, household.address)),
    );
    known.push(...more);
  } while (more.length > 0);
  return known;
}

// Pairs of the same number that fit, where neither has another to go with.
function oneToOne(
  rows: readonly HouseholdRow[],
  households: readonly ExistingHousehold[],
  fits: (row: HouseholdRow, household: ExistingHousehold) => boolean,
): Pair[] {
  const pairs = rows.flatMap((row) =>
    households
      .filter((household) => String(row.number) === String(household.number) && fits(row, household))
      .map((household) => ({ row, household })),
  );
  return pairs.filter(
    (pair) =>
      pairs.filter((other) => other.row === pair.row || other.household === pair.household).length === 1,
  );
}

function onlyOnce(
  rows: readonly HouseholdRow[],
  households: readonly ExistingHousehold[],
  textOf: (item: HouseholdRow | ExistingHousehold) => string,
): Set<string> {
  const inRows = groupBy(rows, (row) => spelling(textOf(row)));
  const inHouseholds = groupBy(households, (household) => spelling(textOf(household)));
  return new Set(
    [...inRows.keys()].filter(
      (text) => inRows.get(text)?.length === 1 && inHouseholds.get(text)?.length === 1,
    ),
  );
}

function leftOf(open: readonly ExistingHousehold[], known: readonly Pair[]): ExistingHousehold[] {
  const taken = new Set(known.map(({ household }) => household));
  return open.filter((household) => !taken.has(household));
}

function bothOf({ head, address }: HouseholdRow | ExistingHousehold): string {
  return `${spelling(head)}\n${spelling(address)}`;
}

function sameText(a: string, b: string): boolean {
  return a !== "" && spelling(a) === spelling(b);
}
