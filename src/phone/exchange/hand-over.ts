import { ok } from "../../domain/result.ts";
import { append } from "../append/append.ts";
import type { Called } from "../call/call.ts";
import { heard } from "../log/log-state.ts";
import type { Parts } from "../store/parts.ts";
import { introduce, push } from "./push.ts";

/**
 * What a revoked phone may still do for a log that was put back from a backup. It is shown no page that would tell what is
 * missing, so it asks by its own enrolment; where the log is another one, or shorter than it was, it sends all that it
 * holds: what the ward has already, it has once.
 */
export async function handOver(parts: Parts, ward: string): Promise<Called<null>> {
  const { db } = parts.env;
  const answer = await introduce(parts, ward);
  if (!answer.ok) return answer;
  const membership = await db.memberships.get(ward);
  if (!membership) return ok(null);
  const state = heard(membership, answer.value);
  if (!state.reading?.lost) return ok(null);
  await append(db, {
    ward,
    switching: { lost: true, narrowed: false },
    // From 0 on: nothing may pass for read that no page has brought.
    membership: (now) => (now ? { ...heard(now, answer.value), after: 0, reading: null } : null),
  });
  return push(parts, ward);
}
