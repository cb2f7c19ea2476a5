import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

import { countReport } from "./count.mjs";
import { root } from "./paths.mjs";
import { run } from "./run.mjs";

/**
 * Runs one or more projects of vitest.config.ts and counts each test of them.
 * @param {string[]} projects
 * @param {{ env?: Record<string, string>, minutes?: number }} [options]
 * @returns {Promise<{ passed: number, failed: string[] }>} names of what failed
 */
export async function runSuite(projects, options = {}) {
  const folder = mkdtempSync(join(tmpdir(), "so-tay-report-"));
  const report = join(folder, "report.json");
  const name = projects.join(", ");
  try {
    const { ok } = await run({
      ...options,
      command: [
        "vitest",
        "run",
        ...projects.flatMap((project) => ["--project", project]),
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${report}`,
      ],
    });
    const { passed, failed } = countReport(JSON.parse(readFileSync(report, "utf8")), (file) =>
      relative(root, file),
    );
    // An error outside every test (an unhandled rejection, no test file at all) must not pass unseen.
    if (!ok && failed.length === 0) failed.push(`${name}: vitest failed outside every test`);
    return { passed, failed };
  } catch (error) {
    return { passed: 0, failed: [`${name}: no report (${error.message})`] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
