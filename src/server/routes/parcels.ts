import type { FastifyInstance } from "fastify";
import * as v from "valibot";
import type { ParcelsAnswer } from "../../wire/answers.ts";
import { MOST_PARCEL_BYTES } from "../../wire/parcel-file.ts";
import { MOST_PARCELS, MOST_PUSH_BYTES } from "../http/limits.ts";
import { takeParcels } from "../parcels.ts";

import { HttpProblem } from "../http/problem.ts";
import type { RouteParts } from "../parts.ts";
import { deviceOf, readAs, wardOf } from "./callers.ts";
import { limitByDevice, tooOften } from "./device-limit.ts";

/** What one phone brings of others: sealed, so that it knows no more of it than count and size. */
export function parcelRoutes(app: FastifyInstance, parts: RouteParts): void {
  const count = limitByDevice(app, CALLS_A_MINUTE);

  app.post("/api/wards/:ward/parcels", async (request): Promise<ParcelsAnswer> => {
    const ward = await wardOf(parts, request);
    const device = await deviceOf(parts, request, ward.ward, "any");
    await count(request, device.kid);
    const { parcels } = readAs(parcelsBody, request.body);
    const bytes = parcels.reduce((sum, { length }) => sum + length, 0);
    const isTooMuch = parcels.length > MOST_PARCELS || bytes > MOST_PUSH_BYTES;
    if (isTooMuch || parcels.some(({ length }) => length > MOST_PARCEL_BYTES))
      throw new HttpProblem("too-large");
    const keys = await parts.keys.find(ward.ward);
    // An installation without the ward's keys must not say that nothing opens: whoever carries would let go of it.
    if (!keys) throw new HttpProblem("unavailable");
    const taken = await takeParcels({ ...parts, keys }, ward.ward, parcels, device.kid);
    if (taken.ok) return taken.value;
    throw taken.error === "too-often" ? tooOften(3600) : new HttpProblem(taken.error);
  });
}

const CALLS_A_MINUTE = 120;

const parcelsBody = v.object({ parcels: v.pipe(v.array(v.string()), v.minLength(1)) });
