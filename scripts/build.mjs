// npm run build: the app in dist/web, compressed once here rather than at each request, and the server in dist/server.
import { build } from "vite";

import { root, serverEntry, webRoot } from "./paths.mjs";
import { precompress } from "./precompress.mjs";

await buildAll();

async function buildAll() {
  const options = { root, logLevel: process.env.DEBUG ? "info" : "warn" };
  await build(options);
  const { files, before, after } = await precompress(webRoot);
  await build({ ...options, build: { ssr: true } });
  console.error(
    `${webRoot}: ${files} files, ${kilobytes(before)} kB of them text, ${kilobytes(after)} kB in Brotli`,
  );
  console.error(serverEntry);
}

function kilobytes(bytes) {
  return Math.round(bytes / 1000);
}
