import { setImmediate } from "node:timers/promises";
import type { Kysely } from "kysely";
import { foldHousehold } from "../domain/household.ts";
import { isWithin } from "../domain/ids.ts";
import type { Authors } from "../domain/retractions.ts";
import type { Entry } from "../domain/said.ts";
import { isDelivered, statusOf } from "../domain/status.ts";
import { totalsByArea, totalsOf, type AreaTotals, type CountedHousehold } from "../domain/totals.ts";
import { currentCampaign, type Campaign } from "../domain/ward-facts.ts";
import { foldWard } from "../domain/ward.ts";
import type { TotalsAnswer } from "../wire/answers.ts";
import { rowsInPlaces } from "./places-in-log.ts";
import { retractedOf } from "./read-public.ts";
import { readRow, toDevice, type LogRow, type WardRow } from "./rows.ts";
import type { Schema } from "./store/schema.ts";

interface Parts {
  readonly db: Kysely<Schema>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The sums of some areas, or with null of the whole ward. */
export type Totals = (ward: WardRow, areas: readonly string[] | null) => Promise<TotalsAnswer>;

/**
 * Counts households by the same fold as every screen. A count holds for a minute, or until nothing was said since: many who look
 * on cost no more than one.
 */
export function createTotals({ db, now }: Parts): Totals {
  const known = new Map<
    string,
    { readonly stamp: string; readonly at: number; readonly counted: Promise<Counted> }
  >();

  function counted(ward: WardRow): { readonly at: number; readonly counted: Promise<Counted> } {
    const stamp = `${ward.epoch} ${ward.head}`;
    const before = known.get(ward.ward);
    const isSame = before?.stamp === stamp;
    const isOfThisLog = before?.stamp.startsWith(`${ward.epoch} `) ?? false;
    if (before && (isSame || (isOfThisLog && now() - before.at < MINUTE))) return before;
    const fresh = { stamp, at: now(), counted: countAll(db, ward.ward) };
    known.set(ward.ward, fresh);
    // What failed is counted anew by whoever asks next.
    fresh.counted.catch(() => known.delete(ward.ward));
    return fresh;
  }

  return async function totals(ward, areas) {
    const found = counted(ward);
    const { campaign, households } = await found.counted;
    const here = households.filter(({ area }) => areas === null || areas.some((own) => isWithin(area, own)));
    return {
      at: Math.floor(found.at / 1000),
      campaign,
      whole: totalsOf(here),
      areas: withoutFew(totalsByArea(here)).map(({ area, totals: sums, parts }) => ({
        area,
        totals: sums,
        parts: withoutFew(parts).map((part) => ({ area: part.area, totals: part.totals })),
      })),
    };
  };
}

interface Counted {
  /** Id of the campaign that runs; null where none does. */
  readonly campaign: string | null;
  readonly households: readonly CountedHousehold[];
}

const MINUTE = 60_000;
/** Households below which a line of figures would tell of somebody. */
const FEW = 5;
/** Households that are read at a time. */
const CHUNK = 400;

/** Without the areas of few households; where that is one alone, without the next smallest too, or the sum would tell. */
function withoutFew(areas: readonly AreaTotals[]): readonly AreaTotals[] {
  const bySize = areas.toSorted((a, b) => a.totals.households - b.totals.households);
  const few = bySize.filter(({ totals }) => totals.households < FEW).length;
  const hidden = new Set(bySize.slice(0, few === 1 ? 2 : few));
  return areas.filter((one) => !hidden.has(one));
}

async function countAll(db: Kysely<Schema>, ward: string): Promise<Counted> {
  const campaign = await findCampaign(db, ward);
  const devices = await db.selectFrom("devices").selectAll().where("ward", "=", ward).execute();
  const byKid = new Map(devices.map((row) => [row.kid, toDevice(row)]));
  const authors: Authors = (kid) => byKid.get(kid);
  const all = await db
    .selectFrom("households")
    .select(["household", "heir"])
    .where("ward", "=", ward)
    .execute();
  const families = new Map<string, string[]>();
  for (const { household, heir } of all) families.set(heir, [...(families.get(heir) ?? []), household]);
  const heirs = [...families.keys()];
  const households: CountedHousehold[] = [];
  for (let at = 0; at < heirs.length; at += CHUNK) {
    const some = heirs.slice(at, at + CHUNK);
    households.push(...(await countSome(db, ward, some, { families, authors, campaign })));
    // Others get their turn between two chunks.
    await setImmediate();
  }
  return { campaign: campaign?.id ?? null, households };
}

interface Around {
  /** By heir: the households that it stands for, itself among them. */
  readonly families: ReadonlyMap<string, readonly string[]>;
  readonly authors: Authors;
  readonly campaign: Campaign | undefined;
}

async function countSome(
  db: Kysely<Schema>,
  ward: string,
  heirs: readonly string[],
  { families, authors, campaign }: Around,
): Promise<CountedHousehold[]> {
  const membersOf = (heir: string) => [...new Set([heir, ...(families.get(heir) ?? [])])];
  const entries = new Map<string, Entry[]>();
  const heirOf = new Map(heirs.flatMap((heir) => membersOf(heir).map((one) => [one, heir] as const)));
  const rows = await rowsInPlaces(db, ward, [...heirOf.keys()]);
  rows.sort((one, other) => one.seq - other.seq);
  for (const row of rows) {
    const heir = heirOf.get(row.place) ?? row.place;
    entries.set(heir, [...(entries.get(heir) ?? []), toEntry(row)]);
  }
  return heirs.flatMap((heir) => {
    const household = foldHousehold(heir, entries.get(heir) ?? [], authors);
    const { area, members, ended } = household;
    if (area === null || ended !== null) return [];
    const status = statusOf(household, campaign);
    return [{ area, members, delivered: isDelivered(household, campaign), status }];
  });
}

async function findCampaign(db: Kysely<Schema>, ward: string): Promise<Campaign | undefined> {
  const rows = await db
    .selectFrom("statements")
    .selectAll()
    .where("ward", "=", ward)
    .where("type", "in", ["campaign.opened", "campaign.closed"])
    .orderBy("seq")
    .execute();
  const gone = await retractedOf(db, ward, rows);
  const entries = rows.filter(({ jti }) => !gone.has(jti)).map(toEntry);
  return currentCampaign(foldWard(ward, entries));
}

function toEntry(row: LogRow): Entry {
  return { seq: row.seq, at: row.at, standing: "log", statement: readRow(row) };
}
