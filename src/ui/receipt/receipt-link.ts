import { parseStatement } from "../../domain/statement.ts";

/** What a receipt says of itself. It names nobody. */
export interface ReceiptWords {
  readonly jti: string;
  readonly ward: string;
  readonly campaign: string;
  /** Seconds. */
  readonly at: number;
  readonly agreed: number;
  readonly declined: number;
}

/** The address of a receipt: the signed statement without its disclosures, behind the `#`, so that no server ever sees it. */
export function receiptLink(origin: string, statement: string): string {
  return `${origin}/bien-nhan#${statement.slice(0, statement.indexOf("~"))}`;
}

/** Reads what stands behind the `#`; null for anything but a pledge. Checks no signature. */
export function readReceipt(hash: string): ReceiptWords | null {
  const read = parseStatement(`${hash.replace(/^#/, "")}~`);
  if (!read.ok || read.value.claims.type !== "pledge.signed") return null;
  const { jti, ward, iat, body } = read.value.claims;
  const [agreed, declined] = [body["agreed"], body["declined"]];
  if (typeof body["campaign"] !== "string" || !Array.isArray(agreed) || !Array.isArray(declined)) return null;
  return { jti, ward, campaign: body["campaign"], at: iat, agreed: agreed.length, declined: declined.length };
}
