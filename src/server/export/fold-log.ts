import type { Kysely } from "kysely";
import type { Household } from "../../domain/household-facts.ts";
import { foldHousehold } from "../../domain/household.ts";
import { isHouseholdId } from "../../domain/ids.ts";
import type { Entry } from "../../domain/said.ts";
import type { Ward } from "../../domain/ward-facts.ts";
import { authorsOf, foldWard } from "../../domain/ward.ts";
import { readRow, type LogRow } from "../store/rows.ts";
import type { Schema } from "../store/schema.ts";

/** A ward and all its households as the log has them, each under the one it was merged into. */
export interface FoldedLog {
  readonly ward: Ward;
  readonly households: readonly Household[];
}

/** Collects rows of a log, and folds them all at the end as a phone of the office would. */
export function createLogFold(slug: string) {
  const byPlace = new Map<string, Entry[]>();

  return {
    add(row: LogRow): void {
      const place = isHouseholdId(row.place) ? row.place : "";
      const entry: Entry = { seq: row.seq, at: row.at, standing: "log", statement: readRow(row) };
      const known = byPlace.get(place);
      if (known) known.push(entry);
      else byPlace.set(place, [entry]);
    },
    fold(heirs: ReadonlyMap<string, string>): FoldedLog {
      const ward = foldWard(slug, byPlace.get("") ?? []);
      const authors = authorsOf(ward);
      const ids = [...byPlace.keys()].filter((place) => place !== "");
      const members = new Map(ids.map((id) => [id, [id]]));
      for (const id of ids) {
        const heir = heirs.get(id) ?? id;
        if (heir !== id) members.set(heir, [...(members.get(heir) ?? []), id]);
      }
      const households = [...members].map(([id, all]) =>
        foldHousehold(
          id,
          all.flatMap((one) => byPlace.get(one) ?? []),
          authors,
        ),
      );
      return { ward, households };
    },
  };
}

/** For each household the one that stands for it now. */
export async function readHeirs(db: Kysely<Schema>, ward: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom("households")
    .select(["household", "heir"])
    .where("ward", "=", ward)
    .execute();
  return new Map(rows.map(({ household, heir }) => [household, heir]));
}
