import type { PackRow, PhoneDatabase, StatementRow } from "./database.ts";
import { unpack } from "./pack.ts";

/** What this phone has said: among it the latest, so many where there are as many. In no order. */
export async function readOwn(db: PhoneDatabase, ward: string, most: number): Promise<StatementRow[]> {
  const [from, to] = [
    [ward, 0],
    [ward, Infinity],
  ];
  const times: number[] = [];
  // A clock that was wrong may have put one of the latest beside old ones.
  const isEnough = ({ mine = 0, rows }: PackRow) => {
    const least = times.sort((a, b) => b - a)[most - 1];
    if (least !== undefined && mine < least) return true;
    times.push(...rows.map(({ iat }) => iat));
    return false;
  };
  const [alone, packs] = await Promise.all([
    db.statements.where("[ward+mine]").between(from, to).reverse().limit(most).toArray(),
    db.packs.where("[ward+mine]").between(from, to).reverse().until(isEnough).toArray(),
  ]);
  return [...alone, ...packs.flatMap(unpack)];
}
