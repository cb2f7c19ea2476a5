import * as v from "valibot";
import { err, ok, type Result } from "../../../domain/result.ts";
import type { NamedDraft } from "../../../domain/statement.ts";
import type { DraftError, Phone, SayError } from "../../../phone/api/phone.ts";

/**
 * A list that was taken: kept whole before anything of it is said, so that all of it is said whatever happens. Its statements
 * lie beside it in pieces, since fifty thousand of them read or kept at once stand in everybody's way.
 */
export interface KeptImport {
  readonly file: string;
  /** Where no file was taken but households were moved out of areas that have ended. */
  readonly moves?: true | undefined;
  /** Seconds: when it was taken. */
  readonly at: number;
  readonly add: number;
  readonly change: number;
  /** How many statements it makes. */
  readonly all: number;
  readonly pieces: number;
  /** Where an older version of the app has kept it: the statements themselves, in no pieces. */
  readonly drafts: readonly NamedDraft[];
}

/** Where the list that is being taken is kept. */
export function importKey(ward: string): string {
  return `import/${ward}`;
}

/** Where a piece of it is kept. */
function pieceKey(ward: string, at: number): string {
  return `${importKey(ward)}/${at}`;
}

/** Reads a kept list; null where there is none. */
export function readKeptImport(kept: unknown): KeptImport | null {
  const read = v.safeParse(schema, kept);
  if (!read.success) return null;
  const { drafts = [], all = drafts.length, pieces = 0, ...told } = read.output;
  return { ...told, all, pieces, drafts };
}

/**
 * Keeps a list piece by piece, and says how far it is; only with its last word it is taken. What a list that was undone has
 * left behind goes.
 */
export async function keepImport(
  phone: Pick<Phone, "act" | "watch" | "now">,
  ward: string,
  list: Omit<KeptImport, "at" | "pieces" | "drafts">,
  pieces: Iterable<readonly NamedDraft[]>,
  onDone: (count: number) => void,
): Promise<Result<null, DraftError>> {
  let count = 0;
  let done = 0;
  for (const piece of pieces) {
    const kept = await phone.act.keepDraft(pieceKey(ward, count), piece);
    if (!kept.ok) {
      await dropPieces(phone, ward, count);
      return kept;
    }
    count += 1;
    done += piece.length;
    onDone(done);
  }
  for (let at = count; (await readPiece(phone, ward, at)) !== null; at += 1)
    await phone.act.dropDraft(pieceKey(ward, at));
  const kept = await phone.act.keepDraft(importKey(ward), {
    ...list,
    // The time to undo begins as it ends.
    at: phone.now(ward),
    pieces: count,
  });
  if (!kept.ok) await dropPieces(phone, ward, count);
  return kept;
}

/** Lets go of a list of which nothing was said: its word first, so that no part of it is ever taken for the whole. */
export async function dropImport(
  { act }: Pick<Phone, "act">,
  ward: string,
  { pieces }: KeptImport,
): Promise<void> {
  await act.dropDraft(importKey(ward));
  await dropPieces({ act }, ward, pieces);
}

/** The last one first: what stays behind, should the page be closed, is found by the next list. */
async function dropPieces({ act }: Pick<Phone, "act">, ward: string, count: number): Promise<void> {
  for (let at = count - 1; at >= 0; at -= 1) await act.dropDraft(pieceKey(ward, at));
}

/**
 * Says a kept list piece by piece, each durable when it is counted and gone with its last word, and lets go of the list at the
 * end. Its ids were drawn when it was taken: after a crash it goes on, and nothing is said twice.
 */
export async function sayKept(
  phone: Pick<Phone, "act" | "watch">,
  ward: string,
  list: KeptImport,
  onDone: (count: number) => void,
): Promise<Result<null, SayError>> {
  if (list.pieces === 0) return sayAll(phone, ward, list.drafts, importKey(ward), onDone);
  let done = 0;
  for (let at = 0; at < list.pieces; at += 1) {
    const piece = await readPiece(phone, ward, at);
    // Said before the page was closed.
    if (piece === null) done = Math.min(list.all, done + IN_PIECE);
    else {
      const before = done;
      const said = await sayAll(phone, ward, piece, pieceKey(ward, at), (count) => onDone(before + count));
      if (!said.ok) return said;
      done += piece.length;
    }
    onDone(done);
  }
  await phone.act.dropDraft(importKey(ward));
  return ok(null);
}

async function sayAll(
  { act }: Pick<Phone, "act">,
  ward: string,
  drafts: readonly NamedDraft[],
  draft: string,
  onDone: (count: number) => void,
): Promise<Result<null, SayError>> {
  for (let from = 0; from < drafts.length; from += AT_ONCE) {
    const some = drafts.slice(from, from + AT_ONCE);
    const isLast = from + AT_ONCE >= drafts.length;
    const said = await (isLast ? act.say(ward, some, draft) : act.say(ward, some));
    if (!said.ok) return err(said.error);
    onDone(from + some.length);
  }
  return ok(null);
}

function readPiece(
  { watch }: Pick<Phone, "watch">,
  ward: string,
  at: number,
): Promise<readonly NamedDraft[] | null> {
  return new Promise((resolve) => {
    const stop = watch.draft(pieceKey(ward, at))((kept) => {
      const read = v.safeParse(pieceSchema, kept);
      resolve(read.success ? read.output : null);
      // It may be told before this is known.
      queueMicrotask(() => stop());
    });
  });
}

/** Statements that are said at once. */
const AT_ONCE = 200;
/** Statements in a piece. */
export const IN_PIECE = 1_000;

const fields = v.record(v.string(), v.unknown());
const pieceSchema = v.array(
  v.looseObject({
    jti: v.string(),
    type: v.string(),
    sub: v.string(),
    body: fields,
    personal: v.optional(fields),
  }),
) as v.GenericSchema<unknown, readonly NamedDraft[]>;
const schema = v.object({
  file: v.string(),
  moves: v.optional(v.literal(true)),
  at: v.number(),
  add: v.number(),
  change: v.number(),
  all: v.optional(v.number()),
  pieces: v.optional(v.number()),
  drafts: v.optional(pieceSchema),
});
