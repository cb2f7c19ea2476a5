import type { FastifyInstance } from "fastify";
import type { TotalsAnswer } from "../../wire/answers.ts";
import type { RouteParts } from "../parts.ts";
import { createKeptCounts } from "../totals/kept-counts.ts";
import { createTotals } from "../totals/totals.ts";
import { deviceOf, wardOf } from "./callers.ts";
import { limitByDevice } from "./device-limit.ts";

/** Sums for who only looks on: the office the ward's, a viewer those of its areas. */
export function totalsRoutes(app: FastifyInstance, parts: RouteParts): void {
  const totals = createTotals({ ...parts, kept: createKeptCounts(parts) });
  const count = limitByDevice(app, TOTALS_A_MINUTE);
  app.get("/api/wards/:ward/totals", async (request): Promise<TotalsAnswer> => {
    const ward = await wardOf(parts, request);
    const device = await deviceOf(parts, request, ward.ward, ["office", "viewer"]);
    await count(request, device.kid);
    return totals(ward, device.role === "office" ? null : device.areas);
  });
}

const TOTALS_A_MINUTE = 30;
