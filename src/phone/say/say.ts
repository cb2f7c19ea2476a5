import { uuidV7 } from "../../domain/ids.ts";
import { findKind } from "../../domain/kinds/all.ts";
import { err, ok, type Result } from "../../domain/result.ts";
import {
  MOST_BYTES,
  formatStatement,
  type Draft,
  type NamedDraft,
  type Statement,
} from "../../domain/statement.ts";
import type { Photo, SayError } from "../api/phone.ts";
import { append, planAhead } from "../append/append.ts";
import type { Plan } from "../append/plan.ts";
import type { Change } from "../log/change.ts";
import { isFull } from "../store/is-full.ts";
import type { Parts } from "../store/parts.ts";
import type { Speech } from "./scribe.ts";
import type { Voice } from "./voices.ts";

/** What is kept in the same transaction as the statements. */
export interface Beside {
  /** Key of the draft that they were. */
  readonly draft?: string | undefined;
  /** Photos of papers, each named by one of the statements from then on. */
  readonly photos?: readonly Photo[] | undefined;
}

/**
 * Makes, signs and keeps statements of one act together, and drops the draft that they were. Saying the same twice under the
 * same ids keeps it once.
 *
 * WebCrypto would end the transaction, so that statements are signed before it with the numbers that come next; the
 * transaction keeps them only if no other tab has drawn these meanwhile. So the numbers are in effect drawn in the
 * transaction that stores the statements, without gap or double (PROTOCOL.md §2, `n`).
 */
export async function say(
  parts: Parts,
  speech: Speech,
  ward: string,
  drafts: readonly Draft[],
  { draft, photos = [] }: Beside = {},
): Promise<Result<readonly string[], SayError>> {
  try {
    const named = drafts.map((one) => ({ ...one, jti: one.jti ?? newId(parts) }));
    const taken = await withPhotos(parts, named, photos);
    if (!taken) return err("invalid");
    return await tryToSay(parts, speech, ward, taken.drafts, { draft, attachments: taken.attachments });
  } catch (error) {
    return err(isFull(error) ? "full" : "storage");
  }
}

/**
 * Signs what is about to be said, with the ids that it has already, and plans how it is kept: as a finger comes down on the
 * button, so that both are done when the finger is lifted. Keeps nothing.
 */
export async function getReady(
  { env, clock }: Parts,
  { voices, scribe, plans }: Speech,
  ward: string,
  drafts: readonly NamedDraft[],
): Promise<void> {
  const voice = await voices.find(ward);
  if (!voice) return;
  clock.set(ward, voice.membership.clockOffset);
  const statements = await scribe.make(voice, drafts);
  if (!plans.has(statements)) plans.set(statements, planAhead(env.db, changeOf(voice, statements)));
  await plans.get(statements);
}

/** What makes photos ready comes with the first of them. */
async function withPhotos({ env }: Parts, drafts: readonly NamedDraft[], photos: readonly Photo[]) {
  if (photos.length === 0) return { drafts, attachments: [] };
  return (await import("./attach.ts")).attach(env.subtle, drafts, photos);
}

/** The change that keeps what a voice has said, while no other tab has drawn its numbers. */
function changeOf({ membership }: Voice, statements: readonly Statement[]): Change {
  const { ward, n, device } = membership;
  return {
    ward,
    arrivals: statements.map((statement) => ({ statement, seq: null, at: null, standing: "unsent" })),
    membership: (now) =>
      now?.n === n && now.device === device && !now.revoked ? { ...now, n: n + statements.length } : null,
  };
}

/** Every lost try means that another tab has kept something: nobody types that fast. */
const TRIES = 50;

async function tryToSay(
  parts: Parts,
  speech: Speech,
  ward: string,
  named: readonly NamedDraft[],
  beside: Pick<Change, "draft" | "attachments">,
): Promise<Result<readonly string[], SayError>> {
  const { env, clock } = parts;
  const { voices, scribe, rounds } = speech;
  const ids = named.map(({ jti }) => jti);
  for (let tried = 0; tried < TRIES; tried++) {
    const voice = await (tried === 0 ? voices.find(ward) : voices.read(ward));
    // What is remembered may be of before this phone was enrolled.
    if (!voice && tried === 0) continue;
    if (!voice) return err("not-enrolled");
    const { membership } = voice;
    clock.set(ward, membership.clockOffset);
    const statements = await scribe.make(voice, named);
    if (!statements.every(isSound)) return err("invalid");
    const ahead = await planned(speech, statements);
    const kept = await append(env.db, { ...changeOf(voice, statements), ...beside }, ahead);
    if (kept.ok) {
      voices.remember([{ ...membership, n: membership.n + statements.length }]);
      rounds.take(ward, kept.value);
    }
    if (kept.ok) return ok(ids);
    if (kept.error === "twice") {
      const { wasSaid } = await import("./said-before.ts");
      return (await wasSaid(env.db, ward, named, beside.draft)) ? ok(ids) : err("taken");
    }
  }
  return err("storage");
}

/** Null where nothing was planned, or could not be. */
async function planned({ plans }: Speech, statements: readonly Statement[]): Promise<Plan | null> {
  return (await plans.get(statements)?.catch(() => null)) ?? null;
}

/** A new UUIDv7 by the phone's own clock. */
export function newId({ env }: Pick<Parts, "env">): string {
  return uuidV7(env.now(), env.random(10));
}

function isSound(statement: Statement): boolean {
  const { type, v } = statement.claims;
  const text = formatStatement(statement.jws, statement.disclosures);
  return findKind(type, v)?.check(statement) === null && text.length <= MOST_BYTES;
}
