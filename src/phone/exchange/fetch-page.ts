import { ok } from "../../domain/result.ts";
import { COLUMNS, PIECES } from "../../wire/columns.ts";
import { parsePage, type ColumnPage, type PageEnd } from "../../wire/page.ts";
import { createPieceReader, readColumns } from "../../wire/read-columns.ts";
import { ask, type DeviceCall } from "../call/ask.ts";
import { failed, LONG, type Answer, type Called } from "../call/call.ts";
import type { Arrival } from "../log/change.ts";
import type { Parts } from "../store/parts.ts";
import { readLines } from "../trust/lines.ts";
import { introduce } from "./push.ts";

/** A part of the log that came whole, read. */
export interface ReadPage {
  readonly arrivals: readonly Arrival[];
  readonly end: PageEnd;
  /** Whether nothing more comes by this call. */
  readonly isOver: boolean;
  /** How many lines to ask for in the next call. */
  readonly lines: number;
}

/** A call for what comes after a number of the log, read while it comes. */
export interface Pages {
  /**
   * What has come since the last time: all of it once the call is over; where the way is slow, what is there after a while.
   * Null where the call is over and nothing is left.
   */
  readonly take: () => Promise<Called<ReadPage> | null>;
  /** How far the log has come, and how far it goes; null before anything has come. */
  readonly far: () => { readonly got: number; readonly of: number } | null;
  /** Wants no more of it. */
  readonly drop: () => void;
}

/** What is asked for. */
export interface Question {
  readonly after: number;
  /** Lines of the first piece, or of the page where the server makes no pieces. */
  readonly lines?: number;
  readonly more?: DeviceCall["more"];
  /** Is told when more has come. */
  readonly onPiece: () => void;
}

/** Lines of a first piece, or of a first page where the server makes no pieces: through soon where coverage is thin. */
const FIRST = 250;
/** Lines of a page in one at most, and of a call that is answered in pieces. */
const MOST = 5000;
const MOST_IN_PIECES = 10_000;
/** Milliseconds after which what has come is not kept waiting for the rest. */
const LONGEST = 2000;
/** Times that a page may be longer than the one before. */
const GROWTH = 20;

/** How many lines to ask for after a page in one of so many, which took so many milliseconds. */
export function linesAfter(lines: number, took: number): number {
  const growth = Math.min(LONGEST / Math.max(took, 1), GROWTH);
  return Math.min(Math.max(Math.floor(lines * growth), FIRST), MOST);
}

/** Asks for what comes after a number of the log, in columns and piece by piece where the server knows of these. */
export function openPages(
  parts: Parts,
  ward: string,
  { after, lines = FIRST, more, onPiece }: Question,
): Pages {
  const { timers, now } = parts.env;
  const start = now();
  const abort = new AbortController();
  let come: Arrival[] = [];
  let end: PageEnd | null = null;
  let isFresh = false;
  let wake = () => {};
  let isOver = false;

  function keep(page: ColumnPage): void {
    for (const arrival of readLines(ward, page.lines)) come.push(arrival);
    end = page.end;
    isFresh = true;
  }

  const reader = createPieceReader((piece) => {
    keep(piece);
    wake();
    onPiece();
  });
  const over = askForLines(parts, ward, {
    path: `/statements?after=${after}&limit=${lines}`,
    pieces: { type: PIECES, take: reader.take },
    signal: abort.signal,
    more,
  }).finally(() => (isOver = true));
  // Whoever is told of it by then asks for it.
  over.catch(() => null);

  /** When something has come, after a while; a call that is over is not waited for. */
  function aWhile(): { readonly passed: Promise<void>; readonly drop: () => void } {
    let drop = () => {};
    const passed = new Promise<void>((resolve) => {
      drop = timers.after(LONGEST, () => {
        if (isFresh) resolve();
        else wake = resolve;
      });
    });
    return { passed, drop };
  }

  function taken(nextLines: number): Called<ReadPage> | null {
    if (!isFresh || !end) return null;
    const page = { arrivals: come, end, isOver, lines: nextLines };
    come = [];
    isFresh = false;
    return ok(page);
  }

  return {
    async take() {
      const { passed, drop } = aWhile();
      await Promise.race([over, passed]).finally(drop);
      if (!isOver) return taken(FIRST);
      const answer = await over;
      const inOne = answer.ok && !answer.value.type?.startsWith(PIECES) ? readInOne(answer.value) : null;
      if (inOne && !end) {
        if (!inOne.ok) return failed("bad-answer");
        keep(inOne.value);
        onPiece();
        return taken(linesAfter(inOne.value.lines.length, now() - start));
      }
      // Of a way that broke off what has come stays.
      const page = taken(FIRST);
      if (page) return page;
      // It broke off, or its time was over, between two pieces: what is missing is asked for anew.
      if (end) return null;
      return answer.ok ? failed("bad-answer") : answer;
    },
    far: () => end && { got: end.next, of: end.head },
    drop: () => abort.abort(),
  };
}

/** To a store of before this phone's time it says first who it is. */
async function askForLines(
  parts: Parts,
  ward: string,
  request: Pick<Parameters<typeof ask>[1], "path" | "pieces" | "signal" | "more">,
): Promise<Called<Answer>> {
  const accept = `${PIECES};lines=${MOST_IN_PIECES}, ${COLUMNS};q=0.9, application/x-ndjson;q=0.8`;
  const whole = { ...request, ward, accept, timeout: LONG };
  const answer = await ask(parts, whole);
  if (answer.ok || answer.error.error !== "unknown-device") return answer;
  const introduced = await introduce(parts, ward);
  return introduced.ok ? ask(parts, whole) : introduced;
}

/** As an older server sends it. */
function readInOne({ type, text }: Answer): ReturnType<typeof readColumns> | ReturnType<typeof parsePage> {
  return type?.startsWith(COLUMNS) ? readColumns(text) : parsePage(text);
}
