import type { Kysely } from "kysely";
import { isAreaCode } from "../../domain/ids.ts";
import { isRecord } from "../../domain/jws.ts";
import { FROM_ANYONE } from "../../domain/kinds/opinion-given.ts";
import { opinionId, readOpinionCode } from "../../domain/matters/opinion-code.ts";
import { err, ok, type Result } from "../../domain/result.ts";
import { inOrder, type Entry, type Said } from "../../domain/said.ts";
import type { OpinionRequest, OpinionState } from "../../wire/opinions.ts";
import type { ProblemSlug } from "../../wire/problem.ts";
import { sha256 } from "../check/digest.ts";
import { say } from "../keys/say.ts";
import type { ServerParts } from "../parts.ts";
import { readRow, type LogRow, type WardRow } from "../store/rows.ts";
import type { Schema } from "../store/schema.ts";
import { describeWard } from "../wards/wards-here.ts";
import { retractedOf } from "./read-public.ts";

/** Opinions from anyone that wait in one ward at most: beyond that nobody reads them any more. */
const MOST_WAITING = 1000;

/**
 * Takes an opinion of somebody without an account: the ward key says `opinion.given`, marked as anyone's, and it waits for
 * the office. The same code again changes nothing.
 */
export async function takeOpinion(
  parts: Pick<ServerParts, "db" | "acceptor" | "keys" | "now" | "random">,
  ward: WardRow,
  { code: typed, area, article, amendment, text, by, kind, publish, consent }: OpinionRequest,
): Promise<Result<OpinionState, ProblemSlug>> {
  const code = readOpinionCode(typed);
  if (code === null || !isAreaCode(area)) return err("bad-request");
  const before = await followOpinion(parts.db, ward, code);
  if (before.state !== "unknown") return ok(before);
  const { areas } = await describeWard(parts.db, ward.ward);
  if (!areas.some((one) => one.code === area)) return err("unknown-area");
  if ((await countWaiting(parts.db, ward.ward)) >= MOST_WAITING) return err("too-often");
  const keys = await parts.keys.find(ward.ward);
  if (!keys) return err("unavailable");
  const about = {
    ...(article === undefined ? {} : { article }),
    ...(amendment === undefined ? {} : { amendment }),
    ...(kind === undefined ? {} : { kind }),
    ...(publish === true ? { publish } : {}),
  };
  const said = await say(parts, ward.ward, keys, [
    {
      type: "opinion.given",
      jti: await opinionId(code, sha256),
      sub: area,
      body: { ...about, channel: "app", from: FROM_ANYONE, consent },
      personal: { text, ...(by === undefined ? {} : { by }) },
    },
  ]);
  if (!said.ok) return err(said.error);
  // Another call with this very code may have come between: then that one's words are kept.
  return ok(await followOpinion(parts.db, ward, code));
}

/** What became of the opinion of a code, as whoever gave it may know. */
export async function followOpinion(db: Kysely<Schema>, ward: WardRow, typed: string): Promise<OpinionState> {
  const code = readOpinionCode(typed);
  if (code === null) return { code: typed, state: "unknown" };
  const jti = await opinionId(code, sha256);
  const row = await findRow(db, ward.ward, jti);
  if (row) return { code, ...(await standingOf(db, ward.ward, row)) };
  const held = await db
    .selectFrom("held as h")
    .leftJoin("decisions as d", (join) => join.onRef("d.ward", "=", "h.ward").onRef("d.jti", "=", "h.jti"))
    .select(["d.decision", "d.reason"])
    .where("h.ward", "=", ward.ward)
    .where("h.jti", "=", jti)
    .executeTakeFirst();
  if (!held) return { code, state: "unknown" };
  return held.decision === "refuse"
    ? { code, state: "refused", reason: held.reason ?? "other" }
    : { code, state: "held" };
}

/** Of one that the office took in: what was said of it since, and stands. */
async function standingOf(
  db: Kysely<Schema>,
  ward: string,
  opinion: LogRow,
): Promise<Pick<OpinionState, "state" | "status" | "answer" | "forwarded">> {
  // Taken back by the office, as somebody with the code has asked.
  if ((await retractedOf(db, ward, [opinion])).has(opinion.jti))
    return { state: "taken", status: "withdrawn" };
  const about = await db
    .selectFrom("statements")
    .selectAll()
    .where("ward", "=", ward)
    .where("sub", "=", opinion.jti)
    .where("type", "in", ["opinion.answered", "opinion.forwarded"])
    .orderBy("seq")
    .execute();
  const gone = await retractedOf(db, ward, about);
  const standing = about.filter(({ jti }) => !gone.has(jti)).map(toEntry);
  // What was said last holds, as the office reads it (`opinion-cases.ts`): it may have come before the other.
  const told = inOrder(standing).sort((a, b) => a.at - b.at);
  const last = told.at(-1);
  if (!last) return { state: "taken" };
  const forwarded = told.findLast(({ type }) => type === "opinion.forwarded")?.body;
  const answer = told.map(answerIn).findLast((words) => words !== null);
  return {
    state: "taken",
    status: last.type === "opinion.forwarded" ? "forwarded" : String(last.body["status"]),
    ...(answer ? { answer } : {}),
    ...(forwarded ? { forwarded: { to: String(forwarded["to"]), on: String(forwarded["on"]) } } : {}),
  };
}

/** The words of an answer: those to the writer, or else those that were printed for all. */
function answerIn({ body, personal }: Said): string | null {
  const printed = body["public"];
  const words = personal["answer"] ?? (isRecord(printed) ? printed["answer"] : undefined);
  return typeof words === "string" ? words : null;
}

function toEntry(row: LogRow): Entry {
  return { seq: row.seq, at: row.at, standing: "log", statement: readRow(row) };
}

/** Only what came this way: another statement's id is nobody's code. */
async function findRow(db: Kysely<Schema>, ward: string, jti: string): Promise<LogRow | undefined> {
  const row = await db
    .selectFrom("statements")
    .selectAll()
    .where("ward", "=", ward)
    .where("jti", "=", jti)
    .executeTakeFirst();
  return row?.type === "opinion.given" ? row : undefined;
}

async function countWaiting(db: Kysely<Schema>, ward: string): Promise<number> {
  const { count } = await db
    .selectFrom("held as h")
    .leftJoin("decisions as d", (join) => join.onRef("d.ward", "=", "h.ward").onRef("d.jti", "=", "h.jti"))
    .where("h.ward", "=", ward)
    .where("h.reason", "=", FROM_ANYONE)
    .where("d.jti", "is", null)
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}
