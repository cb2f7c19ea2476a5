import type { FastifyInstance } from "fastify";
import { isWardSlug } from "../../domain/ids.ts";

/**
 * Logs each answer: method, route, status, milliseconds, ward. Never the address itself, a header or a body, which may
 * hold what people gave this server in confidence.
 */
export function logAnswers(app: FastifyInstance): void {
  app.addHook("onResponse", (request, reply, done) => {
    const { ward } = (request.params ?? {}) as { readonly ward?: string };
    // A slug that nobody gave to a ward may be anything that somebody typed.
    const known = isWardSlug(ward) && reply.statusCode !== 404 ? { ward } : {};
    const route = request.routeOptions.url ?? "none";
    app.log.info(
      {
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        ...known,
      },
      "answered",
    );
    done();
  });
}

/** What may be told of an error: its kind and where it arose. Its message may quote what somebody sent. */
export function withoutMessage(error: unknown): object {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = "code" in error ? { code: String(error.code) } : {};
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return { kind: error.name, ...code, at: frames.slice(0, 8).map((line) => line.trim()) };
}

/** A log that writes the lines of one turn of the event loop at once: who asks waits for no write but that of the answer. */
export function linesTogether(write: (lines: string) => void): { readonly write: (line: string) => void } {
  let lines = "";
  return {
    write(line) {
      if (lines === "")
        setImmediate(() => {
          write(lines.trimEnd());
          lines = "";
        });
      lines += line;
    },
  };
}
