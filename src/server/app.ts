import compress from "@fastify/compress";
import rateLimit from "@fastify/rate-limit";
import Fastify, { LogController, type FastifyInstance } from "fastify";
import { constants } from "node:zlib";
import { createTokenVerifier } from "./gate/token.ts";
import { AGAIN, answerErrors, earlyAnswers } from "./http/errors.ts";
import { securityHeaders } from "./http/headers.ts";
import { MOST_BODY_BYTES } from "./http/limits.ts";
import { logAnswers } from "./http/log.ts";
import { noteCallers } from "./http/note-callers.ts";
import { HttpProblem } from "./http/problem.ts";
import { createSightings } from "./http/sightings.ts";
import { serveApp } from "./http/static.ts";
import type { ServerParts } from "./parts.ts";
import { attachmentRoutes } from "./routes/attachments.ts";
import { deviceRoutes } from "./routes/devices.ts";
import { openRoutes } from "./routes/open.ts";
import { opinionRoutes } from "./routes/opinions.ts";
import { parcelRoutes } from "./routes/parcels.ts";
import { statementRoutes } from "./routes/statements.ts";
import { totalsRoutes } from "./routes/totals.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Whether all that the answer tells is known to be on the disk. */
    lasts: boolean;
  }
}

/** The server as a function from request to response: every call of PROTOCOL.md §3 on the parts given, and the app itself. */
export async function createApp(parts: ServerParts): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: MOST_BODY_BYTES,
    // Else anybody could be somebody else with each request, and take no end of shares.
    trustProxy: [...(parts.proxies ?? ["loopback"])],
    // Its own would tell the address with whatever stands in it.
    logController: new LogController({ disableRequestLogging: true }),
    logger: parts.log ? { level: "info", stream: parts.log, base: null } : false,
    // Bodies are read by schemas, which take no name that is not theirs; looking for these takes as long as reading.
    onProtoPoisoning: "ignore",
    onConstructorPoisoning: "ignore",
    ...earlyAnswers(parts.now),
  });
  logAnswers(app);
  answerErrors(app);
  await app.register(compress, {
    // Answers alone: a few bytes of a body could be megabytes to read, from somebody who has not said who they are.
    globalDecompression: false,
    customTypes: /^text\/|json\b|manifest\b|svg\b/,
    encodings: ["br", "gzip"],
    // Small pages, too (PROTOCOL.md §4): whoever asked may count on it.
    threshold: 0,
    // Pages are made for one reader at a time: a good deal smaller, and soon.
    // What is made piece by piece goes out piece by piece.
    brotliOptions: {
      flush: constants.BROTLI_OPERATION_FLUSH,
      params: { [constants.BROTLI_PARAM_QUALITY]: 4 },
    },
    zlibOptions: { level: 6 },
  });
  await app.register(rateLimit, { global: false });
  const headers = securityHeaders(parts.origin);
  // By callbacks, as the other hooks of every call: a promise costs as much as what they do.
  app.addHook("onRequest", (request, reply, done) => {
    void reply.headers(headers);
    const isCall = request.url.startsWith("/api/");
    if (isCall) void reply.header("cache-control", "no-store");
    const isCoded = (request.headers["content-encoding"] ?? "identity") !== "identity";
    if (isCoded) done(new HttpProblem("bad-request", { status: 415 }));
    // Whoever read now would take a log that fell back for the ward's own.
    else if (isCall && parts.isBehind?.()) done(new HttpProblem("unavailable", { headers: AGAIN }));
    else done();
  });
  answerWhatLasts(app, parts.flushed);
  const sightings = createSightings(parts);
  noteCallers(app, sightings);
  openRoutes(app, parts);
  opinionRoutes(app, parts);
  const routeParts = { ...parts, verifyToken: createTokenVerifier() };
  deviceRoutes(app, routeParts, sightings);
  statementRoutes(app, routeParts);
  totalsRoutes(app, routeParts);
  await attachmentRoutes(app, routeParts);
  parcelRoutes(app, routeParts);
  await serveApp(app, parts);
  return app;
}

/** No answer to a call tells anything of the store that a power cut could still take back. */
function answerWhatLasts(app: FastifyInstance, flushed: ServerParts["flushed"]): void {
  app.decorateRequest("lasts", false);
  app.addHook("onSend", async (request, reply) => {
    // Problems tell nothing of it; and what goes wrong here becomes one.
    if (request.url.startsWith("/api/") && reply.statusCode < 400 && !request.lasts) await flushed();
  });
}
