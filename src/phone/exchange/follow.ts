import { listen, type Heard } from "../call/listen.ts";
import type { Env } from "../store/env.ts";
import type { Parts } from "../store/parts.ts";
import type { Exchange } from "./exchange.ts";

/** Follows a ward by asking it to answer when it has news. */
export function followWard(parts: Parts, exchange: Exchange, ward: string): () => void {
  return follow({ env: parts.env, exchange, listen: (one, signal) => listen(parts, one, signal) }, ward);
}

interface Following {
  readonly env: Pick<Env, "now" | "timers">;
  readonly listen: (ward: string, signal: AbortSignal) => Promise<Heard>;
  readonly exchange: Exchange;
}

/**
 * Fetches whatever is new as soon as the ward has it, by one call that waits there, until the function that it returns is
 * called. A ward that does not wait, a gateway that cuts the call short, or news that cannot be fetched slow it down.
 */
export function follow({ env, listen: hear, exchange }: Following, ward: string): () => void {
  const ended = new AbortController();
  let drop: () => void = () => undefined;
  let vain = 0;
  let lastFrom = "";

  async function ask(): Promise<void> {
    const asked = env.now();
    const { what, from } = await hear(ward, ended.signal);
    if (ended.signal.aborted) return;
    if (what === "news") await exchange(ward);
    if (ended.signal.aborted) return;
    const worked = what === "news" ? from !== lastFrom : what === "none" && env.now() - asked >= WAITED;
    lastFrom = what === "news" ? from : "";
    vain = worked ? 0 : vain + 1;
    drop = env.timers.after(worked ? AT_ONCE : Math.min(LATER, SOON * 2 ** (vain - 1)), begin);
  }

  function begin(): void {
    ask().catch(() => {
      vain += 1;
      if (!ended.signal.aborted) drop = env.timers.after(LATER, begin);
    });
  }

  begin();
  return () => {
    ended.abort();
    drop();
  };
}

/** Milliseconds: an answer without news that came sooner was not waited for. */
const WAITED = 5_000;
const AT_ONCE = 200;
const SOON = 8_000;
const LATER = 60_000;
