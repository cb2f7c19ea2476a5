import type { FastifyInstance } from "fastify";
import { followedRequest, opinionRequest } from "../../wire/opinions.ts";
import { HttpProblem } from "../http/problem.ts";
import type { ServerParts } from "../parts.ts";
import { followOpinion, takeOpinion } from "../public/opinions.ts";
import { readAs, wardOf } from "./callers.ts";
import { tooOften } from "./device-limit.ts";

/** Opinions of people without an account: anybody gives one, and follows it by its code. */
export function opinionRoutes(app: FastifyInstance, parts: ServerParts): void {
  // Several of a house, or of a café, may share an address; nobody has more to say than that in an hour.
  const giving = { rateLimit: { max: OPINIONS_AN_HOUR, timeWindow: HOUR } };
  app.post("/api/wards/:ward/opinions", { config: giving, bodyLimit: MOST_BYTES }, async (request, reply) => {
    const ward = await wardOf(parts, request);
    const taken = await takeOpinion(parts, ward, readAs(opinionRequest, request.body));
    if (taken.ok) return reply.code(201).send(taken.value);
    throw taken.error === "too-often" ? tooOften(HOUR / 1000) : new HttpProblem(taken.error);
  });

  // Codes stand in the body: an address is written down by whatever lies between.
  const following = { rateLimit: { max: QUESTIONS_A_MINUTE, timeWindow: HOUR / 60 } };
  app.post(
    "/api/wards/:ward/opinions/followed",
    { config: following, bodyLimit: MOST_BYTES },
    async (request) => {
      const ward = await wardOf(parts, request);
      const { codes } = readAs(followedRequest, request.body);
      const opinions = [];
      for (const code of codes) opinions.push(await followOpinion(parts.db, ward, code));
      return { opinions };
    },
  );
}

const OPINIONS_AN_HOUR = 20;
const QUESTIONS_A_MINUTE = 30;
/** Two thousand letters of three bytes each, escaped, and what stands around them. */
const MOST_BYTES = 16 * 1024;
/** Milliseconds. */
const HOUR = 3_600_000;
