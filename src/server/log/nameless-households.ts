import { erases, type Erasure } from "../../domain/said.ts";
import { toErasure, type Db } from "../store/rows.ts";

/** Whether all that was known of a household was erased, or of the one that it was merged into: nobody is invited to it any more. */
export async function isNamelessHousehold(db: Db, ward: string, household: string): Promise<boolean> {
  const known = db.selectFrom("households").select("heir").where("ward", "=", ward);
  const heir = (await known.where("household", "=", household).executeTakeFirst())?.heir ?? household;
  const rows = await db
    .selectFrom("erasures")
    .selectAll()
    .where("ward", "=", ward)
    .where("statements", "is", null)
    .where("sub", "in", [household, heir])
    .execute();
  const erasures = rows.map(toErasure);
  return [household, heir].some((id) => leaveNothing(erasures.filter(({ sub }) => sub === id)));
}

/** As `isNameless` tells it of what is left. */
function leaveNothing(erasures: readonly Erasure[]): boolean {
  return ["number", "head", "address"].every((name) => erasures.some((one) => erases(one, name)));
}
