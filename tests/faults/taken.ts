import type { JWK } from "jose";

import type { HeldLine } from "../../src/wire/answers.ts";
import type { OfficeClient } from "../e2e/office-client.ts";
import type { Client } from "./plain-client.ts";
import { WARD } from "./small-list.ts";
import { refusalOf } from "./verifier.ts";

/** What the ward took, into the log or to be decided. */
export async function readTaken(desk: Client, office: OfficeClient): Promise<string[]> {
  const { held } = (await (await desk.call("/held")).json()) as { held: HeldLine[] };
  return [...(await office.pull()).map(({ text }) => text), ...held.map(({ s }) => s)];
}

/** What of it `jose` and `@sd-jwt/core` refuse. */
export async function findFalse(taken: readonly string[], office: OfficeClient): Promise<string[]> {
  const log = await office.pull();
  const keys = new Map<string, JWK>();
  for (const { claims } of log) {
    const { key, keys: wardKeys } = claims.body as { key?: JWK; keys?: { sign: JWK } };
    if (claims.type === "device.enrolled" && key) keys.set(claims.sub, key);
    if (claims.type === "ward.described" && wardKeys) keys.set(office.wardKid, wardKeys.sign);
  }
  const refusals = await Promise.all(
    taken.map(async (text) => [await refusalOf(text, keys, WARD), text] as const),
  );
  return refusals.flatMap(([why, text]) => (why === null ? [] : [`${why}: ${text.slice(0, 200)}`]));
}
