import type { FastifyInstance } from "fastify";
import type { Acceptor } from "../accept.ts";
import type { Metric } from "./exposition.ts";
import { createCounter, createHistogram } from "./meter.ts";

/** What is counted as it happens. Routes, statuses and methods alone: nothing that names a person, a device or an address. */
export interface Measures {
  /** Counts the answers of an app that is not ready yet. */
  readonly watch: (app: FastifyInstance) => void;
  /** The same acceptor, whose verdicts are counted. */
  readonly counted: (acceptor: Acceptor) => Acceptor;
  readonly read: () => readonly Metric[];
}

/** Everything at nothing. */
export function createMeasures(): Measures {
  const requests = createCounter("so_tay_http_requests_total", "Answers by method, route and status.");
  const seconds = createHistogram("so_tay_http_request_seconds", "Time to answer by route.");
  const verdicts = createCounter("so_tay_push_verdicts_total", "Statements judged, by what became of them.");
  const failed = createCounter("so_tay_push_failures_total", "Pushes that came to nothing, by why.");

  return {
    watch(app) {
      app.addHook("onResponse", (request, reply, done) => {
        const route = request.routeOptions.url ?? "none";
        requests.add({ method: request.method, route, status: String(reply.statusCode) });
        seconds.observe({ route }, reply.elapsedTime / 1000);
        done();
      });
    },
    counted: (acceptor) => ({
      ...acceptor,
      async push(...pushed) {
        const answer = await acceptor.push(...pushed);
        if (!answer.ok) failed.add({ reason: answer.error });
        else for (const { status } of answer.value.results) verdicts.add({ status });
        return answer;
      },
    }),
    read: () => [requests, seconds, verdicts, failed].map((one) => one.read()),
  };
}
