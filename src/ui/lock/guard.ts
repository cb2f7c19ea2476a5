import type { Given } from "../../phone/browser-env.ts";
import { isOpened } from "./opened.ts";

/** Lets nobody by who has not given the PIN, if there is one, now or a moment ago; resolves once somebody may go on. */
export async function guard(given: Given): Promise<void> {
  if (!isOpened(given.now())) await (await import("./ask-pin.tsx")).askPin(given);
}
