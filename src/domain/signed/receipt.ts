import { err, ok, type Result } from "../result.ts";
import { parseStatement, type Statement } from "../statement.ts";

/** What a receipt says of itself. It names nobody. */
export interface ReceiptWords {
  readonly jti: string;
  readonly ward: string;
  readonly household: string;
  readonly campaign: string;
  /** Seconds. */
  readonly at: number;
  readonly agreed: readonly string[];
  readonly declined: readonly string[];
  readonly medium: "screen" | "paper" | "link";
}

/** Why a receipt cannot be read: its end is missing, or something in it is not as it was signed. */
export type ReceiptFlaw = "cut" | "changed";

/** The signed statement of a receipt, from its address, what stands behind the `#`, or that alone, with the line breaks that messages put in. Checks no signature. */
export function readReceipt(text: string): Result<Statement, ReceiptFlaw> {
  const bare = text.replace(/\s+/g, "").replace(/~$/, "");
  const jws = bare.slice(bare.indexOf("#") + 1);
  const read = parseStatement(`${jws}~`);
  if (read.ok) return ok(read.value);
  // Three parts, of which the last is as long as every signature: whatever is wrong with them, nothing is missing at the end.
  return err(/^[^.]{20,}\.[^.]{100,}\.[^.]{86}$/.test(jws) ? "changed" : "cut");
}

/** What the pledge of a receipt says, in words that screens have; null for a statement that is no pledge. */
export function receiptWords({ claims }: Statement): ReceiptWords | null {
  const { jti, ward, iat, type, sub, body } = claims;
  const { campaign, agreed, declined, medium } = body;
  if (type !== "pledge.signed" || typeof campaign !== "string") return null;
  if (!isTexts(agreed) || !isTexts(declined)) return null;
  if (medium !== "screen" && medium !== "paper" && medium !== "link") return null;
  return { jti, ward, household: sub, campaign, at: iat, agreed, declined, medium };
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}
