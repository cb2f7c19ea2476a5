import type { HouseholdMatters } from "../domain/household-matters.ts";
import { readChanged } from "./changed-views.ts";
import type { PhoneDatabase } from "./database.ts";
import { householdName } from "./household-name.ts";
import type { HouseholdView } from "./household-view.ts";
import { live } from "./live.ts";
import type { Live } from "./phone.ts";
import { open, type Sealed } from "./seal.ts";

/** What the ward's households said and asked: read once, and after that only what has changed. */
export function watchMatters(db: PhoneDatabase, ward: string): Live<readonly HouseholdMatters[]> {
  const found = new Map<string, HouseholdMatters>();
  let all: readonly HouseholdMatters[] = [];
  let rev = -1;
  return live(async () => {
    let count = 0;
    const latest = await readChanged(db, ward, rev, (views) => {
      count += views.length;
      for (const view of views) {
        const id = view.name.slice(householdName("").length);
        const { matters } = open(view.sealed as Sealed<HouseholdView>);
        if (matters) found.set(id, matters);
        else found.delete(id);
      }
    });
    rev = Math.max(rev, latest);
    if (count > 0) all = [...found.values()];
    return all;
  });
}
