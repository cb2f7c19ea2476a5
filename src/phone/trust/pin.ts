import { ok } from "../../domain/result.ts";
import { parsePage } from "../../wire/page.ts";
import { call, failed, type Called } from "../call/call.ts";
import type { Arrival } from "../log/change.ts";
import type { Parts } from "../store/parts.ts";
import type { WardKey } from "../store/rows.ts";
import { readLines } from "./lines.ts";
import { trust } from "./trust.ts";

/** The ward's keys, and what it says of itself and its devices. */
export interface Pinned {
  readonly pins: readonly WardKey[];
  readonly arrivals: readonly Arrival[];
  /** The log as it was when the ward said so. */
  readonly epoch: string;
  readonly head: number;
}

/** Reads the ward's whole chain of keys. What was pinned before must be part of it: otherwise `wrong-ward-key`. */
export async function pin(
  { env, clock }: Parts,
  ward: string,
  pinned: readonly WardKey[],
): Promise<Called<Pinned>> {
  const answer = await call(env, clock, { ward, path: "/devices" });
  if (!answer.ok) return answer;
  const page = parsePage(answer.value.text);
  if (!page.ok) return failed("bad-answer");
  const trusted = await trust(env.subtle, readLines(ward, page.value.lines), pinned, () => undefined);
  if (!trusted.ok) return failed(trusted.error);
  const { items, pins } = trusted.value;
  const { epoch, head } = page.value.end;
  return pins.length === 0 ? failed("bad-answer") : ok({ arrivals: items, pins, epoch, head });
}
