import { browserEnv, type Given } from "./browser-env.ts";
import { createPhone, type RunningPhone } from "./create-phone.ts";
import type { Clock } from "./time/clock.ts";

/** The phone of this page. `clock` is shared with what tells the time before this script is there. */
export function startPhone(given: Given, clock?: Clock): RunningPhone {
  return createPhone(browserEnv(window, given, import.meta.env.PROD ? "/service-worker.js" : null), clock);
}
