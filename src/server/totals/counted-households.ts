import { setImmediate } from "node:timers/promises";
import type { Kysely } from "kysely";
import { foldHousehold } from "../../domain/household.ts";
import { isNameless } from "../../domain/household/nameless.ts";
import { isDelivered, statusOf } from "../../domain/household/status.ts";
import type { Entry } from "../../domain/said.ts";
import type { Authors } from "../../domain/signed/retractions.ts";
import { currentCampaign, type Campaign } from "../../domain/ward-facts.ts";
import type { CountedHousehold } from "../../domain/ward/totals.ts";
import { rowsInPlaces } from "../log/places-in-log.ts";
import { readCampaigns } from "../public/read-campaigns.ts";
import { isOneOf, prepared } from "../store/prepared.ts";
import { readRow, toDevice, type LogRow } from "../store/rows.ts";
import type { Schema } from "../store/schema.ts";

/** A ward's open households as they are counted, and by what. */
export interface Counted {
  /** What runs now; undefined where nothing does. */
  readonly campaign: Campaign | undefined;
  /** By the household, or by the one that stands for it. */
  readonly households: ReadonlyMap<string, CountedHousehold>;
  /** How many were read for it. */
  readonly read: number;
}

/** Part of a ward's log: what stands above a number, up to another. */
export interface Since {
  readonly after: number;
  readonly head: number;
}

/** Counts every household of a ward, by the same fold as every screen. */
export async function countAll(db: Kysely<Schema>, ward: string): Promise<Counted> {
  const campaign = await findCampaign(db, ward);
  const all = await db
    .selectFrom("households")
    .select(["household", "heir"])
    .where("ward", "=", ward)
    .execute();
  const households = await countFamilies(db, ward, all, campaign);
  return { campaign, households, read: all.length };
}

/**
 * Counts again the households of which something was said since, and no other; all of them where what was said may change
 * others too: which campaign runs, whom one stands for, who signed.
 */
export async function countSince(
  db: Kysely<Schema>,
  ward: string,
  before: Pick<Counted, "campaign" | "households">,
  { after, head }: Since,
): Promise<Counted> {
  const said = await saidSince(db, ward, after, head);
  const taken = await takenBackSince(db, ward, after, head);
  if ([...said, ...taken].some(({ type }) => !ALONE.has(type))) return countAll(db, ward);
  const touched = [...new Set(said.map(({ place }) => place))];
  const heirs = (await namedHouseholds(db, ward, touched)).map(({ heir }) => heir);
  const families = await familiesOf(db, ward, [...new Set(heirs)]);
  const households = new Map(before.households);
  for (const { household } of families) households.delete(household);
  for (const [id, one] of await countFamilies(db, ward, families, before.campaign)) households.set(id, one);
  return { campaign: before.campaign, households, read: families.length };
}

/** What is said of one household, or of none, and changes what is counted of no other; a word taken back is as what it takes back. */
const ALONE: ReadonlySet<string> = new Set([
  "amendment.opened",
  "amendment.stepped",
  "covenant.published",
  "device.assigned",
  "device.revoked",
  "handbook.published",
  "handbook.stocked",
  "indicator.defined",
  "invite.cancelled",
  "meeting.held",
  "meeting.matched",
  "spending.recorded",
  "commendation.granted",
  "commendation.proposed",
  "consent.given",
  "consent.withdrawn",
  "contribution.recorded",
  "handbook.delivered",
  "household.changed",
  "household.closed",
  "household.moved",
  "household.registered",
  "indicator.observed",
  "meeting.attended",
  "opinion.answered",
  "opinion.forwarded",
  "opinion.given",
  "pledge.preferred",
  "pledge.signed",
  "pledge.withdrawn",
  "request.answered",
  "request.made",
  "round.assigned",
  "statement.retracted",
  "visit.logged",
]);

