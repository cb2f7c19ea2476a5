import { createRoot } from "react-dom/client";
import { browserEnv } from "./phone/browser-env.ts";
import { createPhone } from "./phone/create-phone.ts";
import { App } from "./ui/App.tsx";
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
phone.start();

const root = document.getElementById("root");
if (root) createRoot(root).render(<App phone={phone} />);
