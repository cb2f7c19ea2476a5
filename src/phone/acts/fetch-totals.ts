import { err, ok, type Result } from "../../domain/result.ts";
import { totalsAnswer } from "../../wire/answers.ts";
import type { CallError } from "../api/phone.ts";
import { ask } from "../call/ask.ts";
import { readJson } from "../call/call.ts";
import { totalsKey } from "../drafts/kept-totals.ts";
import type { Parts } from "../store/parts.ts";
import { seal } from "../store/seal.ts";

/** Asks the ward for the sums of this phone's areas, and keeps them for when there is no coverage; a viewer's and the office's alone. */
export async function fetchTotals(parts: Parts, ward: string): Promise<Result<null, CallError>> {
  const answer = await ask(parts, { ward, path: "/totals" });
  const read = answer.ok ? readJson(totalsAnswer, answer.value) : answer;
  if (!read.ok) return err(read.error.error);
  await parts.env.db.drafts.put({ key: totalsKey(ward), sealed: seal(read.value) });
  return ok(null);
}
