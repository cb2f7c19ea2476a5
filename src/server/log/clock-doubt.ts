import type { Kysely } from "kysely";
import { DOUBTFUL_SECONDS, wardClockOff } from "../../domain/ward/agreed-clock.ts";
import type { Schema } from "../store/schema.ts";

/** Why the clock of this machine is probably wrong, and by how many seconds it is fast (below 0: slow). */
export interface ClockDoubt {
  readonly off: number;
  /** `log`: something was received at a time that has not come yet, so that the clock is slow now, or was fast then. */
  readonly by: "phones" | "log";
}

/**
 * What tells that the clock of this machine is wrong, at a time in milliseconds; null where nothing does. Phones set theirs by
 * it, so that nothing looks odd in what they say. Only to tell somebody: nothing is refused or dated otherwise because of it.
 */
export async function doubtClock(db: Kysely<Schema>, now: number): Promise<ClockDoubt | null> {
  const devices = await db
    .selectFrom("devices_seen")
    .select(["heard_at as heardAt", "clock_offset as clockOffset"])
    .execute();
  const agreed = wardClockOff(devices, now / 1000);
  if (agreed !== null) return agreed === 0 ? null : { off: agreed, by: "phones" };
  const { latest } = await db
    .selectFrom("wards as w")
    .innerJoin("statements as s", (on) => on.onRef("s.ward", "=", "w.ward").onRef("s.seq", "=", "w.head"))
    .select(({ fn }) => fn.max("s.at").as("latest"))
    .executeTakeFirstOrThrow();
  const ahead = Math.floor(((latest ?? now) - now) / 1000);
  return ahead >= DOUBTFUL_SECONDS ? { off: -ahead, by: "log" } : null;
}
