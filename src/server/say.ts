import type { Kysely } from "kysely";
import { uuidV7 } from "../domain/ids.ts";
import { ok, type Result } from "../domain/result.ts";
import { formatStatement, makeStatement, type Draft, type Statement } from "../domain/statement.ts";
import type { Verdict } from "../wire/answers.ts";
import type { Acceptor, PushError } from "./accept.ts";
import { sha256 } from "./digest.ts";
import type { WardKeys } from "./keys.ts";
import type { Schema } from "./store/schema.ts";

/** What the ward key speaks through: the store that counts its statements, and the one door into the log. */
export interface Speaking {
  readonly db: Kysely<Schema>;
  readonly acceptor: Acceptor;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
}

/** A statement of the ward key, and what became of it. */
export interface Told {
  readonly statement: Statement;
  readonly verdict: Verdict;
}

/** Says something with the ward key: makes the statements and pushes them like anybody's, in order, in batches. */
export async function say(
  speaking: Speaking,
  ward: string,
  keys: WardKeys,
  drafts: readonly Draft[],
): Promise<Result<readonly Told[], PushError>> {
  const told: Told[] = [];
  for (let i = 0; i < drafts.length; i += BATCH) {
    const statements = await make(speaking, ward, keys, drafts.slice(i, i + BATCH));
    const texts = statements.map(({ jws, disclosures }) => formatStatement(jws, disclosures));
    const answer = await speaking.acceptor.push(ward, texts, { isNew: true });
    if (!answer.ok) return answer;
    for (const [at, verdict] of answer.value.results.entries()) {
      const statement = statements[at];
      if (statement) told.push({ statement, verdict });
    }
  }
  return ok(told);
}

const BATCH = 500;

async function make(
  { db, now, random }: Speaking,
  ward: string,
  { signer }: WardKeys,
  drafts: readonly Draft[],
): Promise<Statement[]> {
  // One statement draws them all: two processes that speak at once never draw the same.
  const drawn = await db
    .updateTable("wards")
    .set((eb) => ({ signed: eb("signed", "+", drafts.length) }))
    .where("ward", "=", ward)
    .returning("signed")
    .executeTakeFirstOrThrow();
  const first = drawn.signed - drafts.length + 1;
  return await Promise.all(
    drafts.map((draft, index) =>
      makeStatement(draft, {
        jti: draft.jti ?? uuidV7(now(), random(10)),
        n: first + index,
        iat: Math.floor(now() / 1000),
        ward,
        signer,
        random,
        sha256,
      }),
    ),
  );
}
