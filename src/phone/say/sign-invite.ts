import { signJws } from "../../domain/jws.ts";
import { err, ok, type Result } from "../../domain/result.ts";
import type { InviteClaims } from "../../domain/signed/signed-invite.ts";
import type { HouseholdLink } from "../api/household-link.ts";
import type { SayError } from "../api/phone.ts";
import { keepDraft } from "../drafts/drafts.ts";
import { linkDraftKey } from "../drafts/link-draft-key.ts";
import { isFull } from "../store/is-full.ts";
import { signerOf } from "../store/keys.ts";
import type { Parts } from "../store/parts.ts";
import { newId } from "./say.ts";
import type { Voices } from "./voices.ts";

/**
 * Signs a one-time invite by which a household's own phone comes in (PROTOCOL.md §3, `invite+jwt`): without coverage, since
 * the ward believes this device's signature. It is kept before anybody sees it, so that it can be shown again and called back.
 */
export async function signInvite(
  parts: Parts,
  voices: Voices,
  ward: string,
  household: string,
): Promise<Result<HouseholdLink, SayError>> {
  try {
    const voice = await voices.read(ward);
    if (!voice) return err("not-enrolled");
    const { clock, env } = parts;
    clock.set(ward, voice.membership.clockOffset);
    const at = clock.seconds(ward);
    const exp = at + LIFE;
    const signer = signerOf(env.subtle, voice.key);
    const claims: InviteClaims = { aud: ward, jti: newId(parts), role: "household", household, exp };
    const header = { alg: "ES256", typ: "invite+jwt", kid: signer.kid };
    const link: HouseholdLink = { jti: claims.jti, code: await signJws(header, claims, signer), at, exp };
    const kept = await keepDraft(env.db, linkDraftKey(ward, household), link);
    return kept.ok ? ok(link) : err("full");
  } catch (error) {
    return err(isFull(error) ? "full" : "storage");
  }
}

/** Seconds: a household that is rarely met has a Sunday in it. */
const LIFE = 10 * 86_400;
