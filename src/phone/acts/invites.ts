import { err, ok, type Result } from "../../domain/result.ts";
import { inviteAnswer, inviteList } from "../../wire/answers.ts";
import type { Acts, CallError, InviteLine } from "../api/phone.ts";
import { ask } from "../call/ask.ts";
import { readJson } from "../call/call.ts";
import type { Parts } from "../store/parts.ts";

type InviteRequest = Parameters<Acts["invite"]>[1];
type Invite = ReturnType<Acts["invite"]>;

/** Asks for a code by which somebody enrols; the office only. */
export async function invite(parts: Parts, ward: string, request: InviteRequest): Invite {
  const answer = await ask(parts, { ward, path: "/invites", body: request });
  const read = answer.ok ? readJson(inviteAnswer, answer.value) : answer;
  if (!read.ok) return err(read.error.error);
  const { code, url, expiresAt } = read.value;
  return ok({ code, url, expiresAt });
}

/** The codes that were given out, without the codes. */
export async function listInvites(
  parts: Parts,
  ward: string,
): Promise<Result<readonly InviteLine[], CallError>> {
  const answer = await ask(parts, { ward, path: "/invites" });
  const read = answer.ok ? readJson(inviteList, answer.value) : answer;
  return read.ok ? ok(read.value.invites) : err(read.error.error);
}
