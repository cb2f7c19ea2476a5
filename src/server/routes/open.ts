import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { sql } from "kysely";
import * as v from "valibot";
import { isStatementId } from "../../domain/ids.ts";
import { MINUTE } from "../http/limits.ts";
import { HttpProblem } from "../http/problem.ts";
import { doubtClock } from "../log/clock-doubt.ts";
import type { ServerParts } from "../parts.ts";
import { readDevicesPage, readPublicPage, type PublicPage } from "../public/read-public.ts";
import { readReceipt } from "../public/receipts.ts";
import { listWardsHere } from "../wards/wards-here.ts";
import { readAs, wardOf } from "./callers.ts";
import { NDJSON } from "./ndjson.ts";

/** What anybody may ask: health, the wards of this installation, and each ward's public pages. */
export function openRoutes(app: FastifyInstance, parts: ServerParts): void {
  const { db, version, store, now } = parts;
  const isClockDoubtful = askedOnceAMinute(now, () =>
    doubtClock(db, now()).then(
      (doubt) => doubt !== null,
      // What is said of the clock must not stand in the way of what is said of the store.
      () => false,
    ),
  );
  const cached = createPageCache();

  app.get("/api/health", async () => {
    try {
      await sql`select 1`.execute(db);
    } catch {
      throw new HttpProblem("unavailable");
    }
    return { status: "ok", version, store, ...((await isClockDoubtful()) ? { clock: "doubtful" } : {}) };
  });

  app.get("/api/wards", async () => ({ wards: await listWardsHere(db) }));

  app.get("/api/wards/:ward/public", async (request, reply) => {
    const ward = await wardOf(parts, request);
    const current = readAs(publicQuery, request.query).edition === "current";
    const name = `${ward.ward} ${current ? "current" : "all"}`;
    const page = await cached(name, `${ward.epoch} ${ward.head}`, () => readPublicPage(db, ward, current));
    return sendPublic(request, reply, page);
  });

  app.get("/api/wards/:ward/devices", async (request, reply) => {
    const ward = await wardOf(parts, request);
    const page = await cached(`${ward.ward} devices`, `${ward.epoch} ${ward.head}`, () =>
      readDevicesPage(db, ward),
    );
    return sendPublic(request, reply, page);
  });

  // Enough for a meeting behind one address, too little to try ids.
  const receipts = { max: RECEIPTS_A_MINUTE, timeWindow: MINUTE };
  app.get("/api/wards/:ward/receipts/:jti", { config: { rateLimit: receipts } }, async (request) => {
    const { ward } = await wardOf(parts, request);
    const { jti } = readAs(receiptParams, request.params);
    return readReceipt(db, ward, jti);
  });
}

/** Whoever watches the server asks for its health every few seconds. */
function askedOnceAMinute<Answer>(now: () => number, ask: () => Promise<Answer>): () => Promise<Answer> {
  let [answer, askedAt]: [Promise<Answer> | null, number] = [null, 0];
  return async () => {
    if (answer && Math.abs(now() - askedAt) < MINUTE) return await answer;
    [answer, askedAt] = [ask(), now()];
    return await answer;
  };
}

const RECEIPTS_A_MINUTE = 240;
const receiptParams = v.object({ jti: v.custom<string>(isStatementId) });
const publicQuery = v.object({ edition: v.optional(v.literal("current")) });

function sendPublic(request: FastifyRequest, reply: FastifyReply, { text, tag }: PublicPage): FastifyReply {
  // Kept by whoever reads it, and asked about each time.
  void reply.header("etag", tag).header("cache-control", "public, no-cache");
  if (isKnown(request.headers["if-none-match"], tag)) return reply.code(304).send();
  return reply.type(NDJSON).send(text);
}

/** RFC 9110 §13.1.2: weak comparison with each tag of the list. */
function isKnown(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  const opaque = (text: string) => text.trim().replace(/^W\//, "");
  return header.trim() === "*" || header.split(",").some((one) => opaque(one) === opaque(tag));
}

/** Keeps the last page of each name, while the log stands where it stood. */
function createPageCache() {
  const pages = new Map<string, { readonly stamp: string; readonly page: Promise<PublicPage> }>();
  return (name: string, stamp: string, read: () => Promise<PublicPage>): Promise<PublicPage> => {
    const known = pages.get(name);
    if (known?.stamp === stamp) return known.page;
    const page = read();
    pages.set(name, { stamp, page });
    page.catch(() => pages.delete(name));
    return page;
  };
}
