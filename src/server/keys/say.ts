import type { Kysely } from "kysely";
import { uuidV7 } from "../../domain/ids.ts";
import { ok, type Result } from "../../domain/result.ts";
import { formatStatement, makeStatement, type Draft, type Statement } from "../../domain/statement.ts";
import type { Verdict } from "../../wire/answers.ts";
import type { Acceptor, PushError } from "../accept.ts";
import { sha256 } from "../check/digest.ts";
import type { Schema } from "../store/schema.ts";
import type { KeyRing, WardKeys } from "./keys.ts";

/** What the ward key speaks through: the store that counts its statements, and the one door into the log. */
export interface Speaking {
  readonly db: Kysely<Schema>;
  readonly acceptor: Acceptor;
  readonly keys: KeyRing;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
}

/** A statement of the ward key, and what became of it. */
export interface Told {
  readonly statement: Statement;
  readonly verdict: Verdict;
}

/**
 * Says something with the ward key: makes the statements and pushes them like anybody's, in order, in batches. Where the ward
 * has been given another key meanwhile, that one says it.
 */
export async function say(
  speaking: Speaking,
  ward: string,
  keys: WardKeys,
  drafts: readonly Draft[],
): Promise<Result<readonly Told[], PushError>> {
  const told: Told[] = [];
  for (let i = 0; i < drafts.length; i += BATCH) {
    const answer = await sayBatch(speaking, ward, keys, drafts.slice(i, i + BATCH));
    if (!answer.ok) return answer;
    told.push(...answer.value);
  }
  return ok(told);
}

const BATCH = 500;

async function sayBatch(
  speaking: Speaking,
  ward: string,
  first: WardKeys,
  drafts: readonly Draft[],
): Promise<Result<readonly Told[], PushError>> {
  const { acceptor } = speaking;
  for (let [keys, tries]: [WardKeys, number] = [first, 1]; ; tries += 1) {
    const statements = await signAll(
      speaking,
      ward,
      keys,
      drafts.map((draft) => underKeys(draft, keys)),
    );
    const answer = await acceptor.push(ward, statements.map(textOf), { isNew: true });
    if (!answer.ok) return answer;
    const { results } = answer.value;
    const other = tries < TRIES ? await otherKeys(speaking, ward, keys, results[0]) : null;
    if (other === null)
      return ok(
        statements.flatMap((statement, at) => {
          const verdict = results[at];
          return verdict ? [{ statement, verdict }] : [];
        }),
      );
    keys = other;
  }
}

/** A store put back from before two changes of the key, and a third change meanwhile. */
const TRIES = 4;

/** The keys to try where the log does not listen to these: a key speaks for the ward from its place in the log on, not before. */
async function otherKeys(
  { acceptor, keys: ring }: Speaking,
  ward: string,
  keys: WardKeys,
  verdict: Verdict | undefined,
): Promise<WardKeys | null> {
  if (verdict?.status !== "rejected") return null;
  if (verdict.reason === "unknown-signer" && keys.succession.length > 0) {
    await acceptor.push(ward, keys.succession);
    return keys;
  }
  if (verdict.reason !== "not-ward-key") return null;
  const now = await ring.find(ward);
  return now && now.signer.kid !== keys.signer.kid ? now : (now?.next ?? null);
}

/** A ward that describes itself names the keys by which it does. */
function underKeys(draft: Draft, { sign, seal }: WardKeys): Draft {
  return draft.type === "ward.described"
    ? { ...draft, body: { ...draft.body, keys: { sign, seal } } }
    : draft;
}

/** A statement as it is sent. */
export function textOf({ jws, disclosures }: Statement): string {
  return formatStatement(jws, disclosures);
}

/** Makes statements of the ward key. */
export async function signAll(
  { db, now, random }: Omit<Speaking, "acceptor" | "keys">,
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
