// npm run bench: measures what tests/bench/*.bench.mjs measure, and prints one table. The contract: tests/bench/README.md.
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { ensureBrowser } from "./browser.mjs";
import { root } from "./paths.mjs";
import { run } from "./run.mjs";
import { command, startServer } from "./server-process.mjs";
import { table } from "./table.mjs";

/**
 * @typedef {{ what: string, measured: string, yardstick: string, atMost: string, holds?: boolean }} Row
 * @typedef {{ origin: string, links: string[], dataDir: string, chromium: string, root: string,
 *   startServer: typeof startServer }} Bench
 */

const folder = join(root, "tests/bench");

process.exitCode = await benchAll(process.argv.slice(2));

async function benchAll(words) {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".bench.mjs"))
    .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
    .toSorted();
  if (files.length === 0) return complain("No benchmark has such a name.");
  const browser = ensureBrowser();
  if (!browser.ok) return complain(browser.sentence);
  if (!existsSync(join(folder, "node_modules"))) {
    const install = await run({
      command: ["npm", "ci", "--prefix", folder, "--no-audit", "--no-fund"],
      quiet: true,
    });
    if (!install.ok) return complain(install.output);
  }
  const build = await run({ command: [process.execPath, "scripts/build.mjs"], quiet: true });
  if (!build.ok) return complain(build.output);
  return measure(files, browser.path);
}

async function measure(files, chromium) {
  const dataDir = mkdtempSync(join(tmpdir(), "so-tay-bench-"));
  const rows = [];
  let broken = 0;
  try {
    const links = await command(["demo"], { DATA_DIR: dataDir });
    const server = await startServer({ dataDir });
    try {
      for (const file of files) {
        console.error(`${file} …`);
        try {
          const { bench } = await import(pathToFileURL(join(folder, file)).href);
          rows.push(...(await bench({ origin: server.origin, links, dataDir, chromium, root, startServer })));
        } catch (error) {
          broken += 1;
          console.error(error);
          rows.push({ what: file, measured: "could not be run", yardstick: "", atMost: "", holds: false });
        }
      }
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
  console.log(table(rows));
  console.log(conditions());
  return broken > 0 ? 1 : 0;
}

/** A number from a machine that has other work at the same time says little: so how busy it was stands below the table. */
function conditions() {
  const cores = availableParallelism();
  const load = loadavg()[1];
  const busy = load > cores ? ": other work ran beside this, measure again" : "";
  return `Node ${process.versions.node}, ${cores} cores, load ${load.toFixed(1)} over five minutes${busy}`;
}

function complain(sentence) {
  console.error(sentence);
  return 1;
}
