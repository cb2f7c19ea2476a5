import { err, ok, type Result } from "../../domain/result.ts";
import type { Area } from "../../domain/ward-facts.ts";
import type { CallError } from "../api/phone.ts";
import { ask } from "../call/ask.ts";
import type { Parts } from "../store/parts.ts";

/** Asks the ward to add areas to what it says of itself; the office only. */
export async function addAreas(
  parts: Parts,
  ward: string,
  areas: readonly Area[],
): Promise<Result<null, CallError>> {
  const named = areas.map(({ code, name, kind }) => ({ code, name, kind }));
  const answer = await ask(parts, { ward, path: "/areas", body: { areas: named } });
  return answer.ok ? ok(null) : err(answer.error.error);
}
