import { err, ok, type Result } from "../../domain/result.ts";
import type { Statement } from "../../domain/statement.ts";
import type { PushAnswer, Verdict } from "../../wire/answers.ts";
import { noChanges } from "../log/changes.ts";
import { gatherFacts, type Facts } from "../log/facts.ts";
import type { Judgement } from "../log/judgement.ts";
import type { LogEnd } from "../store/log-ends.ts";
import { prepared } from "../store/prepared.ts";
import type { Db } from "../store/rows.ts";
import { StoreBehind } from "../store/store-failure.ts";
import { isWardKey, judge, judgeUnfit } from "./judge.ts";
import { recordChanges } from "./record.ts";
import { isShownAsSent } from "./shown-as-sent.ts";

/** A push whose statements were checked. */
export interface Push {
  readonly ward: string;
  /** The device that pushes, where one does. */
  readonly by: string | undefined;
  /** Whether the ward key says it only now. */
  readonly isNew: boolean;
  readonly checked: readonly Result<Statement, string>[];
  /** Whose signature was good, and whose digests were not: their numbers have arrived. */
  readonly unfit: readonly Statement[];
  /** Ids of those that name a key of the ward which is not here. */
  readonly foreign: readonly string[];
}

/** Why a push as a whole comes to nothing. */
export type PushRefusal = "unknown-ward" | "unknown-device" | "too-often";

/** Held statements of one device (PROTOCOL.md §3). */
const MOST_HELD = 2000;

/**
 * Judges pushes and writes what is accepted, ward by ward, inside one transaction. Throws `StoreBehind` where a log ends before
 * what `ends` tells of it.
 */
export async function judgePushes<One extends Push>(
  db: Db,
  batch: readonly One[],
  now: () => number,
  ends: ReadonlyMap<string, LogEnd>,
): Promise<Map<One, Result<PushAnswer, PushRefusal>>> {
  const answers = new Map<One, Result<PushAnswer, PushRefusal>>();
  // In one order for all writers, so that none waits for another in a ring.
  for (const slug of [...new Set(batch.map(({ ward }) => ward))].sort()) {
    const mine = batch.filter(({ ward }) => ward === slug);
    const statements = mine.flatMap(({ checked }) => checked.flatMap((one) => (one.ok ? [one.value] : [])));
    const unfit = mine.flatMap((push) => push.unfit);
    const pushers = mine.flatMap(({ by }) => (by === undefined ? [] : [by]));
    // Written first, read second: this takes the write lock, so that nobody numbers between.
    const [[ward], gathered] = await Promise.all([
      lockWard(db, slug),
      gatherFacts(db, slug, [...statements, ...unfit], pushers),
    ]);
    if (!ward) {
      for (const push of mine) answers.set(push, err("unknown-ward"));
      continue;
    }
    const told = ends.get(slug);
    if (told && told.epoch === ward.epoch && told.head > ward.head) throw new StoreBehind(told);
    const facts = { ward, ...gathered };
    const foreign = new Set(mine.flatMap((push) => push.foreign));
    const judgement = { facts, changes: noChanges(), at: now(), foreign };
    for (const push of mine) {
      if (!isKnownOrEnrols(facts, push)) {
        answers.set(push, err("unknown-device"));
        continue;
      }
      const results = judgePush(judgement, push);
      if (typeof results === "string") {
        answers.set(push, err(results));
        continue;
      }
      for (const one of push.unfit) judgeUnfit(judgement, one);
      const copied = facts.devices.get(push.by ?? "")?.copied === 1 ? { copied: true } : {};
      const at = isShown(facts, push, results) ? { at: judgement.at } : {};
      answers.set(push, ok({ epoch: ward.epoch, head: 0, saved: ward.saved, results, ...at, ...copied }));
    }
    await recordChanges(db, judgement);
    for (const push of mine) {
      const answer = answers.get(push);
      if (answer?.ok) answers.set(push, ok({ ...answer.value, head: ward.head }));
    }
  }
  return answers;
}

/** In order; what came before one of whose device too much waits already is judged all the same, and told by the next try. */
function judgePush(
  judgement: Judgement,
  { checked, isNew, by }: Push,
): Verdict[] | "too-often" | "unknown-device" {
  const results: Verdict[] = [];
  for (const one of checked) {
    if (!one.ok) results.push({ status: "rejected", reason: one.error });
    else if (isNew && isByUsedInvite(judgement.facts, one.value))
      results.push({ status: "rejected", reason: "invite-used" });
    else if (isNew && isReplaced(judgement.facts, one.value))
      results.push({ status: "rejected", reason: "not-ward-key" });
    else {
      // Whoever runs the server by hand sees how much waits.
      const verdict = judge(judgement, one.value, by === undefined ? Infinity : MOST_HELD);
      if (verdict === "full") return "too-often";
      // Until the office has decided on its enrolment it is a stranger, and keeps what else it has.
      if (verdict.status === "held" && enrols(one.value, by) && !judgement.facts.devices.has(by ?? ""))
        return "unknown-device";
      results.push(verdict);
    }
  }
  return results;
}

/** Whether the device that pushes is in the log, or brings its enrolment along. */
function isKnownOrEnrols({ devices }: Facts, { by, checked }: Push): boolean {
  return by === undefined || devices.has(by) || checked.some((one) => one.ok && enrols(one.value, by));
}

/** Whether its signer no longer speaks for the ward. */
function isReplaced(facts: Facts, { kid }: Statement): boolean {
  return facts.devices.has(kid) && !isWardKey(facts, kid);
}

function enrols({ claims }: Statement, device: string | undefined): boolean {
  return claims.type === "device.enrolled" && claims.sub === device;
}

/** Whether it enrols a key by an invite that opened to another: two may come with one code at once, by two processes. */
function isByUsedInvite({ invitesUsed }: Facts, { claims }: Statement): boolean {
  if (claims.type !== "device.enrolled") return false;
  const user = invitesUsed.get(String(claims.body["invite"]));
  return user !== undefined && user !== claims.sub;
}

/** Whether whoever pushed need not read again what was accepted. */
function isShown(facts: Facts, { by, checked }: Push, results: readonly Verdict[]): boolean {
  const judged = checked.flatMap((one, at) => {
    const verdict = results[at];
    return one.ok && verdict ? [{ statement: one.value, verdict }] : [];
  });
  return by !== undefined && isShownAsSent(facts, by, judged);
}

const lockWard = prepared((db, slug: string) =>
  db
    .updateTable("wards")
    .set(({ ref }) => ({ head: ref("head") }))
    .where("ward", "=", slug)
    .returningAll(),
);
