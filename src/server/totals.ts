import type { Kysely } from "kysely";
import { isWithin } from "../domain/ids.ts";
import { totalsByArea, totalsOf, type AreaTotals } from "../domain/totals.ts";
import type { TotalsAnswer } from "../wire/answers.ts";
import { countAll, countSince, type Counted } from "./counted-households.ts";
import type { WardRow } from "./rows.ts";
import type { Schema } from "./store/schema.ts";

interface Parts {
  readonly db: Kysely<Schema>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The sums of some areas, or with null of the whole ward. */
export type Totals = (ward: WardRow, areas: readonly string[] | null) => Promise<TotalsAnswer>;

/** A ward's households as they stood at a number of its log. */
interface Known {
  readonly epoch: string;
  readonly head: number;
  /** Milliseconds: when they were counted. */
  readonly at: number;
  readonly counted: Promise<Counted>;
}

/**
 * Counts households by the same fold as every screen. A count holds for a minute, or until nothing was said since: many who look
 * on cost no more than one. After that only those are counted again of which something was said.
 */
export function createTotals({ db, now }: Parts): Totals {
  const known = new Map<string, Known>();

  function counted({ ward, epoch, head }: WardRow): Known {
    const before = known.get(ward);
    const follows = before?.epoch === epoch && before.head <= head;
    if (before && follows && (before.head === head || now() - before.at < MINUTE)) return before;
    const again =
      before && follows
        ? before.counted.then((was) => countSince(db, ward, was, { after: before.head, head }))
        : countAll(db, ward);
    const fresh = { epoch, head, at: now(), counted: again };
    known.set(ward, fresh);
    // What failed is counted anew by whoever asks next.
    fresh.counted.catch(() => known.delete(ward));
    return fresh;
  }

  return async function totals(ward, areas) {
    const found = counted(ward);
    const { campaign, households } = await found.counted;
    const here = [...households.values()].filter(
      ({ area }) => areas === null || areas.some((own) => isWithin(area, own)),
    );
    return {
      at: Math.floor(found.at / 1000),
      campaign: campaign?.id ?? null,
      whole: totalsOf(here),
      areas: withoutFew(totalsByArea(here)).map(({ area, totals: sums, parts }) => ({
        area,
        totals: sums,
        parts: withoutFew(parts).map((part) => ({ area: part.area, totals: part.totals })),
      })),
    };
  };
}

const MINUTE = 60_000;
/** Households below which a line of figures would tell of somebody. */
const FEW = 5;

/** Without the areas of few households; where that is one alone, without the next smallest too, or the sum would tell. */
function withoutFew(areas: readonly AreaTotals[]): readonly AreaTotals[] {
  const bySize = areas.toSorted((a, b) => a.totals.households - b.totals.households);
  const few = bySize.filter(({ totals }) => totals.households < FEW).length;
  const hidden = new Set(bySize.slice(0, few === 1 ? 2 : few));
  return areas.filter((one) => !hidden.has(one));
}
