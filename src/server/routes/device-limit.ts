import type { FastifyInstance, FastifyRequest } from "fastify";
import { MINUTE } from "../http/limits.ts";
import { HttpProblem } from "../http/problem.ts";

/** Counts a call of a device; throws `too-often` where it has no share left. */
export type DeviceLimit = (request: FastifyRequest, kid: string) => Promise<void>;

/** So many calls a minute for each device of a ward: counted only once its token is proved, so that nobody uses up another's share. */
export function limitByDevice(app: FastifyInstance, max: number): DeviceLimit {
  const limit = app.createRateLimit({
    max,
    timeWindow: MINUTE,
    keyGenerator: (request) => `${(request.params as { readonly ward: string }).ward} ${request.caller}`,
  });
  return async (request, kid) => {
    request.caller = kid;
    const counted = await limit(request);
    if (!counted.isAllowed && counted.isExceeded) throw tooOften(counted.ttlInSeconds);
  };
}

/** A 429 that says after how many seconds to ask again. */
export function tooOften(seconds: number): HttpProblem {
  return new HttpProblem("too-often", {
    headers: { "retry-after": String(Math.max(1, Math.ceil(seconds))) },
  });
}
