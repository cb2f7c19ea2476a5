import { ok } from "../domain/result.ts";
import { parsePage, type Page } from "../wire/page.ts";
import { append } from "./append.ts";
import { ask } from "./ask.ts";
import { failed, LONG, type Called } from "./call.ts";
import type { Arrival } from "./change.ts";
import type { MembershipRow } from "./database.ts";
import { believe, readLines } from "./lines.ts";
import { heard } from "./log-state.ts";
import type { Parts } from "./parts.ts";
import { note } from "./progress.ts";
import { introduce } from "./push.ts";
import { keepPage, restart, switchOver } from "./reread.ts";

/** Lines a page, so that one page comes through where coverage is thin. */
const LIMIT = 1000;

/**
 * Fetches what is new, page by page; each is kept before the next is asked for, so that a broken way costs one page. A new
 * scope or another log is read again from 0 beside the copy in use (PROTOCOL.md §3–4); what the log has lost waits to be sent
 * after it.
 */
export async function pull(parts: Parts, ward: string): Promise<Called<null>> {
  for (let before: MembershipRow | null = null; ;) {
    const membership: MembershipRow | undefined = await parts.env.db.memberships.get(ward);
    if (!membership || (before && !hasMoved(before, membership))) return failed("bad-answer");
    before = membership;
    const page = await fetchPage(parts, ward, membership.reading?.after ?? membership.after);
    if (!page.ok) return page;
    const step = await takePage(parts, membership, page.value);
    if (!step.ok) return step;
    if (step.value === "more") continue;
    await note(parts.env, ward, { fetching: null });
    return ok(null);
  }
}

type Step = "more" | "done";

async function fetchPage(parts: Parts, ward: string, after: number): Promise<Called<Page>> {
  const request = { ward, path: `/statements?after=${after}&limit=${LIMIT}`, timeout: LONG };
  let answer = await ask(parts, request);
  if (!answer.ok && answer.error.error === "unknown-device") {
    const introduced = await introduce(parts, ward);
    if (!introduced.ok) return introduced;
    answer = await ask(parts, request);
  }
  if (!answer.ok) return answer;
  const page = parsePage(answer.value.text);
  return page.ok ? page : failed("bad-answer");
}

async function takePage(parts: Parts, membership: MembershipRow, page: Page): Promise<Called<Step>> {
  const { env, clock } = parts;
  const { ward, reading } = membership;
  const { next, head } = page.end;
  const isLast = next >= head;
  const state = heard(membership, page.end);
  if (state.reading !== reading) return afterRestart(await restart(env.db, membership, state));
  const scope = reading ? reading.scope : membership.scope;
  const isOther = scope !== null && scope !== page.end.scope;
  // What was said before the first page came may be out of sight by now: only a second reading would find that out.
  const isLate = scope === null && !reading && membership.n > 0;
  if (isOther || isLate || (reading && reading.epoch !== null && reading.epoch !== page.end.epoch)) {
    const again = { after: 0, epoch: null, scope: null, lost: reading?.lost ?? false };
    return afterRestart(await restart(env.db, membership, { ...state, reading: again }));
  }
  const believed = await believe(env.subtle, env.db, membership, page.lines);
  if (!believed.ok) return failed(believed.error);
  const { items, pins } = believed.value;
  await note(env, ward, { fetching: { got: next, of: head } });
  if (reading) {
    const lines = readLines(ward, page.lines);
    const kept = await keepPage(env.db, membership, { ...state, pins }, { lines, end: page.end });
    if (!kept) return failed("busy");
    if (!isLast) return ok("more");
    const switched = await switchOver(env, ward, clock.seconds(ward));
    return switched ? ok("done") : failed("busy");
  }
  return keepLines(parts, membership, { ...state, pins, after: next, scope: page.end.scope }, items, isLast);
}

function afterRestart(restarted: boolean): Called<Step> {
  return restarted ? ok("more") : failed("busy");
}

async function keepLines(
  { env, clock }: Parts,
  before: MembershipRow,
  after: MembershipRow,
  arrivals: readonly Arrival[],
  isLast: boolean,
): Promise<Called<Step>> {
  const heardAt = isLast ? clock.seconds(before.ward) : before.heardAt;
  const kept = await append(env.db, {
    ward: before.ward,
    arrivals,
    membership: (now) => {
      if (!now || hasMoved(before, now)) return null;
      const { epoch, head, saved, copied = false, pins, after: next, scope } = after;
      return { ...now, epoch, head, saved, copied, pins, after: next, scope, heardAt };
    },
  });
  if (!kept.ok) return failed("busy");
  return ok(isLast ? "done" : "more");
}

/** Whether reading has gone on, here or in another tab. */
function hasMoved(before: MembershipRow, now: MembershipRow): boolean {
  return (
    before.after !== now.after ||
    before.device !== now.device ||
    JSON.stringify(before.reading) !== JSON.stringify(now.reading)
  );
}
