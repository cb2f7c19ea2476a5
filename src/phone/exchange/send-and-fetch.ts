import { ok } from "../../domain/result.ts";
import type { CallError } from "../api/call-error.ts";
import type { Called } from "../call/call.ts";
import type { Parts } from "../store/parts.ts";
import { handOver } from "./hand-over.ts";
import { pull } from "./pull.ts";
import { push } from "./push.ts";
import { sendParcels } from "./send-parcels.ts";
import { sendPhotos } from "./send-photos.ts";

/** A device's exchange with its ward: records, then what others have said, then photos and what it carries for others. */
export async function sendAndFetch(parts: Parts, ward: string): Promise<Called<null>> {
  const told = await sendAndFetchStatements(parts, ward);
  if (!told.ok) return told;
  const membership = await parts.env.db.memberships.get(ward);
  // Records first: a photo is a hundred of them, and at the edge of coverage they must not wait for it.
  if (membership?.revoked) return ok(null);
  const shown = await sendPhotos(parts, ward);
  return shown.ok ? sendParcels(parts, ward) : shown;
}

async function sendAndFetchStatements(parts: Parts, ward: string): Promise<Called<null>> {
  const pushed = await push(parts, ward);
  // Where the ward takes nothing, this phone still hears what others have said, an erasure must not wait for a disk; and the
  // ward hears that something waits.
  if (!pushed.ok && !ABOUT_WRITING.has(pushed.error.error)) return pushed;
  // A revoked phone may still hand over what it holds, and is told nothing more.
  const membership = await parts.env.db.memberships.get(ward);
  if (membership?.revoked) return pushed.ok ? handOver(parts, ward) : pushed;
  const pulled = await pull(parts, ward);
  if (!pulled.ok) {
    if (pulled.error.error === "device-revoked") await handOver(parts, ward);
    return pulled;
  }
  if (!pushed.ok) return pushed;
  // Said while this was under way, by whom nobody else waits for; or lost by the log.
  if (!(await hasUnsent(parts, ward))) return ok(null);
  const again = await push(parts, ward);
  if (!again.ok) return again;
  return pull(parts, ward);
}

/** What may be about the push alone. */
const ABOUT_WRITING: ReadonlySet<CallError> = new Set([
  "store-full",
  "too-often",
  "bad-request",
  "bad-answer",
  "unavailable",
]);

function hasUnsent({ env }: Parts, ward: string): Promise<boolean> {
  const unsent = env.db.statements.where("[ward+pending]").equals([ward, "unsent"]);
  return unsent.count().then((count) => count > 0);
}
