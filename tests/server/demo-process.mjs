// Begins to make the demo in the folder and database given, and stands still once it is signed and about to be moved in: to be killed there.
import { createServer } from "vite";

const [dataDir, url] = process.argv.slice(2);
const vite = await createServer({
  configFile: false,
  logLevel: "error",
  appType: "custom",
  server: { middlewareMode: true, watch: null },
  optimizeDeps: { noDiscovery: true },
});
const { makeDemo } = await vite.ssrLoadModule("/src/server/demo/make-demo.ts");
const { openSqlite } = await vite.ssrLoadModule("/src/server/store/sqlite.ts");
const { openPostgres } = await vite.ssrLoadModule("/src/server/store/postgres.ts");
const store = await (url === "" ? openSqlite(dataDir) : openPostgres({ url, connections: 2 }));
let lines = 0;
await makeDemo({ db: store.value.db, dataDir, now: Date.now, origin: "http://demo.test", log: stopAtSecond });

function stopAtSecond() {
  lines += 1;
  if (lines < 2) return;
  process.send("signed");
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}
