import * as v from "valibot";
import { err, ok, type Result } from "../../domain/result.ts";
import { problem } from "../../wire/problem.ts";
import type { CallError } from "../api/phone.ts";
import type { Env } from "../store/env.ts";
import type { Clock } from "../time/clock.ts";

export interface Call {
  /** Null for what is about no ward. */
  readonly ward: string | null;
  /** Below `/api/wards/{ward}`, such as `/statements?after=0`; without a ward below `/api`. */
  readonly path: string;
  /** Sent as JSON by POST; without it, and without `bytes`, the call is a GET. */
  readonly body?: unknown;
  /** Sent as they are, by PUT. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
  readonly token?: string;
  /** What the app says of itself, such as `0.1.0+abc;offset=-340`. */
  readonly app?: string;
  /** Headers of this call alone. */
  readonly more?: Readonly<Record<string, string>> | undefined;
  /** Media types that are understood, the preferred one first; any without it. */
  readonly accept?: string;
  readonly etag?: string | null;
  /** Milliseconds until the last byte. */
  readonly timeout?: number;
  /** Is told what comes of an answer of this media type while it comes, as text; the answer's own text is empty then. */
  readonly pieces?: { readonly type: string; readonly take: (text: string) => void };
  /** Gives the call up. */
  readonly signal?: AbortSignal;
}

/** A whole answer of the API's own. */
export interface Answer {
  readonly status: number;
  /** Media type. */
  readonly type: string | null;
  readonly text: string;
  /** The same as it came, for what is no text. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly etag: string | null;
}

/** Why a call came to nothing, and how long to leave the ward alone. */
export interface CallFailure {
  readonly error: CallError;
  /** Seconds, where the answer said so. */
  readonly retryAfter: number | null;
}

export type Called<T> = Result<T, CallFailure>;

/** Pages and batches are large, and the way is slow at the edge of coverage. */
export const LONG = 120_000;
const SHORT = 30_000;

/**
 * Asks the ward once; whether to ask again is the caller's matter. Only a whole answer of the API's own counts: a page of
 * some gateway, half an answer, nothing at all each are an error by name.
 */
export async function call(env: Env, clock: Clock, request: Call): Promise<Called<Answer>> {
  const { ward, path } = request;
  const abort = new AbortController();
  const giveUp = () => abort.abort();
  const drop = env.timers.after(request.timeout ?? SHORT, giveUp);
  if (request.signal?.aborted) giveUp();
  request.signal?.addEventListener("abort", giveUp, { once: true });
  try {
    const sentAt = env.now();
    const base = ward === null ? "/api" : `/api/wards/${ward}`;
    const response = await env.fetch(`${env.origin}${base}${path}`, {
      ...initOf(request),
      signal: abort.signal,
    });
    if (ward !== null) clock.learn(ward, response.headers, sentAt, env.now());
    const { status, headers } = response;
    const { pieces } = request;
    if (pieces && response.ok && headers.get("content-type")?.startsWith(pieces.type)) {
      await handOn(response, pieces.take);
      const [type, etag] = [headers.get("content-type"), headers.get("etag")];
      return ok({ status, type, text: "", bytes: new Uint8Array(), etag });
    }
    const bytes = new Uint8Array(await response.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    if (response.ok || response.status === 304) {
      return ok({ status, type: headers.get("content-type"), text, bytes, etag: headers.get("etag") });
    }
    const retryAfter = Number(response.headers.get("retry-after") ?? Number.NaN);
    return failed(slugOf(response, text), Number.isFinite(retryAfter) ? retryAfter : null);
  } catch {
    // Whatever is still on its way is wanted no more.
    giveUp();
    // fetch rejects for whatever lies between here and there; it does not say what.
    return failed("unreachable");
  } finally {
    drop();
    request.signal?.removeEventListener("abort", giveUp);
  }
}

async function handOn({ body }: Response, take: (text: string) => void): Promise<void> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read())
    take(decoder.decode(read.value, { stream: true }));
  take(decoder.decode());
}

/** Reads an answer of JSON; another form than the schema's is `bad-answer`. */
export function readJson<Schema extends v.GenericSchema>(
  schema: Schema,
  { text }: Pick<Answer, "text">,
): Called<v.InferOutput<Schema>> {
  try {
    const read = v.safeParse(schema, JSON.parse(text));
    return read.success ? ok(read.output) : failed("bad-answer");
  } catch {
    return failed("bad-answer");
  }
}

/** A failure by name. */
export function failed(
  error: CallError,
  retryAfter: number | null = null,
): { ok: false; error: CallFailure } {
  return err({ error, retryAfter });
}

/** Whether the ward itself answered, if only with a problem. */
export function reachedTheWard(error: CallError): boolean {
  return error !== "unreachable" && error !== "bad-answer" && error !== "unavailable";
}

function initOf({ body, bytes, token, app, more, accept, etag }: Call): RequestInit {
  const headers: Record<string, string> = { ...more };
  if (body !== undefined) headers["content-type"] = "application/json";
  if (bytes) headers["content-type"] = "application/octet-stream";
  if (token !== undefined) headers["authorization"] = `Bearer ${token}`;
  if (app !== undefined) headers["so-tay-app"] = app;
  if (accept !== undefined) headers["accept"] = accept;
  if (etag) headers["if-none-match"] = etag;
  return {
    method: bytes ? "PUT" : body === undefined ? "GET" : "POST",
    headers,
    ...(bytes ? { body: bytes } : body === undefined ? {} : { body: JSON.stringify(body) }),
    // No answer of the API lies in a cache: household data would stay there in the open.
    cache: "no-store",
    credentials: "omit",
    referrerPolicy: "no-referrer",
  };
}

function slugOf(response: Response, text: string): CallError {
  const read = readJson(problem, { text });
  const slug = read.ok ? read.value.type.split("/").at(-1) : undefined;
  if (slug && /^[a-z-]{2,40}$/.test(slug)) return slug;
  return response.status >= 500 ? "unavailable" : "bad-answer";
}
