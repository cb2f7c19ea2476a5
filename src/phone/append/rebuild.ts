import type { PhoneDatabase } from "../store/database.ts";
import { FOLD } from "../store/fold-version.ts";
import { append, appendTables } from "./append.ts";

/** Computes all views anew where another version of the app has computed them. */
export async function rebuildOld(db: PhoneDatabase): Promise<void> {
  for (const { ward, fold } of await db.memberships.toArray()) {
    if (fold === FOLD) continue;
    await db.transaction("rw", appendTables(db), async () => {
      // A version that knows of no packs may have put what lies in one by itself.
      await db.viewPacks.where("ward").equals(ward).delete();
      await append(db, { ward, rebuild: true, membership: (now) => (now ? { ...now, fold: FOLD } : null) });
    });
  }
}
