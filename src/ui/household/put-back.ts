import { err, ok, type Result } from "../../domain/result.ts";
import type { Phone, SayError } from "../../phone/phone.ts";

/** Keeps a draft again that was let go of a moment ago; says, as a saying does, where the phone has no room for it. */
export async function putBack(
  { act }: Pick<Phone, "act">,
  key: string,
  draft: unknown,
): Promise<Result<readonly string[], SayError>> {
  const kept = await act.keepDraft(key, draft);
  return kept.ok ? ok([]) : err("full");
}
