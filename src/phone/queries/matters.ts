import type { HouseholdMatters } from "../../domain/matters/household-matters.ts";
import type { Live } from "../api/phone.ts";
import type { PhoneDatabase } from "../store/database.ts";
import { fetchedLive, live } from "../store/live.ts";
import type { ViewRow } from "../store/rows.ts";
import { open, type Sealed } from "../store/seal.ts";
import { readChanged } from "../views/changed-views.ts";
import { householdIn } from "../views/household-name.ts";
import type { HouseholdView } from "../views/household-view.ts";
import { readViews, viewsAtOnce } from "../views/household-views.ts";
import { mattersIn, readKeptCounts } from "../views/kept-counts.ts";

/**
 * What the ward's households said and asked: read once, of those alone that did where it is kept which these are, and after
 * that only what has changed.
 */
export function watchMatters(db: PhoneDatabase, ward: string): Live<readonly HouseholdMatters[]> {
  const found = new Map<string, HouseholdMatters>();
  let all: readonly HouseholdMatters[] = [];
  let rev = -1;

  function take(views: readonly ViewRow[]): void {
    for (const { name, sealed } of views) {
      const { matters } = open(sealed as Sealed<HouseholdView>);
      if (matters) found.set(householdIn(name), matters);
      else found.delete(householdIn(name));
    }
    if (views.length > 0) all = [...found.values()];
  }

  async function readKept(): Promise<void> {
    const kept = await readKeptCounts(db, ward);
    if (!kept) return;
    take(await viewsAtOnce(db, () => readViews(db, ward, [...mattersIn(kept)])));
    rev = kept.rev;
  }

  const changes = live(async () => {
    const latest = await readChanged(db, ward, rev, take);
    rev = Math.max(rev, latest);
    return all;
  });
  return fetchedLive(async () => {
    // What was kept and cannot be read is read from the views.
    if (rev < 0) await readKept().catch(() => undefined);
    return changes;
  });
}
