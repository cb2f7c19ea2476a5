import * as v from "valibot";
import { isNameless, type Known } from "../household/nameless.ts";
import { isWithin } from "../ids.ts";
import { compareNumbers } from "../vietnamese.ts";
import type { WardRecord } from "../ward-facts.ts";

/** Copies that a household was handed, whether it lives here still or not. */
export interface Handed {
  readonly area: string | null;
  /** The edition of each; see `copiesOf`. */
  readonly copies?: readonly Edition[] | undefined;
}

/** What the stock takes of a household that lives here. */
export interface Supplied extends Handed, Known {
  readonly area: string;
  /** Whether it has the handbook of the running campaign. */
  readonly delivered: boolean;
}

type Edition = number | string;

/** Printed copies that somebody wrote down as received. */
export interface StockEntry {
  readonly jti: string;
  /** Seconds. */
  readonly at: number;
  /** An area's code, or the ward's slug: from the printer. */
  readonly place: string;
  readonly edition: number | string;
  readonly copies: number;
}

/** Copies of one edition in one khu phố. */
export interface AreaStock<Household extends Supplied> {
  readonly area: string;
  /** Whether this is the edition that it hands out now. */
  readonly isCurrent: boolean;
  /** Null where nobody wrote down any. */
  readonly received: number | null;
  /** Copies, as the rounds recorded them. */
  readonly handedOut: number;
  /** What should lie there; below zero where more were handed out than were written down as received. Null where none were. */
  readonly left: number | null;
  /** Households that wait for this edition, having no handbook yet, in the order they came. */
  readonly without: readonly Household[];
  /** How many copies these lack beyond what is left; null where nobody knows what is left. */
  readonly lacking: number | null;
}

/** Copies of one edition in a ward: from the printer to the households. */
export interface EditionStock<Household extends Supplied> {
  readonly edition: Edition;
  /** From the printer; null where nobody wrote it down. */
  readonly printed: number | null;
  /** Given to the khu phố. */
  readonly handedOn: number;
  /** What the office should still have; null where nobody wrote down what came. */
  readonly atOffice: number | null;
  /** Those that hand it out, or ever had any of it. */
  readonly areas: readonly AreaStock<Household>[];
}

/** The entries among a ward's records, the newest first. */
export function stockEntries(records: readonly WardRecord[]): StockEntry[] {
  return records
    .flatMap(({ jti, at, type, sub, body }) => {
      const read = type === "handbook.stocked" ? v.safeParse(BODY, body) : null;
      return read?.success ? [{ jti, at, place: sub, ...read.output }] : [];
    })
    .toReversed();
}

/**
 * How the copies of each edition stand: what was written down as received, against what the rounds have handed out. A copy
 * stays where it went, whichever edition follows. Editions that are handed out now come first, then the newer before the
 * older; khu phố as given, and one that has no edition of its own waits for the newest.
 */
export function stockByEdition<Household extends Supplied>(
  ward: string,
  areas: readonly string[],
  entries: readonly StockEntry[],
  households: readonly Household[],
  editionOf: (area: string) => Edition | undefined,
  /** Those that are no more. */
  gone: readonly Handed[] = [],
): EditionStock<Household>[] {
  const current = newestFirst(areas.flatMap((area) => editionOf(area) ?? []));
  const known = newestFirst([
    ...entries.map(({ edition }) => edition),
    ...[...households, ...gone].flatMap(({ copies = [] }) => copies),
  ]);
  const usual = current[0] ?? known[0] ?? 1;
  return distinct([...current, usual, ...known]).map((edition) => {
    const own = entries.filter((entry) => isSame(entry.edition, edition));
    const fromPrinter = own.filter(({ place }) => place === ward);
    const printed = fromPrinter.length > 0 ? sum(fromPrinter) : null;
    const handedOn = sum(own) - (printed ?? 0);
    const stocks = areas
      .map((area) => {
        const isCurrent = isSame(editionOf(area) ?? usual, edition);
        return stockOfArea({ area, isCurrent, edition }, own, households, gone);
      })
      .filter(({ isCurrent, received, handedOut }) => isCurrent || received !== null || handedOut > 0);
    return {
      edition,
      printed,
      handedOn,
      atOffice: printed === null ? null : printed - handedOn,
      areas: stocks,
    };
  });
}

function stockOfArea<Household extends Supplied>(
  {
    area,
    isCurrent,
    edition,
  }: { readonly area: string; readonly isCurrent: boolean; readonly edition: Edition },
  entries: readonly StockEntry[],
  households: readonly Household[],
  gone: readonly Handed[],
): AreaStock<Household> {
  const isInside = (one: Handed) => isWithin(one.area ?? "", area);
  const inside = households.filter(isInside);
  // Where data were erased nobody knows at which door a handbook is missing.
  const without = isCurrent ? inside.filter((one) => !one.delivered && !isNameless(one)) : [];
  const handedOut = [...inside, ...gone.filter(isInside)]
    .flatMap(({ copies = [] }) => copies)
    .filter((one) => isSame(one, edition)).length;
  const own = entries.filter(({ place }) => isWithin(place, area));
  const received = own.length > 0 ? sum(own) : null;
  const left = received === null ? null : received - handedOut;
  const lacking = left === null ? null : Math.max(0, without.length - Math.max(0, left));
  return { area, isCurrent, received, handedOut, left, without, lacking };
}

function newestFirst(editions: readonly Edition[]): Edition[] {
  return distinct(editions).sort((a, b) => compareNumbers(b, a));
}

/** One of each: '5' is 5. */
function distinct(editions: readonly Edition[]): Edition[] {
  return editions.filter((one, at) => editions.findIndex((other) => isSame(one, other)) === at);
}

function isSame(one: Edition, other: Edition): boolean {
  return String(one) === String(other);
}

function sum(entries: readonly StockEntry[]): number {
  return entries.reduce((total, { copies }) => total + copies, 0);
}

const BODY = v.object({ edition: v.union([v.number(), v.string()]), copies: v.number() });
