import { Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import type { FastifyReply, FastifyRequest } from "fastify";
import { decodeText } from "../../domain/base64url.ts";
import { COLUMNS, PIECES } from "../../wire/columns.ts";
import { formatPage, type Page } from "../../wire/page.ts";
import { writeColumns, writePieces } from "../../wire/write-columns.ts";
import { decodeByBuffer } from "../base64url.ts";
import { NDJSON } from "./ndjson.ts";

/** Sends a page as PROTOCOL.md §4 has it, or in columns to whoever asks for these. */
export function sendPage(request: FastifyRequest, reply: FastifyReply, page: Page): FastifyReply {
  void reply.header("vary", "accept");
  const { accept } = request.headers;
  if (accepts(accept, PIECES))
    return reply.type(PIECES).send(Readable.from(inTurns(writePieces(page, PIECE, decode))));
  if (accepts(accept, COLUMNS)) return reply.type(COLUMNS).send(writeColumns(page, decode));
  return reply.type(NDJSON).send(formatPage(page));
}

/** Lines a piece: read by a phone about as fast as made, and so much in one that hardly anything is said twice. */
const PIECE = 1000;

/** Others get theirs between two pieces. */
async function* inTurns(pieces: Iterable<string>): AsyncGenerator<string, void> {
  for (const piece of pieces) {
    yield piece;
    await setImmediate();
  }
}

const decode = (segment: string) => decodeText(segment, decodeByBuffer);

// Only by its own name: whoever accepts anything gets the form that the protocol promises.
function accepts(header: string | undefined, type: string): boolean {
  return (header ?? "").split(",").some((one) => {
    const [name = "", ...parameters] = one.split(";").map((part) => part.trim().toLowerCase());
    return name === type && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}
