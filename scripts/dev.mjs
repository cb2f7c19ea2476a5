// npm run dev: the app on Vite's own port, its API by the server beside it, both renewed as files change.
import { spawn } from "node:child_process";
import { once } from "node:events";

import { build, createServer } from "vite";

import { root } from "./paths.mjs";

const webPort = Number(process.env.WEB_PORT ?? 5173);
const apiPort = Number(process.env.PORT ?? 8787);
const origin = `http://localhost:${webPort}`;

await develop();

async function develop() {
  const api = apiProcess();
  const watcher = await build({ root, logLevel: "warn", build: { ssr: true, watch: {} } });
  const web = await createServer({
    root,
    server: { port: webPort, strictPort: true, proxy: { "/api": `http://127.0.0.1:${apiPort}` } },
  });
  watcher.on("event", (event) => {
    // Every change gets a server of its own; one that does not build leaves the last one running.
    if (event.code === "BUNDLE_END") void api.restart();
    if (event.code === "ERROR") console.error(event.error.message);
  });
  await web.listen();
  web.printUrls();

  let ending = false;
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.on(signal, async () => {
      if (ending) return;
      ending = true;
      await Promise.all([watcher.close(), web.close(), api.stop()]);
      process.exit(0);
    });
  }
}

function apiProcess() {
  let child = null;
  let turn = Promise.resolve();

  async function stop() {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
    await once(child, "exit");
  }

  function start() {
    child = spawn(process.execPath, ["scripts/so-tay.mjs", "serve", "--demo-when-empty"], {
      cwd: root,
      env: { ...process.env, PORT: String(apiPort), ORIGIN: process.env.ORIGIN ?? origin },
      stdio: ["ignore", "inherit", "inherit"],
    });
  }

  return {
    stop: () => (turn = turn.then(stop)),
    restart: () => (turn = turn.then(stop).then(start)),
  };
}
