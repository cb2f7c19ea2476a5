import type { Live, Sending } from "../api/phone.ts";
import type { PhoneDatabase } from "./database.ts";
import { live } from "./live.ts";

/** Milliseconds after which nobody is at work who has not said so again: the browser was closed over it. */
const ABANDONED = 130_000;

/** How the sending stands, in whichever tab it is done. */
export function watchSending(db: PhoneDatabase, now: () => number, ward: string): Live<Sending> {
  return live(async () => {
    const membership = await db.memberships.get(ward);
    const photosIn = (from: string, to = from) =>
      db.attachments.where("[ward+epoch+head]").between([ward, from], [ward, to, Infinity]).count();
    const [progress, photos, sent, unsent] = await Promise.all([
      db.progress.get(ward),
      photosIn("", "\uffff"),
      photosIn(membership?.epoch ?? "-"),
      db.statements.where("[ward+pending]").equals([ward, "unsent"]).count(),
    ]);
    const isAtWork = progress !== undefined && Math.abs(now() - progress.at) < ABANDONED;
    return {
      unsent,
      photos: photos - sent,
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
