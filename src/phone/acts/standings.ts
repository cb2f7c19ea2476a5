import { err, ok, type Result } from "../../domain/result.ts";
import { standingList } from "../../wire/answers.ts";
import type { CallError, DeviceStanding } from "../api/phone.ts";
import { ask } from "../call/ask.ts";
import { readJson } from "../call/call.ts";
import type { Parts } from "../store/parts.ts";

/** How the ward's devices stand, for the office. */
export async function fetchStandings(
  parts: Parts,
  ward: string,
): Promise<Result<readonly DeviceStanding[], CallError>> {
  const answer = await ask(parts, { ward, path: "/devices/standing" });
  const read = answer.ok ? readJson(standingList, answer.value) : answer;
  return read.ok ? ok(read.value.devices) : err(read.error.error);
}
