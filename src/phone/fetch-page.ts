import { ok } from "../domain/result.ts";
import { COLUMNS, PIECES } from "../wire/columns.ts";
import { parsePage, type PageEnd } from "../wire/page.ts";
import { createPieceReader, readColumns, type PieceReader } from "../wire/read-columns.ts";
import { ask } from "./ask.ts";
import { failed, LONG, type Answer, type Called } from "./call.ts";
import type { Arrival } from "./change.ts";
import { readLines } from "./lines.ts";
import type { Parts } from "./parts.ts";
import { introduce } from "./push.ts";

/** A page of the log that came whole, read. */
export interface ReadPage {
  readonly arrivals: readonly Arrival[];
  readonly end: PageEnd;
  /** Milliseconds from the question until it was read. */
  readonly took: number;
}

/** Lines of a first page: enough to tell from it how fast the way is, and through soon where coverage is thin. */
const FIRST = 250;
/** Lines a page at most. */
const MOST = 5000;
/** Milliseconds that a page should take at most. */
const LONGEST = 2000;
/** Times that a page may be longer than the one before. */
const GROWTH = 20;

/** How many lines to ask for after a page that took so long. */
export function linesAfter({ arrivals, took }: Pick<ReadPage, "arrivals" | "took">): number {
  const growth = Math.min(LONGEST / Math.max(took, 1), GROWTH);
  return Math.min(Math.max(Math.floor(arrivals.length * growth), FIRST), MOST);
}

/** Asks for what comes after a number of the log, in columns where the server knows of them. */
export async function fetchPage(
  parts: Parts,
  ward: string,
  after: number,
  most = FIRST,
): Promise<Called<ReadPage>> {
  const start = parts.env.now();
  const path = `/statements?after=${after}&limit=${most}`;
  const arrivals: Arrival[] = [];
  // Read while the rest is on its way.
  const reader = createPieceReader((lines) => void arrivals.push(...readLines(ward, lines)));
  const accept = `${PIECES}, ${COLUMNS};q=0.9, application/x-ndjson;q=0.8`;
  const request = { ward, path, accept, timeout: LONG, pieces: { type: PIECES, take: reader.take } };
  let answer = await ask(parts, request);
  if (!answer.ok && answer.error.error === "unknown-device") {
    const introduced = await introduce(parts, ward);
    if (!introduced.ok) return introduced;
    answer = await ask(parts, request);
  }
  // Of a way that broke off what has come stays.
  const came = reader.finish();
  if (!answer.ok && !came.ok) return answer;
  const inOne = answer.ok && !answer.value.type?.startsWith(PIECES) ? answer.value : null;
  const end = inOne ? readInOne(ward, inOne, arrivals) : came;
  return end.ok ? ok({ arrivals, end: end.value, took: parts.env.now() - start }) : failed("bad-answer");
}

/** As an older server sends it. */
function readInOne(
  ward: string,
  { type, text }: Answer,
  arrivals: Arrival[],
): ReturnType<PieceReader["finish"]> {
  const page = type?.startsWith(COLUMNS) ? readColumns(text) : parsePage(text);
  if (!page.ok) return page;
  for (const arrival of readLines(ward, page.value.lines)) arrivals.push(arrival);
  return ok(page.value.end);
}
