import { CODE_BYTES, makeOpinionCode, readOpinionCode } from "../../domain/matters/opinion-code.ts";
import { err, ok, type Result } from "../../domain/result.ts";
import {
  followedAnswer,
  MOST_FOLLOWED,
  opinionState,
  type OpinionRequest,
  type OpinionState,
} from "../../wire/opinions.ts";
import { ownOpinionsKey, readOwnOpinions, type NewOpinion, type OwnOpinion } from "../api/own-opinions.ts";
import { call, readJson } from "../call/call.ts";
import type { PhoneDatabase } from "../store/database.ts";
import type { Parts } from "../store/parts.ts";

import { open, seal } from "../store/seal.ts";

/** Keeps an opinion under a new code, durably, before anything of it is sent. */
export async function keepOpinion(
  { env, clock }: Parts,
  ward: string,
  { area, article, amendment, text, by, kind, publish, consent }: NewOpinion,
): Promise<Result<string, "full">> {
  const at = clock.seconds(ward);
  const code = makeOpinionCode(at * 1000, env.random(CODE_BYTES));
  const about = { area, article, amendment };
  const opinion: OwnOpinion = { code, ...about, text, by, kind, publish, consent, at, state: "kept" };
  try {
    await change(env.db, ward, (all) => [...all, opinion]);
    return ok(code);
  } catch {
    return err("full");
  }
}

/** Gives what waits, one after another, and asks after all that may still change. */
export async function giveOpinions(parts: Parts, ward: string): Promise<void> {
  const { env, clock } = parts;
  const all = await read(env.db, ward);
  for (const { code } of all.filter(({ state }) => state === "kept")) {
    // While one before it was under way, its writer may have deleted it.
    const opinion = (await read(env.db, ward)).find((one) => one.code === code && one.state === "kept");
    if (!opinion) continue;
    const answer = await call(env, clock, { ward, path: "/opinions", body: requestOf(opinion) });
    if (!answer.ok) {
      // Another time it may be taken; of these it never will.
      if (!UNFIT.has(answer.error.error)) return;
      await update(env.db, ward, [{ code: opinion.code, state: "unfit", reason: answer.error.error }]);
      continue;
    }
    const state = readJson(opinionState, answer.value);
    if (state.ok) await update(env.db, ward, [state.value]);
  }
  const unsettled = all.filter(
    ({ state, status }) => state !== "kept" && state !== "refused" && status !== "done",
  );
  if (unsettled.length === 0) return;
  const codes = unsettled.slice(-MOST_FOLLOWED).map(({ code }) => code);
  const answer = await call(env, clock, { ward, path: "/opinions/followed", body: { codes } });
  const heard = answer.ok ? readJson(followedAnswer, answer.value) : answer;
  if (heard.ok) await update(env.db, ward, heard.value.opinions);
}

/** Follows one that was given elsewhere, from the next time the ward is asked. */
export async function followOpinion({ env, clock }: Parts, ward: string, typed: string): Promise<boolean> {
  const code = readOpinionCode(typed);
  if (code === null) return false;
  const known = { area: "", article: undefined, text: "", by: undefined, consent: "" };
  const opinion: OwnOpinion = { code, ...known, at: clock.seconds(ward), state: "unknown" };
  await change(env.db, ward, (all) => (all.some((one) => one.code === code) ? all : [...all, opinion]));
  return true;
}

/** Lets go of one. */
export async function dropOpinion({ env }: Parts, ward: string, code: string): Promise<void> {
  await change(env.db, ward, (all) => all.filter((one) => one.code !== code));
}

/** Puts one back that was let go of, as it was. */
export async function restoreOpinion({ env }: Parts, ward: string, opinion: OwnOpinion): Promise<void> {
  await change(env.db, ward, (all) =>
    all.some(({ code }) => code === opinion.code)
      ? all
      : [...all, opinion].sort((a, b) => a.at - b.at || (a.code < b.code ? -1 : 1)),
  );
}

const UNFIT = new Set(["bad-request", "too-large", "unknown-area"]);

function requestOf({
  code,
  area,
  article,
  amendment,
  text,
  by,
  kind,
  publish,
  consent,
  at,
}: OwnOpinion): OpinionRequest {
  return {
    code,
    area,
    ...(article === undefined ? {} : { article }),
    ...(amendment === undefined ? {} : { amendment }),
    text,
    ...(by === undefined ? {} : { by }),
    ...(kind === undefined ? {} : { kind }),
    ...(publish === true ? { publish } : {}),
    consent: { version: consent, at },
  };
}

type News = Pick<OpinionState, "code" | "reason" | "status" | "answer" | "forwarded"> & {
  readonly state: OwnOpinion["state"];
};

/** A store that was restored may have lost one: then it is given again, if this phone has its words. */
async function update(db: PhoneDatabase, ward: string, news: readonly News[]): Promise<void> {
  const byCode = new Map(news.map((one) => [one.code, one]));
  await change(db, ward, (all) =>
    all.map((one): OwnOpinion => {
      const now = byCode.get(one.code);
      if (!now) return one;
      const isLost = now.state === "unknown" && one.text !== "";
      const { reason, status, answer, forwarded } = now;
      return { ...one, reason, status, answer, forwarded, state: isLost ? "kept" : now.state };
    }),
  );
}

async function read(db: PhoneDatabase, ward: string): Promise<readonly OwnOpinion[]> {
  const row = await db.drafts.get(ownOpinionsKey(ward));
  return readOwnOpinions(row && open(row.sealed));
}

/** In one transaction: another tab may change them as well. */
async function change(
  db: PhoneDatabase,
  ward: string,
  to: (all: readonly OwnOpinion[]) => readonly OwnOpinion[],
): Promise<void> {
  const key = ownOpinionsKey(ward);
  await db.transaction("rw", db.drafts, async () => {
    const next = to(await read(db, ward));
    if (next.length === 0) await db.drafts.delete(key);
    else await db.drafts.put({ key, sealed: seal(next) });
  });
}
