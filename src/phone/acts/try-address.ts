import {
  judgeOwn,
  type AddressAnswer,
  type FoundPage,
  type Unopened,
} from "../../domain/covenant/address-answer.ts";
import type { OwnAddress } from "../../domain/covenant/printed-addresses.ts";
import { err, ok, type Result } from "../../domain/result.ts";
import { isPageOf } from "../../wire/page-of.ts";
import type { Env } from "../store/env.ts";
import type { Parts } from "../store/parts.ts";

/** Fetches an address of the ward's own as somebody who has never been here does, and judges what came. */
export async function tryAddress({ env }: Parts, own: OwnAddress): Promise<AddressAnswer> {
  const page = await fetchPage(env, own.path);
  if (!page.ok) return { is: page.error };
  return judgeOwn(own, page.value, own.kind !== "ward" || (await isWardThere(env, own.ward)));
}

async function isWardThere(env: Env, ward: string): Promise<boolean> {
  const page = await fetchPage(env, `/api/wards/${ward}/public?edition=current`);
  return page.ok && page.value.status === 200 && isPageOf(ward, page.value.text);
}

async function fetchPage(env: Env, path: string): Promise<Result<FoundPage, Unopened>> {
  const abort = new AbortController();
  const drop = env.timers.after(LONGEST, () => abort.abort());
  const get = (redirect: RequestRedirect) =>
    env.fetch(`${env.origin}${path}`, {
      redirect,
      signal: abort.signal,
      // What lies in this browser, and who asks, is not what a passer-by has.
      cache: "no-store",
      credentials: "omit",
      referrerPolicy: "no-referrer",
    });
  try {
    const response = await get("follow");
    const moved = response.redirected ? { to: response.url } : null;
    return ok({ status: response.status, text: await response.text(), moved });
  } catch {
    if (abort.signal.aborted) return err("late");
    // To another site a browser does not follow, and does not say why: as portals of cafés have it.
    const stopped = await get("manual").catch(() => null);
    return err(stopped?.type === "opaqueredirect" ? "elsewhere" : "silent");
  } finally {
    drop();
  }
}

/** Milliseconds until the last byte. */
const LONGEST = 10_000;
