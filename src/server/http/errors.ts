import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type {
  FastifyError,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  FastifyServerOptions,
} from "fastify";
import type { ProblemSlug } from "../../wire/problem.ts";
import { storeFailure } from "../store/store-failure.ts";
import { withoutMessage } from "./log.ts";
import { HttpProblem, PROBLEM_TYPE, problemBody } from "./problem.ts";
import { sendPage } from "./static.ts";

/** Turns whatever goes wrong into a problem (RFC 9457), and addresses that the server does not know into the app's page. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, _request, reply) => sendProblem(reply, problemOf(error), error));
  app.setNotFoundHandler((request, reply) => {
    if (!sendPage(app, request, reply)) void sendProblem(reply, new HttpProblem("not-found"));
    return reply;
  });
}

/** What answers before there is a route to answer, a broken address or a broken request: the framework's own would quote it, and tell no `Date`. */
export function earlyAnswers(
  now: () => number,
): Pick<FastifyServerOptions, "frameworkErrors" | "clientErrorHandler"> {
  return {
    frameworkErrors: (_error: FastifyError, _request: FastifyRequest, reply: FastifyReply) => {
      void sendProblem(reply, new HttpProblem("bad-request"));
    },
    clientErrorHandler: ({ code }, socket) => {
      if (code === "ECONNRESET" || socket.destroyed) return;
      answerRaw(
        socket,
        code === "HPE_HEADER_OVERFLOW" ? 431 : code === "ERR_HTTP_REQUEST_TIMEOUT" ? 408 : 400,
        now(),
      );
    },
  };
}

function answerRaw(socket: Socket, status: number, now: number): void {
  const body = problemBody("bad-request", status);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `Date: ${new Date(now).toUTCString()}`,
    `Content-Type: ${PROBLEM_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}

function sendProblem(
  reply: FastifyReply,
  { slug, status, headers }: HttpProblem,
  cause?: Error,
): FastifyReply {
  if (status >= 500 && cause) reply.log.error(withoutMessage(cause), "failed");
  const challenge = status === 401 ? { "www-authenticate": "Bearer" } : {};
  return reply
    .code(status)
    .headers({ ...challenge, ...headers })
    .type(PROBLEM_TYPE)
    .send(problemBody(slug, status));
}

function problemOf(error: FastifyError): HttpProblem {
  if (error instanceof HttpProblem) return error;
  const slug = slugOf(error);
  if (!slug) return new HttpProblem("unavailable", { status: 500 });
  // A wrong media type is a bad request with a status of its own.
  return slug === "bad-request"
    ? new HttpProblem(slug, { status: error.statusCode ?? 400 })
    : new HttpProblem(slug, slug === "unavailable" ? { headers: AGAIN } : {});
}

/** Whoever waited for a lock, or for a database that is away, need not ask again at once. */
export const AGAIN = { "retry-after": "5" };

function slugOf(error: FastifyError): ProblemSlug | null {
  const failure = storeFailure(error);
  if (failure !== null) return failure === "full" ? "store-full" : "unavailable";
  const { statusCode } = error;
  if (statusCode === undefined || statusCode >= 500) return null;
  return statusCode === 413 ? "too-large" : statusCode === 429 ? "too-often" : "bad-request";
}
