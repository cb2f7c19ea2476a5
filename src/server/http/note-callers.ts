import type { FastifyInstance } from "fastify";
import type { Sightings } from "./sightings.ts";

/** Takes down which device was answered, so that the office sees which ones have fallen silent. */
export function noteCallers(app: FastifyInstance, sightings: Sightings): void {
  app.decorateRequest("caller", "");
  app.addHook("onResponse", (request, reply, done) => {
    done();
    const { ward } = (request.params ?? {}) as { readonly ward?: string };
    if (ward === undefined || request.caller === "" || reply.statusCode >= 400) return;
    const { headers } = request;
    const isPush = request.method === "POST" && request.routeOptions.url === PUSH;
    const said = { app: headers["so-tay-app"], unsent: headers["so-tay-unsent"] };
    sightings.note(ward, request.caller, { isPush, ...said });
  });
  // What cannot be written now would be lost as well a minute later.
  app.addHook("onClose", () => sightings.flush().catch(() => undefined));
}

const PUSH = "/api/wards/:ward/statements";
