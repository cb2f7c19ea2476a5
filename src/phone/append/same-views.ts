import type { Change } from "../log/change.ts";
import { isStill } from "../log/turn.ts";
import type { PhoneDatabase } from "../store/database.ts";
import { placeKey } from "../store/place-key.ts";
import type { MembershipRow, StatementRow } from "../store/rows.ts";
import { open } from "../store/seal.ts";
import { showsNumber } from "../views/household-view.ts";
import type { Items } from "./items.ts";

/** A change as `append` has it in hand: `before` and `after` are the membership. */
export interface Taking {
  readonly before: MembershipRow | undefined;
  readonly after: MembershipRow;
  readonly items: Items;
  readonly rows: readonly StatementRow[];
}

/**
 * Whether the ward's answer leaves every view as it is: it took this phone's last words about households as the log's last,
 * in the order in which they were said, so that the fold finds each where it stood already; and no view tells the number of
 * any of them. Most answers are such, and folding two hundred households again took longer than asking the ward. Within the
 * transaction of `append`.
 */
export async function leavesViews(db: PhoneDatabase, change: Change, taking: Taking): Promise<boolean> {
  const { verdicts = [], arrivals = [], switching, rebuild, readTo } = change;
  const { before, after, items, rows } = taking;
  if (verdicts.length === 0 || arrivals.length > 0 || switching || rebuild || readTo !== undefined)
    return false;
  if (before?.epoch !== after.epoch || items.gone.length > 0 || items.kept.size !== verdicts.length)
    return false;
  if (!rows.every((row) => staysInPlace(row, items.kept.get(row.jti)?.before, after.device))) return false;
  const inOrder = rows.toSorted((a, b) => a.n - b.n);
  const grows = inOrder.every(({ seq }, at) => (seq ?? 0) > (inOrder[at - 1]?.seq ?? before.head));
  return grows && (await countWaiting(db, change, before)) === rows.length;
}

function staysInPlace(
  { ward, kid, type, places, standing, sealed, iat, at }: StatementRow,
  before: StatementRow | undefined,
  device: string | null,
): boolean {
  if (before?.standing !== "unsent" || before.at !== null || standing !== "log") return false;
  // What the ward received before it was said, by this phone's clock, counts from when it was received.
  if (at !== null && iat > Math.floor(at / 1000)) return false;
  const isOfHousehold = places.length > 0 && !places.includes(placeKey(ward, ""));
  return kid === device && isOfHousehold && !showsNumber(type) && open(sealed) === open(before.sealed);
}

/** What the fold puts after the log: the same as are taken now, or others among which they stood. */
async function countWaiting(
  db: PhoneDatabase,
  { ward, sent }: Change,
  membership: MembershipRow | undefined,
): Promise<number> {
  if (sent && isStill(sent, membership)) return sent.waiting;
  // By the database itself, which is quick for one range, and walks from row to row for two.
  const counts = ["unsent", "held"].map((pending) =>
    db.statements.where("[ward+pending]").equals([ward, pending]).count(),
  );
  const [unsent = 0, held = 0] = await Promise.all(counts);
  return unsent + held;
}
