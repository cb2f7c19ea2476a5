import { readReceipt, receiptWords } from "../../domain/signed/receipt.ts";
import type { RosterKey } from "../../domain/signed/roster.ts";
import type { Statement } from "../../domain/statement.ts";
import { receiptAnswer } from "../../wire/answers.ts";
import type { ReceiptCheck, ReceiptStanding } from "../api/phone.ts";
import { call, readJson, reachedTheWard } from "../call/call.ts";
import { loadPublicPage } from "../exchange/public-page.ts";
import type { Parts } from "../store/parts.ts";
import { isAuthentic } from "../trust/trust.ts";
import { fetchRoster, readRoster, type Roster } from "./roster.ts";
import { UNCHECKED } from "./unchecked.ts";

/**
 * Checks a receipt, and tells more as it comes to know more: the signature by what this phone has; by the ward's list of
 * devices, where that is missing here or has not got this one; and, where the signature is good, what has become of it.
 */
export async function checkReceipt(
  parts: Parts,
  text: string,
  tell: (check: ReceiptCheck) => void,
): Promise<void> {
  const { env } = parts;
  const read = readReceipt(text);
  if (!read.ok) return tell({ ...NOTHING, signature: read.error });
  const statement = read.value;
  const { ward } = statement.claims;
  const known = { ...NOTHING, words: receiptWords(statement) };
  if (!(env.subtle as SubtleCrypto | undefined)) return tell({ ...known, signature: "insecure" });

  const roster = await readRoster(env.db, ward);
  const first = await judge(parts, statement, roster);
  if (!isOpen(first)) return finish({ ...known, ...first });
  tell({ ...known, ...first, asking: true });
  const met = await meet(parts, ward, roster === null);
  if (met !== null) return tell({ ...known, ...first, ...(met === "unreachable" ? {} : { signature: met }) });
  const second = await judge(parts, statement, await readRoster(env.db, ward));
  return finish({ ...known, ...second, firstMet: roster === null });

  async function finish(check: ReceiptCheck): Promise<void> {
    const isRevoked = check.signature === "revoked";
    if ((check.signature !== "good" && !isRevoked) || check.words === null) return tell(check);
    tell({ ...check, asking: true });
    const standing = await ask(parts, ward, statement.claims.jti);
    // What came after the revocation counts all the same where the office has taken it in.
    if (!isRevoked || standing.state === "counts") return tell({ ...check, signature: "good", standing });
    return tell(check);
  }
}

const NOTHING: ReceiptCheck = { ...UNCHECKED, signature: "unmet" };

type Judged = Pick<ReceiptCheck, "signature" | "by" | "revokedAt" | "listedAt">;

/** Whether another list of devices could tell more. */
function isOpen({ signature }: Judged): boolean {
  return signature === "unmet" || signature === "unknown-device";
}

async function judge({ env }: Parts, statement: Statement, roster: Roster | null): Promise<Judged> {
  if (!roster) return { signature: "unmet", by: null, revokedAt: null, listedAt: null };
  const { pins, devices, at: listedAt } = roster;
  const pinned = pins.find(({ kid }) => kid === statement.kid);
  const found: RosterKey | undefined = pinned
    ? { key: pinned.key, role: "office", revokedAt: null }
    : devices.get(statement.kid);
  if (!found) return { signature: "unknown-device", by: null, revokedAt: null, listedAt };
  const { key, role: by, revokedAt } = found;
  const judged = { by, revokedAt, listedAt };
  if (!(await isAuthentic(env.subtle, statement, key))) return { ...judged, signature: "changed" };
  // What a device signed before the ward revoked it stays good.
  const isLate = revokedAt !== null && statement.claims.iat > revokedAt;
  return { ...judged, signature: isLate ? "revoked" : "good" };
}

/** Loads the ward's page where this phone has never seen it, and its list of devices; null when that is done, else why it is not. */
async function meet(
  parts: Parts,
  ward: string,
  isStranger: boolean,
): Promise<"unreachable" | "unknown-ward" | "wrong-ward-key" | null> {
  if (isStranger && !(await parts.env.db.memberships.get(ward))) {
    const loaded = await loadPublicPage(parts, ward);
    if (!loaded.ok) return nameOf(loaded.error.error);
  }
  const fetched = await fetchRoster(parts, ward);
  return fetched.ok ? null : nameOf(fetched.error.error);
}

function nameOf(error: string): "unreachable" | "unknown-ward" | "wrong-ward-key" {
  return error === "unknown-ward" || error === "wrong-ward-key" ? error : "unreachable";
}

async function ask({ env, clock }: Parts, ward: string, jti: string): Promise<ReceiptStanding> {
  const answer = await call(env, clock, { ward, path: `/receipts/${jti}` });
  const read = answer.ok ? readJson(receiptAnswer, answer.value) : answer;
  if (read.ok) {
    const { seq, state, other } = read.value;
    return { state, seq, other: other ?? false };
  }
  return { state: reachedTheWard(read.error.error) ? "unanswered" : "unasked", seq: null, other: false };
}
