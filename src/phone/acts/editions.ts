import { err, ok, type Result } from "../../domain/result.ts";
import type { Covenant } from "../../domain/ward-facts.ts";
import { foldWard } from "../../domain/ward.ts";
import { parsePage } from "../../wire/page.ts";
import type { CallError } from "../api/phone.ts";
import { call } from "../call/call.ts";
import { editionsKey } from "../drafts/kept-editions.ts";
import { newMembership } from "../store/new-membership.ts";
import type { Parts } from "../store/parts.ts";
import { seal } from "../store/seal.ts";
import { believe, readLines } from "../trust/lines.ts";

/**
 * Fetches every edition of a ward's covenants there ever was, and keeps them for reading without coverage: what a reader has
 * at first is the newest of each alone.
 */
export async function fetchEditions({ env, clock }: Parts, ward: string): Promise<Result<null, CallError>> {
  const { db, subtle } = env;
  const answer = await call(env, clock, { ward, path: "/public" });
  if (!answer.ok) return err(answer.error.error);
  const page = parsePage(answer.value.text);
  if (!page.ok) return err("bad-answer");
  const membership = (await db.memberships.get(ward)) ?? newMembership(ward);
  const believed = await believe(subtle, db, membership, readLines(ward, page.value.lines));
  if (!believed.ok) return err(believed.error);
  const entries = believed.value.items.map((arrival) => ({ ...arrival, standing: "log" as const }));
  const covenants: readonly Covenant[] = foldWard(ward, entries).covenants;
  await db.drafts.put({ key: editionsKey(ward), sealed: seal(covenants) });
  return ok(null);
}
