import type { FastifyReply, FastifyRequest } from "fastify";
import { decodeText } from "../../domain/base64url.ts";
import { COLUMNS } from "../../wire/columns.ts";
import { formatPage, type Page } from "../../wire/page.ts";
import { writeColumns } from "../../wire/write-columns.ts";
import { decodeByBuffer } from "../base64url.ts";
import { NDJSON } from "./ndjson.ts";

/** Sends a page as PROTOCOL.md §4 has it, or in columns to whoever asks for these. */
export function sendPage(request: FastifyRequest, reply: FastifyReply, page: Page): FastifyReply {
  void reply.header("vary", "accept");
  if (!accepts(request.headers.accept, COLUMNS)) return reply.type(NDJSON).send(formatPage(page));
  return reply.type(COLUMNS).send(writeColumns(page, (segment) => decodeText(segment, decodeByBuffer)));
}

// Only by its own name: whoever accepts anything gets the form that the protocol promises.
function accepts(header: string | undefined, type: string): boolean {
  return (header ?? "").split(",").some((one) => {
    const [name = "", ...parameters] = one.split(";").map((part) => part.trim().toLowerCase());
    return name === type && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}
