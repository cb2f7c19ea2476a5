import type { FastifyRequest } from "fastify";
import * as v from "valibot";
import { isWardSlug } from "../../domain/ids.ts";
import { openGate } from "../gate/gate.ts";
import { HttpProblem } from "../http/problem.ts";
import type { RouteParts } from "../parts.ts";
import type { DeviceFact, WardRow } from "../store/rows.ts";
import { findWard } from "../wards/wards.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** The device that asks, once its token is proved; "" before. */
    caller: string;
  }
}

/** The slug in the address, whether or not there is such a ward; throws `unknown-ward` where there can be none. */
export function slugOf(request: FastifyRequest): string {
  const slug = (request.params as { readonly ward?: string }).ward;
  if (!isWardSlug(slug)) throw new HttpProblem("unknown-ward");
  return slug;
}

/** The ward in the address; throws `unknown-ward`. */
export async function wardOf({ db }: Pick<RouteParts, "db">, request: FastifyRequest): Promise<WardRow> {
  const ward = await findWard(db, slugOf(request));
  if (!ward) throw new HttpProblem("unknown-ward");
  return ward;
}

/** The device that asks, not revoked and of one of these roles; throws the problem that stands in its way. */
export async function deviceOf(
  parts: Pick<RouteParts, "db" | "now" | "verifyToken">,
  request: FastifyRequest,
  ward: string,
  roles: readonly string[] | "any",
): Promise<DeviceFact> {
  const opened = await openGate(parts, ward, request.headers.authorization);
  if (!opened.ok) throw new HttpProblem(opened.error);
  const device = opened.value;
  request.caller = device.kid;
  if (device.revoked_seq !== null) throw new HttpProblem("device-revoked");
  if (roles !== "any" && !roles.includes(device.role)) throw new HttpProblem("forbidden");
  return device;
}

/** A body or a query in the form that the call takes; throws `bad-request`. */
export function readAs<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
): v.InferOutput<Schema> {
  const read = v.safeParse(schema, value);
  if (!read.success) throw new HttpProblem("bad-request");
  return read.output;
}
