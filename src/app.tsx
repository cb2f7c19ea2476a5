import { startTransition } from "react";
import { createRoot } from "react-dom/client";
import { browserEnv } from "./phone/browser-env.ts";
import { createPhone } from "./phone/create-phone.ts";
import { whenIdle } from "./phone/when-idle.ts";
import { App } from "./ui/App.tsx";
import { ownAddress, readHandbookAddress } from "./ui/handbook/addresses.ts";
import { ArticleReader } from "./ui/handbook/later-parts.ts";
import { findLook } from "./ui/look/look-element.ts";
import { nextTask } from "./ui/next-task.ts";
import { prepareFor } from "./ui/prepare-app.ts";

/** Puts the browser app together: time, chance and version come in here. Draws the first screen as soon as what it needs is there; what the phone does by itself comes after it. */
export async function openApp(root: HTMLElement): Promise<void> {
  await slice();
  const phone = createPhone(
    browserEnv(
      window,
      {
        now: () => Date.now(),
        random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
        version: __APP_VERSION__,
      },
      import.meta.env.PROD ? "/service-worker.js" : null,
    ),
  );
  await slice();
  const own = ownAddress(location);
  if (own !== null) history.replaceState(null, "", own);
  if (readHandbookAddress(location.pathname, location.hash)?.article)
    void ArticleReader.fetch().catch(() => undefined);
  const prepared = await prepareFor(phone, location.pathname);
  await slice();
  // In slices: what stands already, and is read and touched, must not freeze while the app is drawn beneath it.
  startTransition(() => createRoot(root).render(<App phone={phone} prepared={prepared} />));
  whenIdle(() => void phone.start());
}

/** Lets the browser do what it has to, where something stands already that is read and touched. */
async function slice(): Promise<void> {
  if (findLook()) await nextTask();
}
