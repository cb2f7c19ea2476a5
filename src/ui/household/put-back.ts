import { err, ok, type Result } from "../../domain/result.ts";
import type { Phone, SayError } from "../../phone/api/phone.ts";

/**
 * Keeps a draft again that was let go of a moment ago, unless another stands there now; says, as a saying does, where the
 * phone has no room for it. Null is no draft.
 */
export async function putBack(
  { act }: Pick<Phone, "act">,
  key: string,
  dropped: unknown,
  draft: unknown,
): Promise<Result<readonly string[], SayError>> {
  if (dropped === null || draft !== null) return ok([]);
  const kept = await act.keepDraft(key, dropped);
  return kept.ok ? ok([]) : err("full");
}
