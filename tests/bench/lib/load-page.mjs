import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { build } from "vite";

/** Builds a script with all it imports into one text that a page can evaluate, with the app's own build of Dexie. */
export async function bundlePage(entry, outDir) {
  await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: "warn",
    define: { __APP_VERSION__: JSON.stringify("bench"), "process.env.NODE_ENV": '"production"' },
    resolve: { alias: [{ find: /^dexie$/, replacement: "dexie/dist/modern/dexie.mjs" }] },
    build: { outDir, emptyOutDir: true, lib: { entry, formats: ["iife"], name: "page", fileName: "page" } },
  });
  const name = readdirSync(outDir).find((file) => file.endsWith(".js"));
  return readFileSync(join(outDir, name), "utf8");
}
