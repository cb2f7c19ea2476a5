import type { ProblemSlug } from "../../wire/problem.ts";

/** An error on its way to the caller: thrown at the HTTP edge and nowhere else. */
export class HttpProblem extends Error {
  readonly slug: ProblemSlug;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    slug: ProblemSlug,
    options: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(slug);
    this.slug = slug;
    this.status = options.status ?? PROBLEMS[slug].status;
    this.headers = options.headers ?? {};
  }
}

/** The body of a problem (RFC 9457). It says nothing of the request, and so leaks nothing. */
export function problemBody(slug: ProblemSlug, status: number): string {
  return JSON.stringify({ type: `/problems/${slug}`, title: PROBLEMS[slug].title, status });
}

/** Media type of a problem. */
export const PROBLEM_TYPE = "application/problem+json; charset=utf-8";

const PROBLEMS: Readonly<Record<ProblemSlug, { readonly status: number; readonly title: string }>> = {
  "bad-request": { status: 400, title: "The request does not have the form that this call takes." },
  "too-large": { status: 413, title: "The request is larger than this call takes." },
  "too-often": { status: 429, title: "Too many requests; try again a little later." },
  "no-token": { status: 401, title: "This call takes the token of a device." },
  "bad-token": { status: 401, title: "The token is not one of this ward's devices." },
  "clock-skew": { status: 401, title: "The token's time is off; see the Date of this answer." },
  "unknown-device": { status: 401, title: "The ward does not know this device." },
  "device-revoked": { status: 403, title: "The ward has revoked this device." },
  forbidden: { status: 403, title: "The role of this device does not allow it." },
  "unknown-ward": { status: 404, title: "There is no such ward at this address." },
  "unknown-area": { status: 404, title: "There is no such area in this ward." },
  "not-found": { status: 404, title: "There is nothing at this address." },
  "invite-unknown": { status: 404, title: "There is no such invite." },
  "invite-used": { status: 409, title: "Another device has used this invite." },
  "invite-expired": { status: 410, title: "This invite is no longer good." },
  "bad-proof": { status: 403, title: "The proof does not show that the key is the caller's." },
  "not-named": { status: 409, title: "No statement of the ward names this attachment." },
  "store-full": { status: 507, title: "The server has no space left; nothing was taken." },
  unavailable: { status: 503, title: "The server cannot answer now; try again a little later." },
};
