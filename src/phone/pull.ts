import { ok } from "../domain/result.ts";
import { append } from "./append.ts";
import { failed, type Called } from "./call.ts";
import type { Arrival } from "./change.ts";
import type { MembershipRow } from "./database.ts";
import { fetchPage, linesAfter, type ReadPage } from "./fetch-page.ts";
import { joinPins } from "./join-pins.ts";
import { believe } from "./lines.ts";
import { heard } from "./log-state.ts";
import type { Parts } from "./parts.ts";
import { note } from "./progress.ts";
import { keepPage, restart, switchOver } from "./reread.ts";

/**
 * Fetches what is new, page by page, each asked for while the one before is being kept. A page counts only if it follows
 * what is kept by then, so that a broken way costs one page and nothing is kept out of order. A new scope or another log is
 * read again from 0 beside the copy in use (PROTOCOL.md §3–4); what the log has lost waits to be sent after it.
 */
export async function pull(parts: Parts, ward: string): Promise<Called<null>> {
  let ahead: Ahead | null = null;
  for (let before: MembershipRow | null = null; ;) {
    const membership: MembershipRow | undefined = await parts.env.db.memberships.get(ward);
    if (!membership || (before && !hasMoved(before, membership))) return failed("bad-answer");
    before = membership;
    const page = await nextPage(parts, membership, ahead);
    if (!page.ok) return page;
    ahead = askAhead(parts, membership, page.value);
    const { next, head } = page.value.end;
    const [step] = await Promise.all([
      takePage(parts, membership, page.value),
      // A sending that broke off with its tab is over.
      note(parts.env, ward, { busy: null, fetching: { got: next, of: head } }),
    ]);
    if (!step.ok) return step;
    if (step.value === "more") continue;
    await note(parts.env, ward, { fetching: null });
    return ok(null);
  }
}

type Step = "more" | "done";

/** A page that was asked for before the one it follows was kept. */
interface Ahead {
  readonly device: string | null;
  readonly after: number;
  readonly page: Promise<Called<ReadPage>>;
}

function askAhead(parts: Parts, membership: MembershipRow, page: ReadPage): Ahead | null {
  const { ward, device, reading } = membership;
  const { end } = page;
  const { next, head } = end;
  const { scope, epoch } = reading ?? membership;
  // Of another sight or log it is read again from 0.
  const isOther = (scope !== null && scope !== end.scope) || (epoch !== null && epoch !== end.epoch);
  if (next >= head || isOther) return null;
  const ahead = fetchPage(parts, ward, next, linesAfter(page));
  // Where the page before cannot be kept nobody waits for this one.
  ahead.catch(() => null);
  return { device, after: next, page: ahead };
}

async function nextPage(
  parts: Parts,
  membership: MembershipRow,
  ahead: Ahead | null,
): Promise<Called<ReadPage>> {
  const { ward, device, epoch, head, reading } = membership;
  const after = reading?.after ?? membership.after;
  if (ahead?.after === after && ahead.device === device) {
    const page = await ahead.page;
    // Asked for before this phone was told more: what it says of the log would look like a loss.
    const isLate = page.ok && (page.value.end.epoch !== epoch || page.value.end.head < head);
    if (!isLate) return page;
  }
  return fetchPage(parts, ward, after);
}

async function takePage(parts: Parts, membership: MembershipRow, page: ReadPage): Promise<Called<Step>> {
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
  const believed = await believe(env.subtle, env.db, membership, page.arrivals);
  if (!believed.ok) return failed(believed.error);
  const { items, pins } = believed.value;
  if (reading) {
    const kept = await keepPage(env.db, membership, { ...state, pins }, page);
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
  const whole = isLast ? { whole: true } : {};
  const heardAt = isLast ? clock.seconds(before.ward) : before.heardAt;
  const kept = await append(env.db, {
    ward: before.ward,
    arrivals,
    readTo: after.after,
    membership: (now) => {
      if (!now || hasMoved(before, now)) return null;
      const { epoch, head, saved, copied = false, after: next, scope } = after;
      const pins = joinPins(now.pins, after.pins);
      if (!pins) return null;
      return { ...now, epoch, head, saved, copied, pins, after: next, scope, heardAt, ...whole };
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
