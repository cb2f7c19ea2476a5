import { parsePage } from "../../wire/page.ts";
import type { Parts } from "../store/parts.ts";
import { ask } from "./ask.ts";

/** What the ward answered to a phone that waits for news; `from` names where its log stood for this phone when it asked. */
export interface Heard {
  readonly what: "news" | "none" | "failed";
  readonly from: string;
}

/** Asks the ward to answer as soon as it has something new for this phone, and takes nothing of it: to fetch is `exchange`'s matter. */
export async function listen(parts: Parts, ward: string, signal: AbortSignal): Promise<Heard> {
  const membership = await parts.env.db.memberships.get(ward);
  if (!membership?.device || membership.revoked) return { what: "failed", from: "" };
  const { epoch, head, scope, reading } = membership;
  const after = reading?.after ?? membership.after;
  const from = JSON.stringify([epoch, head, scope, after]);
  const path = `/statements?after=${after}&limit=1&wait=${SECONDS}`;
  const answer = await ask(parts, { ward, path, timeout: LONGEST, signal });
  const page = answer.ok ? parsePage(answer.value.text) : answer;
  if (!page.ok) return { what: "failed", from };
  const { lines, end } = page.value;
  const isNews = lines.length > 0 || end.head !== head || end.epoch !== epoch || end.scope !== scope;
  return { what: isNews ? "news" : "none", from };
}

/** What PROTOCOL.md §3 lets a pull wait. */
const SECONDS = 25;
/** Milliseconds: that, and the way. */
const LONGEST = 40_000;
