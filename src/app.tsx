import { startTransition } from "react";
import { createRoot } from "react-dom/client";
import type { Given } from "./phone/browser-env.ts";
import type { Clock } from "./phone/time/clock.ts";
import type { Ahead } from "./phone/look/form-ahead.ts";
import { whenIdle } from "./phone/time/when-idle.ts";
import { App } from "./ui/App.tsx";
import { ownAddress, readHandbookAddress } from "./ui/handbook/addresses.ts";
import { ArticleReader } from "./ui/handbook/later-parts.ts";
import { findLook } from "./ui/look/look-element.ts";
import { nextTask } from "./ui/next-task.ts";
import { prepareFor } from "./ui/prepare-app.ts";

/**
 * Puts the browser app together. Draws the first screen as soon as what it needs is there; what the phone does by itself comes
 * after it. With what that screen shows read `ahead`, the phone's own script comes after it as well.
 */
export async function openApp(root: HTMLElement, { given, ahead, fetchPhone }: Opening): Promise<void> {
  await slice();
  const fetch = async (clock?: Clock) => (await fetchPhone()).startPhone(given, clock);
  // Where it cannot be fetched the phone itself does as well, only later.
  const later = ahead && (await import("./phone/later-phone.ts").catch(() => null));
  const phone = ahead && later ? later.laterPhone(given, ahead, fetch) : await fetch();
  await slice();
  const own = ownAddress(location);
  if (own !== null) history.replaceState(null, "", own);
  if (readHandbookAddress(location.pathname, location.hash)?.article)
    void ArticleReader.fetch().catch(() => undefined);
  const prepared = await prepareFor(phone, location.pathname);
  await slice();
  const draw = () => createRoot(root).render(<App phone={phone} prepared={prepared} />);
  // In slices: what stands already, and is read and touched, must not freeze while the app is drawn beneath it.
  if (findLook()) startTransition(draw);
  else draw();
  whenIdle(() => void phone.start());
}

interface Opening {
  /** Time, chance and version. */
  readonly given: Given;
  readonly ahead: Ahead | null;
  readonly fetchPhone: () => Promise<typeof import("./phone/start-phone.ts")>;
}

/** Lets the browser do what it has to, where something stands already that is read and touched. */
async function slice(): Promise<void> {
  if (findLook()) await nextTask();
}
