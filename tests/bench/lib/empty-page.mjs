import { join } from "node:path";

import react from "@vitejs/plugin-react";
import { build } from "vite";
import { VitePWA } from "vite-plugin-pwa";

/** Builds `empty-page/`, React and one paragraph, with the app's tools and the app's own worker into a folder. */
export async function buildEmptyPage(root, outDir) {
  await build({
    root: join(root, "tests/bench/empty-page"),
    configFile: false,
    logLevel: "silent",
    plugins: [
      react(),
      VitePWA({
        strategies: "injectManifest",
        srcDir: join(root, "src/phone"),
        filename: "service-worker.ts",
        injectRegister: false,
        manifest: false,
        injectManifest: { globPatterns: ["**/*.{js,html}"], rollupFormat: "iife" },
      }),
    ],
    build: { outDir, emptyOutDir: true },
  });
}
