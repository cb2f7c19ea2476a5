import { ok } from "../../domain/result.ts";
import { parcelsAnswer, type ParcelVerdict } from "../../wire/answers.ts";
import { ask } from "../call/ask.ts";
import { failed, LONG, readJson, type Called } from "../call/call.ts";
import type { Parts } from "../store/parts.ts";
import type { ParcelRow } from "../store/rows.ts";

const MOST_PARCELS = 100;
const MOST_BYTES = 3 * 1024 * 1024;
/** Milliseconds after which what the ward could not use yet is offered again. */
const AGAIN = 3_600_000;
/** Milliseconds after which it is given up: its author keeps it, whatever becomes of this copy. */
const GIVE_UP = 7 * 86_400_000;

/** Hands on what this phone carries for others, and lets go of what the ward has. */
export async function sendParcels(parts: Parts, ward: string): Promise<Called<null>> {
  const { db, now } = parts.env;
  const due = () =>
    db.parcels.where("[ward+notBefore]").between([ward, 0], [ward, now()], true, true).limit(MOST_PARCELS);
  let most = MOST_PARCELS;
  for (let rows = await due().toArray(); rows.length > 0; rows = await due().toArray()) {
    const batch = takeBatch(rows.slice(0, most));
    const body = { parcels: batch.map(({ jwe }) => jwe) };
    const answer = await ask(parts, { ward, path: "/parcels", body, timeout: LONG });
    if (!answer.ok) {
      if (answer.error.error !== "too-large") return answer;
      // One that the ward will never take must not keep the others from it: it is found by halves. Its author has it.
      const isFound = batch.length === 1;
      if (isFound) await parts.env.db.parcels.bulkDelete(idsOf(batch));
      most = isFound ? MOST_PARCELS : Math.ceil(batch.length / 2);
      continue;
    }
    const read = readJson(parcelsAnswer, answer.value);
    if (!read.ok) return read;
    const { results } = read.value;
    if (results.length !== batch.length) return failed("bad-answer");
    await keepResults(parts, batch, results);
  }
  return ok(null);
}

/** The first goes whatever its size. */
function takeBatch(rows: readonly ParcelRow[]): readonly ParcelRow[] {
  let bytes = 0;
  const upTo = rows.findIndex(({ size }, at) => (bytes += size) > MOST_BYTES && at > 0);
  return upTo < 0 ? rows : rows.slice(0, upTo);
}

function idsOf(rows: readonly ParcelRow[]): [string, string][] {
  return rows.map(({ ward, id }) => [ward, id]);
}

async function keepResults(
  { env }: Parts,
  batch: readonly ParcelRow[],
  results: readonly ParcelVerdict[],
): Promise<void> {
  const now = env.now();
  const isOver = ({ since }: ParcelRow, at: number) =>
    OVER.has(results[at]?.status ?? "") || now - since > GIVE_UP;
  const over = idsOf(batch.filter(isOver));
  const again = batch
    .filter((row, at) => !isOver(row, at))
    .map(({ ward, id }) => ({ key: [ward, id] as [string, string], changes: { notBefore: now + AGAIN } }));
  await env.db.transaction("rw", env.db.parcels, () =>
    Promise.all([env.db.parcels.bulkDelete(over), env.db.parcels.bulkUpdate(again)]),
  );
}

/**
 * The ward has it, or never will: no key of it opens an `unreadable` one, and what it rejected its author offers again by
 * itself after an update. What is left is `early`: a photo whose statement comes by another way, or a statement whose author
 * the ward has lost, until another phone tells who that was.
 */
const OVER: ReadonlySet<string> = new Set([
  "accepted",
  "duplicate",
  "held",
  "refused",
  "rejected",
  "unreadable",
]);
