import * as v from "valibot";
import { isWithin } from "./ids.ts";
import type { WardRecord } from "./ward-facts.ts";

/** What the stock takes of a household. */
export interface Supplied {
  readonly area: string;
  readonly delivered: boolean;
}

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

/** Copies of one khu phố. */
export interface AreaStock<Household extends Supplied> {
  readonly area: string;
  /** Null where nobody wrote down any. */
  readonly received: number | null;
  /** Households that have theirs, as the rounds recorded it. */
  readonly delivered: number;
  /** What should lie there; below zero where more were handed out than were written down as received. Null where none were. */
  readonly left: number | null;
  /** Households that have none yet, in the order they came. */
  readonly without: readonly Household[];
  /** How many copies these lack beyond what is left; null where nobody knows what is left. */
  readonly lacking: number | null;
}

/** Copies of a ward: from the printer to the households. */
export interface WardStock<Household extends Supplied> {
  /** From the printer; null where nobody wrote it down. */
  readonly printed: number | null;
  /** Given to the khu phố. */
  readonly handedOn: number;
  /** What the office should still have; null where nobody wrote down what came. */
  readonly atOffice: number | null;
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

/** The entries of the editions that are handed out now, by area; of the ward as a whole those of any of them. */
export function currentEntries(
  ward: string,
  entries: readonly StockEntry[],
  editionOf: (area: string) => number | string | undefined,
  areas: readonly string[],
): StockEntry[] {
  const current = new Set(areas.map((area) => String(editionOf(area))));
  return entries.filter(({ place, edition }) =>
    place === ward ? current.has(String(edition)) : String(editionOf(place)) === String(edition),
  );
}

/** How the copies stand: what was written down as received, against what the rounds have handed out. Khu phố come as given. */
export function stockOf<Household extends Supplied>(
  ward: string,
  areas: readonly string[],
  entries: readonly StockEntry[],
  households: readonly Household[],
): WardStock<Household> {
  const stocks = areas.map((area) => stockOfArea(area, entries, households));
  const fromPrinter = entries.filter(({ place }) => place === ward);
  const printed = fromPrinter.length > 0 ? sum(fromPrinter) : null;
  const handedOn = stocks.reduce((total, { received }) => total + (received ?? 0), 0);
  return { printed, handedOn, atOffice: printed === null ? null : printed - handedOn, areas: stocks };
}

function stockOfArea<Household extends Supplied>(
  area: string,
  entries: readonly StockEntry[],
  households: readonly Household[],
): AreaStock<Household> {
  const inside = households.filter((household) => isWithin(household.area, area));
  const without = inside.filter((household) => !household.delivered);
  const delivered = inside.length - without.length;
  const own = entries.filter(({ place }) => isWithin(place, area));
  if (own.length === 0) return { area, received: null, delivered, left: null, without, lacking: null };
  const received = sum(own);
  const left = received - delivered;
  return {
    area,
    received,
    delivered,
    left,
    without,
    lacking: Math.max(0, without.length - Math.max(0, left)),
  };
}

function sum(entries: readonly StockEntry[]): number {
  return entries.reduce((total, { copies }) => total + copies, 0);
}

const BODY = v.object({ edition: v.union([v.number(), v.string()]), copies: v.number() });
