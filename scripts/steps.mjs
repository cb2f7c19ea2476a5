import { run } from "./run.mjs";

const cache = "node_modules/.cache";

/** What is checked without running the project: each counts as one test, passed or failed. */
export const checks = [
  { name: "types", command: tsc("tsconfig.json") },
  { name: "types of the service worker", command: tsc("tsconfig.worker.json") },
  { name: "lint", command: ["oxlint"] },
  { name: "format", command: ["oxfmt", "--check"] },
  { name: "import rules", command: [process.execPath, "scripts/import-rules.mjs"] },
];

/**
 * Runs steps, at most `width` at a time, says for each how it went, and shows what the failed ones said.
 * @returns {Promise<{ passed: number, failed: string[] }>}
 */
export async function runSteps(steps, width = 2) {
  const waiting = [...steps];
  const failed = [];
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const { ok, output, seconds } = await run({ ...step, quiet: true });
      console.log(`${ok ? "✓" : "✗"} ${step.name} (${seconds.toFixed(1)} s)`);
      if (!ok) {
        console.log(output.trimEnd());
        failed.push(step.name);
      }
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return { passed: steps.length - failed.length, failed };
}

function tsc(project) {
  return ["tsc", "-p", project, "--incremental", "--tsBuildInfoFile", `${cache}/${project}.tsbuildinfo`];
}
