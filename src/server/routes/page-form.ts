import { Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import type { FastifyReply, FastifyRequest } from "fastify";
import { decodeText } from "../../domain/base64url.ts";
import { COLUMNS, PIECES } from "../../wire/columns.ts";
import { formatPage, type Page } from "../../wire/page.ts";
import { writeColumns, writePieces } from "../../wire/write-columns.ts";
import { decodeByBuffer } from "../check/base64url.ts";
import { MOST_IN_PIECES } from "../http/limits.ts";
import { NDJSON } from "./ndjson.ts";

/** Reads the pages that follow, of `size` lines each, until they hold `left` lines. */
export type ReadOn = (limits: { readonly left: number; readonly size: number }) => AsyncIterable<Page>;

/**
 * Sends a page as PROTOCOL.md §4 has it, or in columns to whoever asks for these; to whoever asks for pieces and more lines,
 * those behind it, too.
 */
export function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  page: Page,
  readOn: ReadOn,
): FastifyReply {
  void reply.header("vary", "accept");
  const { accept } = request.headers;
  const pieces = findAccepted(accept, PIECES);
  if (pieces) {
    const asked = pieces.get("lines") ?? "";
    const lines = /^\d{1,9}$/.test(asked) ? Math.min(Number(asked), MOST_IN_PIECES) : 0;
    const further = readOn({ left: lines - page.lines.length, size: PIECE });
    return reply.type(PIECES).send(Readable.from(inTurns(writePieces(page, PIECE, decode), further)));
  }
  if (findAccepted(accept, COLUMNS)) return reply.type(COLUMNS).send(writeColumns(page, decode));
  return reply.type(NDJSON).send(formatPage(page));
}

/** Lines a piece: read by a phone about as fast as made, and so much in one that hardly anything is said twice. */
const PIECE = 500;

/** Others get theirs between two pieces. Nothing here holds a page that is written: who reads slowly must not keep it in memory. */
async function* inTurns(first: Iterable<string>, further: AsyncIterable<Page>): AsyncGenerator<string, void> {
  for (const piece of first) {
    yield piece;
    await setImmediate();
  }
  for await (const one of further) yield* writePieces(one, PIECE, decode);
}

const decode = (segment: string) => decodeText(segment, decodeByBuffer);

/** The parameters of a media type that a header accepts. Only by its own name: whoever accepts anything gets the form that the protocol promises. */
function findAccepted(header: string | undefined, type: string): ReadonlyMap<string, string> | null {
  for (const one of (header ?? "").split(",")) {
    const [name = "", ...rest] = one.split(";").map((part) => part.trim().toLowerCase());
    const parameters = new Map(rest.map((text) => [text.split("=")[0] ?? "", text.split("=")[1] ?? ""]));
    if (name === type && !/^0(\.0*)?$/.test(parameters.get("q") ?? "")) return parameters;
  }
  return null;
}
