import { ok } from "../../domain/result.ts";
import { signerOf } from "../store/keys.ts";
import type { Parts } from "../store/parts.ts";
import { call, failed, type Answer, type Call, type Called } from "./call.ts";
import { makeToken } from "./token.ts";

/** A call that names its ward. */
export type DeviceCall = Call & { readonly ward: string };

/** Asks as this phone's device. Where only the clock was wrong, its offset is learnt by then, and it asks once more. */
export async function ask(parts: Parts, request: DeviceCall): Promise<Called<Answer>> {
  const answer = await askOnce(parts, request);
  return !answer.ok && answer.error.error === "clock-skew" ? askOnce(parts, request) : answer;
}

async function askOnce(parts: Parts, request: DeviceCall): Promise<Called<Answer>> {
  const token = await tokenFor(parts, request.ward);
  if (!token.ok) return token;
  const { env, clock } = parts;
  // By it the office sees which version a phone runs, and how far its clock is off.
  const app = `${env.version};offset=${clock.offset(request.ward)}`;
  return call(env, clock, { ...request, token: token.value, app });
}

async function tokenFor({ env, clock }: Parts, ward: string): Promise<Called<string>> {
  const membership = await env.db.memberships.get(ward);
  const key = membership?.device ? await env.db.keys.get(membership.device) : undefined;
  if (!key) return failed("no-token");
  return ok(await makeToken(signerOf(env.subtle, key), ward, clock.seconds(ward), env.random));
}
