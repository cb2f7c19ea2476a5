import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import * as v from "valibot";
import type { PushAnswer } from "../../wire/answers.ts";
import type { Page } from "../../wire/page.ts";
import { createKeyFinder } from "../gate/device-keys.ts";
import { findDevice, openGateByEnrolment, openGateToPush } from "../gate/gate.ts";
import { MOST_ON_PAGE, MOST_PUSH_BYTES, MOST_PUSHED, MOST_WAIT, USUAL_ON_PAGE } from "../http/limits.ts";
import { HttpProblem } from "../http/problem.ts";
import type { RouteParts } from "../parts.ts";
import { readOn } from "../read-on.ts";
import { readPage } from "../read.ts";
import type { DeviceFact, WardRow } from "../store/rows.ts";
import { deviceOf, readAs, slugOf, wardOf } from "./callers.ts";
import { limitByDevice, tooOften } from "./device-limit.ts";
import { sendPage } from "./page-form.ts";

/** Pushing to and pulling from the log. */
export function statementRoutes(app: FastifyInstance, parts: RouteParts): void {
  const count = limitByDevice(app, PUSHES_A_MINUTE);
  const findKey = createKeyFinder(parts.db);

  app.post("/api/wards/:ward/statements", async (request) => {
    const slug = slugOf(request);
    const { authorization } = request.headers;
    const opened = await openGateToPush({ ...parts, findKey }, slug, authorization);
    if (opened.ok) {
      await count(request, opened.value.kid);
      const answer = await push(parts, slug, readTexts(request.body), opened.value.kid);
      // It was read before it was committed, and that is on the disk: what others are writing now is not waited for.
      request.lasts = true;
      return answer;
    }
    const { ward } = await wardOf(parts, request);
    if (opened.error !== "unknown-device") throw new HttpProblem(opened.error);
    const texts = readTexts(request.body);
    const newcomer = await openGateByEnrolment(parts, ward, authorization, texts[0]);
    if (!newcomer.ok) throw new HttpProblem(newcomer.error);
    await count(request, newcomer.value.kid);
    return await pushEnrolmentFirst(parts, ward, texts, newcomer.value.kid);
  });

  app.get("/api/wards/:ward/statements", async (request, reply) => {
    const ward = await wardOf(parts, request);
    const device = await deviceOf(parts, request, ward.ward, "any");
    const query = readAs(pageQuery, request.query);
    const page = await waitForPage(parts, request, reply, { ward, device, query });
    const { end } = page;
    return sendPage(request, reply, page, (limits) => readOn(parts, device, end, limits));
  });
}

/** PROTOCOL.md §3 forbids less than 120. */
const PUSHES_A_MINUTE = 240;

const pushBody = v.object({ statements: v.pipe(v.array(v.string()), v.minLength(1)) });

/** A whole number as a query writes it. */
function numberIn(fallback: number) {
  return v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)), String(fallback));
}

const pageQuery = v.object({
  after: numberIn(0),
  limit: v.pipe(numberIn(USUAL_ON_PAGE), v.minValue(1), v.transform(atMost(MOST_ON_PAGE))),
  wait: v.pipe(numberIn(0), v.transform(atMost(MOST_WAIT))),
});

function atMost(most: number): (value: number) => number {
  return (value) => Math.min(value, most);
}

function readTexts(body: unknown): readonly string[] {
  const { statements } = readAs(pushBody, body);
  const bytes = statements.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (statements.length > MOST_PUSHED || bytes > MOST_PUSH_BYTES) throw new HttpProblem("too-large");
  return statements;
}

async function push(
  { acceptor }: RouteParts,
  ward: string,
  texts: readonly string[],
  kid: string,
): Promise<PushAnswer> {
  const pushed = await acceptor.push(ward, texts, { by: kid });
  if (pushed.ok) return pushed.value;
  throw pushed.error === "too-often" ? tooOften(3600) : new HttpProblem(pushed.error);
}

/** The enrolment goes first and alone: unless it makes the key known, nothing else of this push is even looked at. */
async function pushEnrolmentFirst(
  parts: RouteParts,
  ward: string,
  texts: readonly string[],
  kid: string,
): Promise<PushAnswer> {
  const first = await push(parts, ward, texts.slice(0, 1), kid);
  if (!(await findDevice(parts.db, ward, kid))) throw new HttpProblem("unknown-device");
  if (texts.length === 1) return first;
  const rest = await push(parts, ward, texts.slice(1), kid);
  // The enrolment was received before the rest.
  return { ...rest, at: undefined, results: [...first.results, ...rest.results] };
}

interface Pull {
  readonly ward: WardRow;
  readonly device: DeviceFact;
  readonly query: v.InferOutput<typeof pageQuery>;
}

/** The page asked for; where it is empty and the caller waits, the first one that is not, or whose scope is another. */
async function waitForPage(
  parts: RouteParts,
  request: FastifyRequest,
  reply: FastifyReply,
  { ward, device, query }: Pull,
): Promise<Page> {
  const { db, waiters, now } = parts;
  const end = now() + query.wait * 1000;
  const gone = new AbortController();
  reply.raw.once("close", () => gone.abort());
  let page = await readPage(db, ward, device, query);
  // A number above the head is of another epoch, of which the caller must hear at once.
  while (
    query.after <= page.end.head &&
    page.lines.length === 0 &&
    page.end.next === page.end.head &&
    page.end.scope === String(device.scope)
  ) {
    const left = end - now();
    if (left <= 0 || gone.signal.aborted) break;
    const position = { ward: ward.ward, head: page.end.head, by: device.kid };
    await waiters.wait(position, left, gone.signal);
    const [later, caller] = [await wardOf(parts, request), await findDevice(db, ward.ward, device.kid)];
    if (!caller || caller.revoked_seq !== null) throw new HttpProblem("device-revoked");
    // Nothing new: the time is over, the server is closing, or too many wait.
    if (later.head === page.end.head && later.epoch === page.end.epoch) break;
    page = await readPage(db, later, caller, { ...query, after: page.end.next });
  }
  return page;
}
