import { ok } from "../../domain/result.ts";
import type { CallError } from "../api/phone.ts";
import { failed, reachedTheWard, type Called, type CallFailure } from "../call/call.ts";
import { isFull } from "../store/is-full.ts";
import type { Parts } from "../store/parts.ts";
import { note } from "../store/progress.ts";
import { loadPublicPage } from "./public-page.ts";

/** What an attempt came to: `elsewhere` where another tab, or the service worker, is at it. */
export type Attempt =
  | { readonly how: "done" }
  | { readonly how: "elsewhere" }
  | ({ readonly how: "failed" } & CallFailure);

/** Sends and fetches, one attempt at a time for each ward. */
export type Exchange = (ward: string) => Promise<Attempt>;

/** Whoever asks while an attempt is under way gets the outcome of that one. */
export function createExchange(parts: Parts): Exchange {
  const running = new Map<string, Promise<Attempt>>();
  return function exchange(ward) {
    const known = running.get(ward);
    if (known) return known;
    const attempt = alone(parts, ward, () => tryOnce(parts, ward))
      // A database or a lock that the browser took away: whoever waits must be able to try again.
      .catch((error: unknown): Attempt => ({ how: "failed", ...storageFailure(error).error }))
      .finally(() => running.delete(ward));
    running.set(ward, attempt);
    return attempt;
  };
}

/** One worker across all tabs and the service worker; where the browser has no locks, `append` refuses what comes too late. */
async function alone({ env }: Parts, ward: string, work: () => Promise<Attempt>): Promise<Attempt> {
  if (!env.locks) return work();
  return env.locks.request(`so-tay-exchange-${ward}`, { ifAvailable: true }, (lock) =>
    lock ? work() : { how: "elsewhere" as const },
  );
}

/** Without it all is counted from the views, when somebody looks: slower, and no less true. */
async function learnToCount({ env: { db } }: Parts): Promise<void> {
  const fetched = await import("../views/change-counts.ts").catch(() => null);
  db.countChange = fetched?.countChange ?? null;
}

async function tryOnce(parts: Parts, ward: string): Promise<Attempt> {
  const { env, clock } = parts;
  const membership = await env.db.memberships.get(ward);
  if (membership) clock.set(ward, membership.clockOffset);
  if (membership?.role === "office") await learnToCount(parts);
  const outcome = await guarded(() =>
    membership?.device ? sendAndFetch(parts, ward) : loadPublicPage(parts, ward),
  );
  const error = outcome.ok ? null : outcome.error.error;
  // Another tab went on with it: nobody's trouble.
  if (error === "busy") return { how: "elsewhere" };
  const reached = error === null || reachedTheWard(error);
  const result = { reached, problem: error, busy: null, fetching: null };
  const kept = await guarded(async () => {
    // One transaction, since the disk is waited for after each.
    await env.db.transaction("rw", env.db.memberships, env.db.progress, async () => {
      await keepOutcome(parts, ward, error, membership?.device);
      await note(env, ward, result);
    });
    return ok(null);
  });
  // What is told is told, whatever else could not be kept.
  if (!kept.ok) await note(env, ward, result);
  return outcome.ok ? { how: "done" } : { how: "failed", ...outcome.error };
}

/** What came of it for this phone. */
async function keepOutcome(
  { env, clock }: Parts,
  ward: string,
  error: CallError | null,
  device: string | null | undefined,
): Promise<void> {
  const news = error === null ? { lastSuccess: clock.seconds(ward) } : {};
  await env.db.memberships.where({ ward }).modify((now) => {
    // Enrolled anew meanwhile: it is the former device that was revoked.
    const isRevoked = error === "device-revoked" && now.device === device;
    Object.assign(now, {
      clockOffset: clock.offset(ward),
      ...news,
      ...(isRevoked ? { revoked: true } : {}),
    });
  });
}

/** What only devices do: no reader has to fetch it. */
async function sendAndFetch(parts: Parts, ward: string): Promise<Called<null>> {
  const fetched = await import("./send-and-fetch.ts").catch(() => null);
  return fetched ? fetched.sendAndFetch(parts, ward) : failed("unreachable");
}

/** A storage that fails ends the attempt by name; nothing that was kept is lost by it. */
async function guarded(work: () => Promise<Called<null>>): Promise<Called<null>> {
  try {
    return await work();
  } catch (error) {
    return storageFailure(error);
  }
}

function storageFailure(error: unknown): ReturnType<typeof failed> {
  const problem: CallError = isFull(error) ? "full" : "storage";
  return failed(problem);
}
