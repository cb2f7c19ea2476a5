import * as v from "valibot";
import type { Parts } from "../store/parts.ts";
import { call, readJson } from "./call.ts";

const health = v.looseObject({ version: v.string() });

/** The version of the server, or null while it does not tell. */
export async function serverVersion({ env, clock }: Parts): Promise<string | null> {
  const answer = await call(env, clock, { ward: null, path: "/health" });
  const read = answer.ok ? readJson(health, answer.value) : answer;
  return read.ok ? read.value.version : null;
}
