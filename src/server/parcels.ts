import { err, ok, type Result } from "../domain/result.ts";
import { photoType } from "../domain/signed/photo.ts";
import type { ParcelsAnswer, ParcelVerdict, Verdict } from "../wire/answers.ts";
import type { Acceptor, PushError } from "./accept.ts";
import { keepAttachment, type Attachments } from "./attachments.ts";
import type { WardKeys } from "./keys/keys.ts";
import { findWard } from "./wards/wards.ts";

/** What taking parcels in needs. */
interface Parts extends Attachments {
  readonly acceptor: Acceptor;
  readonly keys: WardKeys;
}

/**
 * Opens what was sealed to a ward and takes it in: statements as if pushed by whoever signed them, then photos, so that
 * one may come before the statement that names it. The same parcel again changes nothing. `by` is the device that carries.
 */
export async function takeParcels(
  { db, attachments, acceptor, keys }: Parts,
  ward: string,
  parcels: readonly string[],
  by?: string,
): Promise<Result<ParcelsAnswer, PushError>> {
  const opened = await Promise.all(parcels.map((jwe) => keys.unseal(jwe)));
  const photos = opened.map((bytes) => (bytes && photoType(bytes) !== null ? bytes : null));
  const texts = opened.map((bytes, at) => (bytes && !photos[at] ? textOf(bytes) : null));
  const pushed = await acceptor.push(
    ward,
    texts.filter((text) => text !== null),
    { by },
  );
  if (!pushed.ok) return pushed;
  const { results: verdicts, ...state } = pushed.value;
  const isRestored = ((await findWard(db, ward))?.epoch_began ?? 0) > 0;
  const results: ParcelVerdict[] = [];
  let next = 0;
  for (const at of parcels.keys()) {
    const photo = photos[at];
    if (texts[at] !== null) results.push(withoutReason(verdicts[next++] ?? UNJUDGED, isRestored));
    else if (!photo) results.push({ status: "unreadable" });
    else {
      const kept = await keepAttachment({ db, attachments }, ward, photo);
      if (!kept.ok && kept.error === "store-full") return err("store-full");
      results.push({ status: statusOf(kept) });
    }
  }
  return ok({ ...state, results });
}

/**
 * A carrier hears what it needs to let go of a parcel; why the ward hesitates is between ward and author. An author whom a
 * restored log has yet to hear of may have no copy any more.
 */
function withoutReason(verdict: Verdict, isRestored: boolean): ParcelVerdict {
  const { status, reason } = verdict;
  if (isRestored && reason === "unknown-signer") return { status: "early" };
  return status === "accepted" || status === "duplicate" ? { status, seq: verdict.seq } : { status };
}

const UNJUDGED: Verdict = { status: "rejected", reason: "" };

function statusOf(kept: Awaited<ReturnType<typeof keepAttachment>>): string {
  if (kept.ok) return kept.value === "kept" ? "accepted" : "duplicate";
  return kept.error === "not-named" ? "early" : "rejected";
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
