import type { CampaignDays } from "../../domain/days/campaign-days.ts";
import type { CountedRow } from "../api/phone.ts";

/** What is counted of many households, a column for each figure: twenty thousand of them are read as fast as one page of statements. No personal field. */
export interface PackedCounts {
  readonly ids: readonly string[];
  readonly areas: readonly string[];
  /** Index into `areas`; -1 where the household is no more. */
  readonly area: readonly number[];
  readonly members: readonly (number | null)[];
  /** Index into `WORDS`. */
  readonly word: readonly number[];
  /** Seconds. */
  readonly at: readonly (number | null)[];
  /** Seconds. */
  readonly appointment: readonly (number | null)[];
  /** DELIVERED, CONFLICT and NAMELESS, as many as are true. */
  readonly marks: readonly number[];
  readonly campaigns: readonly string[];
  /** Five numbers for each household and campaign in which somebody came: the two indices, and the days, -1 for none. */
  readonly days: readonly number[];
}

/** A household and what is counted of it; null where it is no more. */
export type Count = readonly [id: string, row: CountedRow | null];

/** Packs households in the order in which they come. */
export function packCounts(counts: readonly Count[]): PackedCounts {
  const areas = index();
  const campaigns = index();
  const rows = counts.map(([, row]) => row);
  return {
    ids: counts.map(([id]) => id),
    area: rows.map((row) => (row ? areas.of(row.area) : -1)),
    members: rows.map((row) => row?.members ?? null),
    word: rows.map((row) => WORDS.indexOf(row?.status.word ?? "none")),
    at: rows.map((row) => row?.status.at ?? null),
    appointment: rows.map((row) => row?.status.appointment ?? null),
    marks: rows.map(
      (row) =>
        (row?.delivered ? DELIVERED : 0) +
        (row?.status.conflict ? CONFLICT : 0) +
        (row?.nameless ? NAMELESS : 0),
    ),
    days: rows.flatMap((row, at) =>
      (row?.days ?? []).flatMap(({ campaign, visited = -1, delivered = -1, pledged = -1 }) => [
        at,
        campaigns.of(campaign),
        visited,
        delivered,
        pledged,
      ]),
    ),
    areas: areas.all,
    campaigns: campaigns.all,
  };
}

/** The households in a pack, in its order. */
export function unpackCounts(packed: PackedCounts): Count[] {
  const days = daysIn(packed);
  return packed.ids.map((id, at) => {
    const area = packed.areas[packed.area[at] ?? -1];
    if (area === undefined) return [id, null];
    const marks = packed.marks[at] ?? 0;
    const status = {
      word: WORDS[packed.word[at] ?? NONE] ?? "none",
      at: packed.at[at] ?? null,
      appointment: packed.appointment[at] ?? null,
      conflict: (marks & CONFLICT) !== 0,
    };
    const row = {
      id,
      area,
      members: packed.members[at] ?? null,
      delivered: (marks & DELIVERED) !== 0,
      status,
      ...((marks & NAMELESS) === 0 ? {} : { nameless: true }),
    };
    const mine = days.get(at);
    return [id, mine ? { ...row, days: mine } : row];
  });
}

const WORDS = ["signed", "given", "again", "refused", "none"] as const;
const NONE = WORDS.indexOf("none");
const DELIVERED = 1;
const CONFLICT = 2;
const NAMELESS = 4;
/** Numbers that a campaign's days of one household take. */
const WIDTH = 5;

function daysIn({ days, campaigns }: PackedCounts): Map<number, CampaignDays[]> {
  const found = new Map<number, CampaignDays[]>();
  for (let from = 0; from < days.length; from += WIDTH) {
    const [at = 0, campaign = 0, visited = -1, delivered = -1, pledged = -1] = days.slice(from, from + WIDTH);
    const one: CampaignDays = {
      campaign: campaigns[campaign] ?? "",
      ...(visited < 0 ? {} : { visited }),
      ...(delivered < 0 ? {} : { delivered }),
      ...(pledged < 0 ? {} : { pledged }),
    };
    const before = found.get(at);
    if (before) before.push(one);
    else found.set(at, [one]);
  }
  return found;
}

/** Numbers words in the order in which they come. */
function index(): { readonly all: string[]; readonly of: (word: string) => number } {
  const all: string[] = [];
  const known = new Map<string, number>();
  return {
    all,
    of(word) {
      const before = known.get(word);
      if (before !== undefined) return before;
      known.set(word, all.length);
      return all.push(word) - 1;
    },
  };
}
