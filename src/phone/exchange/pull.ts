import { ok } from "../../domain/result.ts";
import { append } from "../append/append.ts";
import { failed, type Called } from "../call/call.ts";
import { tellIfSlow } from "../call/tell-if-slow.ts";
import type { Arrival } from "../log/change.ts";
import { heard } from "../log/log-state.ts";
import type { Parts } from "../store/parts.ts";
import { note } from "../store/progress.ts";
import type { MembershipRow } from "../store/rows.ts";
import { joinPins } from "../trust/join-pins.ts";
import { believe } from "../trust/lines.ts";
import { openPages, type Pages, type ReadPage } from "./fetch-page.ts";
import { keepPage, restart, switchOver } from "./reread.ts";
import { tellUnsent } from "./tell-unsent.ts";

/**
 * Fetches what is new, page by page: what comes next is on its way, and is read, while the one before is being kept. A page
 * counts only if it follows what is kept by then, so that a broken way costs one page and nothing is kept out of order. A new
 * scope or another log is read again from 0 beside the copy in use (PROTOCOL.md §3–4); what the log has lost waits to be sent
 * after it.
 */
export async function pull(parts: Parts, ward: string): Promise<Called<null>> {
  const { env } = parts;
  let coming: Coming | null = null;
  const teller = tellIfSlow(env, async () => {
    const fetching = coming?.pages.far();
    // A sending that broke off with its tab is over.
    if (fetching) await note(env, ward, { busy: null, fetching });
  });
  const more = await tellUnsent(parts, ward);
  const open: Open = (after, lines) =>
    openPages(parts, ward, { after, ...(lines ? { lines } : {}), more, onPiece: teller.next });
  try {
    for (let before: MembershipRow | null = null; ;) {
      const membership: MembershipRow | undefined = await env.db.memberships.get(ward);
      if (!membership || (before && !hasMoved(before, membership))) return failed("bad-answer");
      before = membership;
      coming = follows(coming, membership) ? coming : begin(open, membership, coming);
      let page = await coming.pages.take();
      if (coming.isAhead && isOutdated(page, membership)) {
        coming = begin(open, membership, coming);
        page = await coming.pages.take();
      }
      if (!page?.ok) return page ?? failed("bad-answer");
      coming = goOn(open, membership, coming, page.value);
      const step = await takePage(parts, membership, page.value);
      if (!step.ok) return step;
      if (step.value === "done") return ok(null);
    }
  } finally {
    // Where a page could not be kept nobody waits for what follows it.
    coming?.pages.drop();
    if (await teller.end()) await note(env, ward, { busy: null, fetching: null });
  }
}

type Step = "more" | "done";

/** Asks for what comes after a number of the log. */
type Open = (after: number, lines?: number) => Pages;

/** Pages of which the next one comes after a number of the log. */
interface Coming {
  readonly device: string | null;
  readonly after: number;
  readonly pages: Pages;
  /** Whether they were asked for before the one that they follow was kept. */
  readonly isAhead: boolean;
}

function afterOf({ reading, after }: MembershipRow): number {
  return reading?.after ?? after;
}

function follows(coming: Coming | null, membership: MembershipRow): coming is Coming {
  return coming?.after === afterOf(membership) && coming.device === membership.device;
}

function begin(open: Open, membership: MembershipRow, instead: Coming | null): Coming {
  instead?.pages.drop();
  const after = afterOf(membership);
  return { device: membership.device, after, pages: open(after), isAhead: false };
}

/** Asked for before this phone was told more: what it says of the log would look like a loss. Or it came to nothing more. */
function isOutdated(page: Called<ReadPage> | null, { epoch, head }: MembershipRow): boolean {
  return page === null || (page.ok && (page.value.end.epoch !== epoch || page.value.end.head < head));
}

/** What comes behind a page: by the same call, or by the next one. */
function goOn(open: Open, membership: MembershipRow, { pages }: Coming, page: ReadPage): Coming | null {
  const { device, reading } = membership;
  const { end, isOver, lines } = page;
  const { next, head } = end;
  const { scope, epoch } = reading ?? membership;
  // Nothing comes behind it but the end of the answer, which leaves the line to the next call.
  if (next >= head) return null;
  // Of another sight or log it is read again from 0.
  if ((scope !== null && scope !== end.scope) || (epoch !== null && epoch !== end.epoch)) {
    pages.drop();
    return null;
  }
  const following = isOver ? open(next, lines) : pages;
  return { device, after: next, pages: following, isAhead: true };
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
