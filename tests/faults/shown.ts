import { datedCampaigns } from "../../src/domain/days/campaign-days.ts";
import type { Household } from "../../src/domain/household-facts.ts";
import { foldHousehold } from "../../src/domain/household.ts";
import { heirOf, mergedInto } from "../../src/domain/household/mergers.ts";
import { isHouseholdId } from "../../src/domain/ids.ts";
import { findKind } from "../../src/domain/kinds/all.ts";
import type { Entry } from "../../src/domain/said.ts";
import { placeOf, targetOf } from "../../src/domain/signed/place.ts";
import type { Statement } from "../../src/domain/statement.ts";
import { authorsOf, foldWard } from "../../src/domain/ward.ts";
import type { WardView } from "../../src/phone/api/phone.ts";
import { householdView, type RowFacts } from "../../src/phone/views/household-view.ts";
import { wardView } from "../../src/phone/views/view-shapes.ts";
import { now, type TestPhone } from "../phone/test-phone.ts";

/** All that a phone shows of a ward: the ward, the rows of its round by household, and each of these households with its diary. */
export interface Shown {
  readonly ward: WardView | null;
  readonly rows: Readonly<Record<string, RowFacts>>;
  readonly households: Readonly<Record<string, Household | null>>;
}

/** What a phone shows, asked of it as screens do. */
export async function shownBy({ watch }: TestPhone, slug: string): Promise<Shown> {
  const [ward, round] = await Promise.all([now(watch.ward(slug)), now(watch.round(slug))]);
  const households = await Promise.all(
    round.map(async ({ id }): Promise<[string, Household | null]> => [
      id,
      await now(watch.household(slug, id)),
    ]),
  );
  const rows = round.map((row): [string, RowFacts] => {
    const { search: _search, ...facts } = row;
    return [row.id, facts];
  });
  return plain({ ward, rows: byName(rows), households: byName(households) });
}

/** What these entries come to, folded in one go: no database, no pages, no order of arrival. */
export function foldOf(entries: readonly Entry[], slug: string): Shown {
  const known = new Map(entries.map(({ statement }) => [statement.claims.jti, statement]));
  const ofWard = entries.filter(
    ({ statement }) => !isHouseholdId(standOf(statement, known)) || isPublic(statement),
  );
  const ward = wardView(foldWard(slug, ofWard));
  const facts = { campaign: ward.campaign, dated: datedCampaigns(ward) };
  const authors = authorsOf(ward);
  const groups = groupByHousehold(entries, known);
  const alone = new Map([...groups].map(([id, said]) => [id, foldHousehold(id, said, authors)]));
  const mergers = new Map<string, string>();
  for (const [id, household] of alone) {
    const into = mergedInto(household);
    if (into !== null) mergers.set(id, into);
  }
  const rows: [string, RowFacts][] = [];
  const households: [string, Household][] = [];
  for (const id of groups.keys()) {
    const isHeir = heirOf(id, mergers) === id;
    const together = [...groups].filter(([one]) => heirOf(one, mergers) === id).flatMap(([, said]) => said);
    const household = isHeir ? foldHousehold(id, together, authors) : alone.get(id);
    const row = household && householdView(household, facts, isHeir).row;
    if (!row) continue;
    rows.push([id, row]);
    households.push([id, household]);
  }
  return plain({ ward, rows: byName(rows), households: byName(households) });
}

type Known = ReadonlyMap<string, Statement>;

function groupByHousehold(entries: readonly Entry[], known: Known): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const { type, body } = entry.statement.claims;
    const places = [standOf(entry.statement, known), type === "household.merged" ? body["into"] : ""];
    for (const id of new Set(places.filter(isHouseholdId)))
      groups.set(id, [...(groups.get(id) ?? []), entry]);
  }
  return groups;
}

/** What speaks of another statement stands where that one does. */
function standOf(statement: Statement, known: Known): string {
  return placeOf(known.get(targetOf(statement) ?? "") ?? statement);
}

function isPublic(statement: Statement): boolean {
  return findKind(statement.claims.type, statement.claims.v)?.public(statement) ?? false;
}

function byName<Value>(pairs: readonly [string, Value][]): Record<string, Value> {
  return Object.fromEntries([...pairs].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** As it would be written: an absent field and one that is undefined are the same. */
function plain(shown: Shown): Shown {
  return JSON.parse(JSON.stringify(shown)) as Shown;
}
