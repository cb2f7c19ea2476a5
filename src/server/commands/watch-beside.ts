import { MINUTE } from "../http/limits.ts";
import { doubtClock } from "../log/clock-doubt.ts";
import type { Station } from "../station.ts";
import type { Io } from "./command.ts";
import { CLOCK_DOUBTS } from "./words.ts";

/** Looks at the clock, now and every minute, while the server runs, and says once when it begins to look wrong. Returns what ends it. */
export async function watchBeside(io: Io, { db, now }: Station): Promise<() => void> {
  let wasDoubtful = false;
  async function look(): Promise<void> {
    const doubt = await doubtClock(db, now());
    if (doubt && !wasDoubtful) io.err(CLOCK_DOUBTS[doubt.by](now(), doubt.off));
    wasDoubtful = doubt !== null;
  }
  // A store that does not answer now is asked again.
  const tryToLook = () => look().catch(() => undefined);
  await tryToLook();
  const timer = setInterval(() => void tryToLook(), MINUTE).unref();
  return () => clearInterval(timer);
}
