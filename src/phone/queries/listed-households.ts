import { foldHousehold } from "../../domain/household.ts";
import { isHouseholdId } from "../../domain/ids.ts";
import type { ExistingHousehold } from "../../domain/import/household-list.ts";
import { readAll } from "../log/records.ts";
import { entriesOf } from "../log/stored.ts";
import type { Parts } from "../store/parts.ts";
import { breathing } from "../time/breath.ts";
import { pause } from "../time/pause.ts";
import { authorsOf, readWardFacts } from "../views/kept-facts.ts";
import { groupByHousehold } from "../views/read-households.ts";

/** Every household that this phone knows of, open or not, as an import sets a list beside it. */
export async function readListed(
  { env: { db } }: Parts,
  ward: string,
): Promise<readonly ExistingHousehold[]> {
  const [facts, rows] = await Promise.all([readWardFacts(db, ward), readAll(db, ward)]);
  const authors = authorsOf(facts);
  // What changes a household's own fields, and what takes such a change back.
  const telling = rows.filter(({ type }) => type.startsWith("household.") || type === "statement.retracted");
  const listed: ExistingHousehold[] = [];
  // Twenty thousand all at once would freeze the page for seconds.
  const breathe = breathing(pause, db.now);
  for (const [id, said] of groupByHousehold(ward, telling)) {
    const breath = breathe();
    if (breath) await breath;
    if (!isHouseholdId(id)) continue;
    const household = foldHousehold(id, entriesOf(said), authors);
    const { area, number = "", head = "", address = "", members, note = "", phone = "", ended } = household;
    // Others may speak of one that was never registered: nobody knows where it stands.
    if (area === null) continue;
    listed.push({
      id,
      area,
      number,
      head,
      address,
      members: members ?? 0,
      note,
      phone,
      open: ended === null,
    });
  }
  return listed;
}
