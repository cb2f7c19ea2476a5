import { decodeText } from "../base64url.ts";
import { isHouseholdId, isStatementId } from "../ids.ts";
import { isRecord } from "../jws.ts";

/** Claims of an invite that a phone signs itself, without coverage (PROTOCOL.md §3, `invite+jwt`). */
export interface InviteClaims {
  readonly aud: string;
  readonly jti: string;
  readonly role: "household";
  readonly household: string;
  /** Seconds. */
  readonly exp: number;
}

/** The longest that a signed invite may be good for. */
export const MOST_INVITE_SECONDS = 30 * 86_400;

/** What a signed invite says, for whoever was given it: null for a code, or for another role. Nothing of it is proved. */
export function peekInvite(code: string): InviteClaims | null {
  const [, payload, signature] = code.split(".");
  if (payload === undefined || signature === undefined) return null;
  const claims = readClaims(payload);
  if (!isRecord(claims)) return null;
  const { aud, jti, role, household, exp } = claims;
  if (role !== "household" || !isStatementId(jti) || !isHouseholdId(household)) return null;
  return typeof aud === "string" && typeof exp === "number" ? { aud, jti, role, household, exp } : null;
}

function readClaims(payload: string): unknown {
  try {
    return JSON.parse(decodeText(payload) ?? "");
  } catch {
    return null;
  }
}
