// npm run so-tay -- COMMAND: the built server and command line, in this very process, so that signals reach it.
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";

import { serverEntry } from "./paths.mjs";

if (existsSync(serverEntry)) {
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(serverEntry).href);
} else {
  console.error("Nothing is built yet: run 'npm run build' first.");
  process.exitCode = 1;
}
