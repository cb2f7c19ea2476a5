import type { PhoneDatabase } from "../store/database.ts";
import type { PackRow, StatementRow } from "../store/rows.ts";
import { unpack } from "./pack.ts";
import { atOnce } from "./records.ts";

/** What this phone has said: among it the latest, so many where there are as many. In no order. */
export async function readOwn(db: PhoneDatabase, ward: string, most: number): Promise<StatementRow[]> {
  const times: number[] = [];
  // A clock that was wrong may have put one of the latest beside old ones.
  const isEnough = ({ mine = 0, rows }: PackRow) => {
    const least = times.sort((a, b) => b - a)[most - 1];
    if (least !== undefined && mine < least) return true;
    times.push(...rows.map(({ iat }) => iat));
    return false;
  };
  const [alone, packs] = await Promise.all([
    db.statements
      .where("[ward+mine]")
      .between(...span(ward))
      .reverse()
      .limit(most)
      .toArray(),
    db.packs
      .where("[ward+mine]")
      .between(...span(ward))
      .reverse()
      .until(isEnough)
      .toArray(),
  ]);
  return [...alone, ...packs.flatMap(unpack)];
}

/** How many of what this phone has said the ward has, without a look at what was said. */
export function countReceived(db: PhoneDatabase, ward: string): Promise<number> {
  return atOnce(db, async () => {
    const [alone, pending, own] = await Promise.all([
      db.statements
        .where("[ward+mine]")
        .between(...span(ward))
        .count(),
      pendingOwn(db, ward),
      db.packs
        .where("[ward+mine]")
        .between(...span(ward))
        .primaryKeys(),
    ]);
    return alone - pending.length + (await countIn(db, new Set(own)));
  });
}

/** What this phone has said and the ward has not got, or not taken. */
export async function pendingOwn(db: PhoneDatabase, ward: string): Promise<StatementRow[]> {
  const pending = db.statements.where("[ward+pending]").between([ward, ""], [ward, "\uffff"]);
  return (await pending.toArray()).filter(({ own }) => own === 1);
}

// The index names a pack once for each statement in it: thousands of numbers, and no body.
async function countIn(db: PhoneDatabase, ids: ReadonlySet<number>): Promise<number> {
  if (ids.size === 0) return 0;
  const each = await db.packs.orderBy("jtis").primaryKeys();
  return each.filter((id) => ids.has(id)).length;
}

function span(ward: string): [from: [string, number], to: [string, number]] {
  return [
    [ward, 0],
    [ward, Infinity],
  ];
}
