import type { PhoneDatabase } from "./database.ts";
import { live } from "./live.ts";
import type { Live, Sending } from "./phone.ts";
import { unsentPhotos } from "./photos.ts";

/** Milliseconds after which nobody is at work who has not said so again: the browser was closed over it. */
const ABANDONED = 130_000;

/** How the sending stands, in whichever tab it is done. */
export function watchSending(db: PhoneDatabase, now: () => number, ward: string): Live<Sending> {
  return live(async () => {
    const [membership, progress, photos, unsent] = await Promise.all([
      db.memberships.get(ward),
      db.progress.get(ward),
      unsentPhotos(db, ward),
      db.statements.where("[ward+pending]").equals([ward, "unsent"]).count(),
    ]);
    const isAtWork = progress !== undefined && Math.abs(now() - progress.at) < ABANDONED;
    return {
      unsent,
      photos: photos.size,
      reached: progress?.reached ?? null,
      busy: isAtWork ? progress.busy : null,
      fetching: isAtWork ? progress.fetching : null,
      whole: membership?.whole ?? (membership?.lastSuccess ?? null) !== null,
      lastSuccess: membership?.lastSuccess ?? null,
      problem: progress?.problem ?? null,
      clockOffset: membership?.clockOffset ?? 0,
    };
  });
}
