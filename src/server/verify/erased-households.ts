import type { Kysely } from "kysely";
import { isHouseholdId } from "../../domain/ids.ts";
import { erases, isCovered } from "../../domain/said.ts";
import { readRow, toErasure, type LogRow } from "../store/rows.ts";
import type { Schema } from "../store/schema.ts";

/**
 * Whose phone each device was whose household was erased after it had spoken, by the number of its enrolment. Its statements
 * tell: a household's phone speaks of its own household alone, so that one of them names it for all; what the office let
 * through does not count. Where it said nothing there is nothing to judge, and nobody knows.
 */
export async function erasedHouseholds(
  db: Kysely<Schema>,
  ward: string,
): Promise<ReadonlyMap<number, string>> {
  const found = new Map<number, string>();
  const all = db.selectFrom("statements").selectAll().where("ward", "=", ward);
  const enrolments = await all.where("type", "=", "device.enrolled").orderBy("seq").execute();
  const rows = await db.selectFrom("erasures").selectAll().where("ward", "=", ward).orderBy("seq").execute();
  const erasures = rows
    .map((row) => ({ seq: row.seq, erasure: toErasure(row) }))
    .filter(({ erasure }) => erases(erasure, "household"));
  for (const row of enrolments) {
    const enrolled = readRow(row);
    const { body } = enrolled.claims;
    if (body["role"] !== "household" || enrolled.disclosures.some(({ name }) => name === "household"))
      continue;
    const erased = erasures.find(({ seq, erasure }) => seq > row.seq && isCovered(enrolled, erasure));
    const again = enrolments.find(({ seq, sub }) => seq > row.seq && sub === row.sub);
    const household =
      erased && (await householdSpokenOf(db, row, Math.min(erased.seq, again?.seq ?? Infinity)));
    if (household !== undefined) found.set(row.seq, household);
  }
  return found;
}

/** The household of the first statement that the device made by its own right, between its enrolment and a number. */
async function householdSpokenOf(
  db: Kysely<Schema>,
  { ward, sub: kid, seq: after }: LogRow,
  before: number,
): Promise<string | undefined> {
  const said = await db
    .selectFrom("statements as s")
    .leftJoin("statements as d", (join) =>
      join
        .onRef("d.ward", "=", "s.ward")
        .onRef("d.sub", "=", "s.jti")
        .onRef("d.seq", "<", "s.seq")
        .on("d.type", "=", "statement.decided"),
    )
    .select("s.sub")
    .where("s.ward", "=", ward)
    .where("s.kid", "=", kid)
    .where("s.seq", ">", after)
    .where("s.seq", "<", before)
    .where("s.type", "not like", "statement.%")
    .where("d.seq", "is", null)
    .orderBy("s.seq")
    .execute();
  return said.map(({ sub }) => sub).find(isHouseholdId);
}