const saidSince = prepared((db, ward: string, after: number, head: number) =>
  db
    .selectFrom("statements")
    .select(["type", "place"])
    .distinct()
    .where("ward", "=", ward)
    .where("seq", ">", after)
    .where("seq", "<=", head),
);

const takenBackSince = prepared((db, ward: string, after: number, head: number) =>
  db
    .selectFrom("statements as word")
    .innerJoin("statements as target", (join) =>
      join.onRef("target.ward", "=", "word.ward").onRef("target.jti", "=", "word.sub"),
    )
    .select("target.type")
    .distinct()
    .where("word.ward", "=", ward)
    .where("word.type", "=", "statement.retracted")
    .where("word.seq", ">", after)
    .where("word.seq", "<=", head),
);

const namedHouseholds = prepared((db, ward: string, ids: readonly string[]) =>
  db
    .selectFrom("households")
    .select(["household", "heir"])
    .where("ward", "=", ward)
    .where(isOneOf(db, "household", ids)),
);

const familiesOf = prepared((db, ward: string, heirs: readonly string[]) =>
  db
    .selectFrom("households")
    .select(["household", "heir"])
    .where("ward", "=", ward)
    .where(isOneOf(db, "heir", heirs)),
);

/** Households that are read at a time: others wait no longer than for this. */
const CHUNK = 100;

/** Each household, and for whom it counts. */
type Kin = readonly { readonly household: string; readonly heir: string }[];

async function countFamilies(
  db: Kysely<Schema>,
  ward: string,
  kin: Kin,
  campaign: Campaign | undefined,
): Promise<Map<string, CountedHousehold>> {
  const authors = await authorsOf(db, ward);
  const families = new Map<string, string[]>();
  for (const { household, heir } of kin) {
    const family = families.get(heir);
    if (family) family.push(household);
    else families.set(heir, [heir, household]);
  }
  const heirs = [...families.keys()];
  const counted = new Map<string, CountedHousehold>();
  for (let at = 0; at < heirs.length; at += CHUNK) {
    const some = heirs.slice(at, at + CHUNK);
    const found = await countSome(db, ward, some, { families, authors, campaign });
    for (const [heir, one] of found) counted.set(heir, one);
    // Others get their turn between two chunks.
    await setImmediate();
  }
  return counted;
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
): Promise<(readonly [string, CountedHousehold])[]> {
  const heirOf = new Map(
    heirs.flatMap((heir) => (families.get(heir) ?? []).map((one) => [one, heir] as const)),
  );
  const entries = new Map<string, Entry[]>();
  const rows = await rowsInPlaces(db, ward, [...heirOf.keys()]);
  rows.sort((one, other) => one.seq - other.seq);
  for (const row of rows) {
    const heir = heirOf.get(row.place) ?? row.place;
    const said = entries.get(heir);
    if (said) said.push(toEntry(row));
    else entries.set(heir, [toEntry(row)]);
  }
  return heirs.flatMap((heir) => {
    const household = foldHousehold(heir, entries.get(heir) ?? [], authors);
    const { area, members, ended } = household;
    if (area === null || ended !== null) return [];
    const status = statusOf(household, campaign);
    const delivered = isDelivered(household, campaign);
    const nameless = isNameless(household) ? { nameless: true } : {};
    return [[heir, { area, members, delivered, status, ...nameless }] as const];
  });
}

async function authorsOf(db: Kysely<Schema>, ward: string): Promise<Authors> {
  const devices = await db.selectFrom("devices").selectAll().where("ward", "=", ward).execute();
  const byKid = new Map(devices.map((row) => [row.kid, toDevice(row)]));
  return (kid) => byKid.get(kid);
}

/** What a ward's households are counted by: the campaign that runs now. */
export async function findCampaign(db: Kysely<Schema>, ward: string): Promise<Campaign | undefined> {
  return currentCampaign({ campaigns: await readCampaigns(db, ward) });
}

function toEntry(row: LogRow): Entry {
  return { seq: row.seq, at: row.at, standing: "log", statement: readRow(row) };
}
