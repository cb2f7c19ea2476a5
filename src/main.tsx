import { createRoot, type Root } from "react-dom/client";
import { browserEnv } from "./phone/browser-env.ts";
import { createPhone } from "./phone/create-phone.ts";
import { App } from "./ui/App.tsx";
import { prepareFor } from "./ui/prepare-app.ts";
import "./ui/fonts.css";
import "./ui/tokens.css";
import "./ui/base.css";

// The one place where the browser app is put together: time and chance come in here.
const phone = createPhone(
  browserEnv(
    window,
    { now: () => Date.now(), random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)) },
    import.meta.env.PROD ? "/service-worker.js" : null,
  ),
);

const root = document.getElementById("root");
if (root) void open(createRoot(root));

/** Draws the first screen as soon as what it needs is there; what the phone does by itself comes after it. */
async function open(page: Root): Promise<void> {
  const prepared = await prepareFor(phone, location.pathname);
  page.render(<App phone={phone} prepared={prepared} />);
  // Safari has no idle callbacks.
  if ("requestIdleCallback" in window) requestIdleCallback(() => phone.start(), { timeout: 2_000 });
  else setTimeout(() => phone.start(), 500);
}
