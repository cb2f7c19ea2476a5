import type { FastifyInstance } from "fastify";
import { addAreas, areasRequest } from "../add-areas.ts";
import { createTurns, enrol, enrolRequest } from "../enrol.ts";
import { inviteRequest, listInvites, makeInvite } from "../gate/invites.ts";
import { listHeld } from "../held.ts";
import { MINUTE } from "../http/limits.ts";
import { HttpProblem } from "../http/problem.ts";
import type { Sightings } from "../http/sightings.ts";
import { listStandings } from "../http/standings.ts";
import type { RouteParts } from "../parts.ts";
import { deviceOf, readAs, wardOf } from "./callers.ts";

/** How devices come in, and what the office sees and does of it: invites, enrolment, areas, how devices stand, what is held. */
export function deviceRoutes(app: FastifyInstance, parts: RouteParts, sightings: Sightings): void {
  const { db, now } = parts;
  const inTurn = createTurns();

  // Enough for a ward that enrols a whole meeting behind one address (PROTOCOL.md §3), too little to guess a code.
  const enrolments = { max: ENROLMENTS_A_MINUTE, timeWindow: MINUTE };
  app.post("/api/wards/:ward/devices", { config: { rateLimit: enrolments } }, async (request, reply) => {
    const ward = await wardOf(parts, request);
    const body = readAs(enrolRequest, request.body);
    const enrolled = await inTurn(ward.ward, () => enrol(parts, ward, body));
    if (!enrolled.ok) throw new HttpProblem(enrolled.error);
    return reply.code(201).send(enrolled.value);
  });

  app.post("/api/wards/:ward/invites", async (request, reply) => {
    const ward = await wardOf(parts, request);
    const device = await deviceOf(parts, request, ward.ward, ["office"]);
    const made = await makeInvite(parts, ward, readAs(inviteRequest, request.body), device.kid);
    if (!made.ok) throw new HttpProblem("bad-request");
    return reply.code(201).send(made.value);
  });

  app.get("/api/wards/:ward/invites", async (request) => {
    const ward = await wardOf(parts, request);
    await deviceOf(parts, request, ward.ward, ["office"]);
    return { invites: await listInvites(db, ward) };
  });

  app.post("/api/wards/:ward/areas", async (request) => {
    const { ward } = await wardOf(parts, request);
    await deviceOf(parts, request, ward, ["office"]);
    const body = readAs(areasRequest, request.body);
    const added = await inTurn(`areas ${ward}`, () => addAreas(parts, ward, body));
    if (!added.ok) throw new HttpProblem(added.error);
    return {};
  });

  app.get("/api/wards/:ward/devices/standing", async (request) => {
    const { ward } = await wardOf(parts, request);
    await deviceOf(parts, request, ward, ["office"]);
    const seen = await sightings.list(ward);
    return { devices: await listStandings(db, { ward, seen, now: now() }) };
  });

  app.get("/api/wards/:ward/held", async (request) => {
    const ward = await wardOf(parts, request);
    await deviceOf(parts, request, ward.ward, ["office"]);
    return { held: await listHeld(db, ward.ward) };
  });
}

const ENROLMENTS_A_MINUTE = 40;
