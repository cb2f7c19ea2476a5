import { startTransition } from "react";
import { createRoot } from "react-dom/client";
import { browserEnv } from "./phone/browser-env.ts";
import { createPhone } from "./phone/create-phone.ts";
import { App } from "./ui/App.tsx";
import { ownAddress, readHandbookAddress } from "./ui/handbook/addresses.ts";
import { ArticleReader } from "./ui/handbook/later-parts.ts";
import { prepareFor } from "./ui/prepare-app.ts";

/** Puts the browser app together: time, chance and version come in here. Draws the first screen as soon as what it needs is there; what the phone does by itself comes after it. */
export async function openApp(root: HTMLElement): Promise<void> {
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
  const own = ownAddress(location);
  if (own !== null) history.replaceState(null, "", own);
  if (readHandbookAddress(location.pathname, location.hash)?.article)
    void ArticleReader.fetch().catch(() => undefined);
  const prepared = await prepareFor(phone, location.pathname);
  // In slices: what stands already, and is read and touched, must not freeze while the app is drawn beneath it.
  startTransition(() => createRoot(root).render(<App phone={phone} prepared={prepared} />));
  // Safari has no idle callbacks.
  if ("requestIdleCallback" in window) requestIdleCallback(() => phone.start(), { timeout: 2_000 });
  else setTimeout(() => phone.start(), 500);
}
