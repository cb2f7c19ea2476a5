import { ok } from "../../domain/result.ts";
import { parsePage, type Page } from "../../wire/page.ts";
import { append } from "../append/append.ts";
import { call, failed, type Called } from "../call/call.ts";
import { newMembership } from "../store/new-membership.ts";
import type { Parts } from "../store/parts.ts";
import type { MembershipRow } from "../store/rows.ts";
import { joinPins } from "../trust/join-pins.ts";
import { believe, readLines } from "../trust/lines.ts";
import { pin } from "../trust/pin.ts";

/**
 * Fetches what a ward's readers need today, unless this phone has just that already. A reader's copies are replaced by it;
 * a device that the ward takes no more from keeps what it has, and adds this.
 */
export async function loadPublicPage(parts: Parts, ward: string): Promise<Called<null>> {
  const { env, clock } = parts;
  const before = await env.db.memberships.get(ward);
  const answer = await call(env, clock, {
    ward,
    path: "/public?edition=current",
    etag: before?.etag ?? null,
  });
  if (!answer.ok) return answer;
  const heardAt = clock.seconds(ward);
  const clockOffset = clock.offset(ward);
  if (answer.value.status === 304) {
    await env.db.memberships.update(ward, { heardAt, clockOffset });
    return ok(null);
  }
  const page = parsePage(answer.value.text);
  if (!page.ok) return failed("bad-answer");
  return keep(parts, ward, page.value, { etag: answer.value.etag, heardAt, clockOffset });
}

async function keep(
  parts: Parts,
  ward: string,
  page: Page,
  news: Pick<MembershipRow, "etag" | "heardAt" | "clockOffset">,
): Promise<Called<null>> {
  const { db, subtle } = parts.env;
  const before = (await db.memberships.get(ward)) ?? newMembership(ward);
  // A page may begin after a change of the ward's key: then its whole chain is needed once.
  const lines = readLines(ward, page.lines);
  const known = await believe(subtle, db, before, lines);
  const pinned = known.ok || before.pins.length > 0 ? null : await pin(parts, ward, []);
  if (pinned && !pinned.ok) return pinned;
  const believed = pinned ? await believe(subtle, db, { ward, pins: pinned.value.pins }, lines) : known;
  if (!believed.ok) return failed(believed.error);
  const { items: arrivals, pins } = believed.value;
  await append(db, {
    ward,
    arrivals,
    ...(before.device === null ? { switching: { lost: false, narrowed: true } } : {}),
    // Enrolled meanwhile: then a pull brings more than this.
    membership(now = newMembership(ward)) {
      const joined = joinPins(now.pins, pins);
      return joined && now.device === before.device ? { ...now, ...news, pins: joined } : null;
    },
  });
  return ok(null);
}
