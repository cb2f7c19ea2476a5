import type { Drawn } from "../api/phone.ts";
import type { PhoneDatabase } from "../store/database.ts";
import { open, seal } from "../store/seal.ts";
import { areaKey, LOOKS, lookStamp, sendingStamp, type FirstLook } from "./first-look.ts";

/**
 * Keeps what the round, or the office's overview, looks like for the next start, if it was drawn from what is the latest: within a transaction that
 * holds off whoever would change it. `now` in seconds.
 */
export async function keepLook(db: PhoneDatabase, known: Known, drawn: Drawn, now: number): Promise<void> {
  const { slug } = drawn.ward;
  const { memberships, views, progress, settings, drafts } = db;
  await db.transaction("rw", [memberships, views, progress, settings, drafts], async () => {
    const [membership, view, way, setting, draft] = await Promise.all([
      memberships.get(slug),
      views.get([slug, "ward"]),
      progress.get(slug),
      settings.get("settings"),
      drafts.get(areaKey(slug)),
    ]);
    if (!membership || !known.isLatest(slug, drawn.rows, membership.rev)) return;
    if (!view || JSON.stringify(open(view.sealed)) !== JSON.stringify(drawn.ward)) return;
    const facts = { membership, progress: way, settings: setting, area: draft && open(draft.sealed) };
    const look: FirstLook = {
      stamp: lookStamp(facts, now, drawn.version),
      sending: sendingStamp(facts),
      picture: drawn.take(),
    };
    await views.put({ ward: slug, name: LOOKS[drawn.of], sealed: seal(look) });
  });
}

/** Tells whether rows are all that there is at a revision. */
interface Known {
  readonly isLatest: (ward: string, rows: Drawn["rows"], rev: number) => boolean;
}
