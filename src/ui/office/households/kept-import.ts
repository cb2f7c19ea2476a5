import * as v from "valibot";
import type { NamedDraft } from "../../../domain/statement.ts";
import { err, ok, type Result } from "../../../domain/result.ts";
import type { Phone, SayError } from "../../../phone/phone.ts";

/** A list that was taken: kept whole before anything of it is said, so that all of it is said whatever happens. */
export interface KeptImport {
  readonly file: string;
  /** Seconds: when it was taken. */
  readonly at: number;
  readonly add: number;
  readonly change: number;
  readonly drafts: readonly NamedDraft[];
}

/** Where the list that is being taken is kept. */
export function importKey(ward: string): string {
  return `import/${ward}`;
}

/** Reads a kept list; null where there is none. */
export function readKeptImport(kept: unknown): KeptImport | null {
  const read = v.safeParse(schema, kept);
  return read.success ? read.output : null;
}

/**
 * Says a kept list piece by piece, each durable when it is counted, and lets go of it with the last piece. Its ids were drawn
 * when it was taken: after a crash it is gone through again, and nothing is said twice.
 */
export async function sayKept(
  { act }: Pick<Phone, "act">,
  ward: string,
  { drafts }: KeptImport,
  onDone: (count: number) => void,
): Promise<Result<null, SayError>> {
  for (let from = 0; from < drafts.length; from += PIECE) {
    const piece = drafts.slice(from, from + PIECE);
    const isLast = from + PIECE >= drafts.length;
    const said = await (isLast ? act.say(ward, piece, importKey(ward)) : act.say(ward, piece));
    if (!said.ok) return err(said.error);
    onDone(from + piece.length);
  }
  return ok(null);
}

const PIECE = 200;

const fields = v.record(v.string(), v.unknown());
const schema = v.object({
  file: v.string(),
  at: v.number(),
  add: v.number(),
  change: v.number(),
  drafts: v.array(
    v.looseObject({
      jti: v.string(),
      type: v.string(),
      sub: v.string(),
      body: fields,
      personal: v.optional(fields),
    }),
  ),
}) as v.GenericSchema<unknown, KeptImport>;
