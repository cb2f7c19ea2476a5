import type { Clock } from "../time/clock.ts";
import type { Env } from "./env.ts";

/** What everything that talks to a ward shares. */
export interface Parts {
  readonly env: Env;
  readonly clock: Clock;
}
