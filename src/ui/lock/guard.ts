import type { Given } from "../../phone/browser-env.ts";
import { isOpened, noteOpened } from "./opened.ts";

/** Lets nobody by who has not given the PIN, if there is one, now or a moment ago; resolves once somebody may go on. */
export async function guard(given: Given): Promise<void> {
  if (isOpened(given.now())) return;
  await (await import("./ask-pin.tsx")).askPin(given);
  // Not left to `lockWhenAway`, which comes once the app stands: a page that is loaded anew before that would ask again.
  noteOpened(given.now());
}
