import type { Kysely } from "kysely";
import { isWithin } from "../../domain/ids.ts";
import { totalsByArea, totalsOf, type AreaTotals, type Totals } from "../../domain/ward/totals.ts";
import type { TotalsAnswer } from "../../wire/answers.ts";
import type { WardRow } from "../store/rows.ts";
import type { Schema } from "../store/schema.ts";
import { countAll, countSince, findCampaign, type Counted } from "./counted-households.ts";
import type { KeptCounts } from "./kept-counts.ts";

interface Parts {
  readonly db: Kysely<Schema>;
  readonly kept: KeptCounts;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The sums of some areas, or with null of the whole ward. */
export type TellTotals = (ward: WardRow, areas: readonly string[] | null) => Promise<TotalsAnswer>;

/** A ward's households as they stood at a number of its log. */
interface Known {
  readonly epoch: string;
  readonly head: number;
  /** Milliseconds: when they were counted. */
  readonly at: number;
  readonly counted: Promise<Standing>;
}

interface Standing extends Counted {
  readonly head: number;
  /** Households that were counted since what is kept beside the store. */
  readonly unkept: number;
}

/**
 * Counts households by the same fold as every screen. A count holds for a minute, or until nothing was said since: many who look
 * on cost no more than one. After that only those are counted again of which something was said, also by a server that has been
 * started since.
 */
export function createTotals({ db, kept, now }: Parts): TellTotals {
  const known = new Map<string, Known>();

  function counted(row: WardRow): Known {
    const { ward, epoch, head } = row;
    const before = known.get(ward);
    const follows = before?.epoch === epoch && before.head <= head;
    if (before && follows && (before.head === head || now() - before.at < MINUTE)) return before;
    const fresh = { epoch, head, at: now(), counted: count(row, follows ? before.counted : findKept(row)) };
    known.set(ward, fresh);
    // What failed is counted anew by whoever asks next.
    fresh.counted.catch(() => known.delete(ward));
    return fresh;
  }

  async function findKept(row: WardRow): Promise<Standing | null> {
    // What cannot be read is counted.
    const found = await kept.read(row).catch(() => null);
    return found && { ...found, unkept: 0, read: 0, campaign: await findCampaign(db, row.ward) };
  }

  async function count(row: WardRow, asked: Promise<Standing | null>): Promise<Standing> {
    const { ward, head } = row;
    const before = await asked;
    const fresh = before
      ? await countSince(db, ward, before, { after: before.head, head })
      : await countAll(db, ward);
    const unkept = (before?.unkept ?? NONE_KEPT) + fresh.read;
    return { ...fresh, head, unkept: unkept < MANY ? unkept : await keep(row, fresh, unkept) };
  }

  async function keep(row: WardRow, { households }: Counted, unkept: number): Promise<number> {
    // Convenience only: without it the next server takes longer.
    return kept.keep(row, { head: row.head, households }).then(
      () => 0,
      () => unkept,
    );
  }

  return async function totals(ward, areas) {
    const found = counted(ward);
    const { campaign, households } = await found.counted;
    const here = [...households.values()].filter(
      ({ area }) => areas === null || areas.some((own) => isWithin(area, own)),
    );
    // The office sees each household by itself.
    const told = areas === null || here.length >= FEW ? here : [];
    const whole = totalsOf(told);
    return {
      at: Math.floor(found.at / 1000),
      campaign: campaign?.id ?? null,
      whole,
      areas: withoutFew(whole, totalsByArea(told)).map(({ area, totals: sums, parts }) => ({
        area,
        totals: sums,
        parts: withoutFew(sums, parts).map((part) => ({ area: part.area, totals: part.totals })),
      })),
    };
  };
}

const MINUTE = 60_000;
/** So many households are counted again in a moment. */
const MANY = 1_000;
const NONE_KEPT = Infinity;
/** Households below which a line of figures would tell of somebody. */
const FEW = 5;

/**
 * Without the areas of few households. Those that the sum has and no line tells, hidden or in none of these areas, must be many
 * together, or none: else the sum less the lines would tell of somebody. So more are hidden, the smallest first.
 */
function withoutFew(sum: Totals, areas: readonly AreaTotals[]): readonly AreaTotals[] {
  const shown = areas.toSorted((a, b) => b.totals.households - a.totals.households);
  const untold = () => shown.reduce((left, { totals }) => left - totals.households, sum.households);
  while ((shown.at(-1)?.totals.households ?? FEW) < FEW) shown.pop();
  while (shown.length > 0 && untold() > 0 && untold() < FEW) shown.pop();
  return areas.filter((one) => shown.includes(one));
}
